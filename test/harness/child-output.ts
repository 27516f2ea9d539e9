import type { ChildProcess } from 'node:child_process';
import { createInterface } from 'node:readline';

/** What a child process writes, line by line, from its start. */
export interface ChildOutput {
  readonly lines: readonly string[];
  /** The first line, written already or still to come, that `isWanted`; rejects when the process ends before. */
  line(isWanted: (line: string) => boolean): Promise<string>;
}

/** Reads standard output and standard error until the end, so that the process never waits for a reader. */
export function collectOutput(child: ChildProcess, name: string): ChildOutput {
  const lines: string[] = [];
  const watchers = new Set<(line: string) => void>();
  for (const stream of [child.stdout, child.stderr]) {
    if (stream === null) continue;
    createInterface({ input: stream }).on('line', (line) => {
      lines.push(line);
      for (const watch of watchers) watch(line);
    });
  }
  // Rejections that nobody waits for are no fault.
  const ended = new Promise<never>((_resolve, reject) => {
    child.once('error', (error) => reject(new Error(`${name} did not start.`, { cause: error })));
    child.once('close', (code, signal) =>
      reject(new Error(`${name} ended with ${signal ?? code}:\n${lines.join('\n')}`)),
    );
  });
  ended.catch(() => undefined);
  return {
    lines,
    async line(isWanted) {
      const written = lines.find(isWanted);
      if (written !== undefined) return written;
      let watch: ((line: string) => void) | undefined;
      const wanted = new Promise<string>((resolve) => {
        watch = (line) => {
          if (isWanted(line)) resolve(line);
        };
        watchers.add(watch);
      });
      return Promise.race([wanted, ended]).finally(() => watch && watchers.delete(watch));
    },
  };
}
