import type { Exchange } from './exchange.ts';

/** Why an exchange was given up. */
export const timeout: Error = new Error('timeout');
const stopped = new Error('stopped');

/** The exchanges that go on; each is given up at its deadline. */
export interface Running {
  add(exchange: Exchange): void;
  remove(exchange: Exchange): void;
  /** Gives all of them up. */
  abort(): void;
  close(): void;
}

/** In an array, with one timer for all: a set, or a timer for each, would cost as much as to sign a webhook. */
export function createRunning(): Running {
  const exchanges: Exchange[] = [];
  let timer: NodeJS.Timeout | undefined;

  function watch(): void {
    if (timer !== undefined || exchanges.length === 0) return;
    const next = Math.min(...exchanges.map(({ deadline }) => deadline));
    timer = setTimeout(giveUp, Math.max(1, next - performance.now())).unref();
  }

  function giveUp(): void {
    timer = undefined;
    const now = performance.now();
    for (const exchange of exchanges.filter(({ deadline }) => deadline <= now)) exchange.abort(timeout);
    watch();
  }

  return {
    add(exchange) {
      exchange.index = exchanges.push(exchange) - 1;
      watch();
    },
    remove(exchange) {
      const last = exchanges.pop();
      if (last === undefined || last === exchange) return;
      exchanges[exchange.index] = last;
      last.index = exchange.index;
    },
    abort() {
      for (const exchange of [...exchanges]) exchange.abort(stopped);
    },
    close: () => clearTimeout(timer),
  };
}
