import type { Dispatcher } from 'undici';

/** What came of a request. */
export interface Answer {
  /** null: no answer came. */
  readonly status: number | null;
  /** Why none came. */
  readonly error: unknown;
  /** The beginning, as text that PostgreSQL can store. */
  readonly body: string;
  readonly retryAfter: string | undefined;
}

const keptBytes = 4096;
/** A connection whose answer was read to its end can be used again; from here on that is not worth it. */
const readBytes = 65_536;

/**
 * One request and its answer, as undici tells of them. `dispatch` with this costs two thirds of what `request` does,
 * whose answers are streams.
 */
export class Exchange implements Dispatcher.DispatchHandler {
  /** When it is to be given up, by the clock of `performance`. */
  readonly deadline: number;
  /** Its place among those that run. */
  index = 0;
  readonly #settle: (answer: Answer) => void;
  readonly #kept: Uint8Array[] = [];
  #controller: Dispatcher.DispatchController | undefined;
  #ending: Error | undefined;
  #isSettled = false;
  #status: number | null = null;
  #retryAfter: string | undefined;
  #size = 0;

  constructor(deadline: number, settle: (answer: Answer) => void) {
    this.deadline = deadline;
    this.#settle = settle;
  }

  /** Ends it, wherever it is. */
  abort(reason: Error): void {
    this.#ending ??= reason;
    this.#controller?.abort(reason);
    this.#end(reason);
  }

  onRequestStart(controller: Dispatcher.DispatchController): void {
    this.#controller = controller;
    // It was given up while it waited for a connection.
    if (this.#ending !== undefined) controller.abort(this.#ending);
  }

  onResponseStart(
    _controller: Dispatcher.DispatchController,
    status: number,
    headers: Readonly<Record<string, string | string[] | undefined>>,
  ): void {
    if (status < 200) return;
    this.#status = status;
    const retryAfter = headers['retry-after'];
    if (typeof retryAfter === 'string') this.#retryAfter = retryAfter;
  }

  onResponseData(controller: Dispatcher.DispatchController, chunk: Uint8Array): void {
    // A copy, so that the rest of what came is not kept with it.
    if (this.#size < keptBytes) this.#kept.push(Buffer.from(chunk.subarray(0, keptBytes - this.#size)));
    this.#size += chunk.length;
    if (this.#size >= readBytes) controller.abort(enough);
  }

  onResponseEnd(): void {
    this.#end(undefined);
  }

  onResponseError(_controller: Dispatcher.DispatchController | null, error: Error): void {
    this.#end(error);
  }

  /** A status that has come says whether the receiver took the event, whatever happens after it. */
  #end(error: Error | undefined): void {
    if (this.#isSettled) return;
    this.#isSettled = true;
    this.#settle({
      status: this.#status,
      error: this.#status === null ? error : undefined,
      body: textOf(this.#kept),
      retryAfter: this.#retryAfter,
    });
  }
}

const enough = new Error('enough');

function textOf(kept: readonly Uint8Array[]): string {
  if (kept.length === 0) return '';
  // `stream`: a character that was cut off at the end is left out.
  const text = new TextDecoder().decode(Buffer.concat(kept), { stream: true });
  return text.replaceAll('\0', '\uFFFD');
}
