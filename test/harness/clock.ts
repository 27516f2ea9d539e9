import { mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ServerProcessOptions } from './server-process.ts';

/** The clock of servers that `clock-server.ts` runs. */
export interface Clock {
  /** With which such a server is started. */
  readonly options: Required<ServerProcessOptions>;
  /** In milliseconds. */
  now(): number;
  pass(seconds: number): void;
  remove(): void;
}

export function createClock(): Clock {
  const folder = mkdtempSync(join(tmpdir(), 'dirsync-clock-'));
  const file = join(folder, 'clock');
  let ms = 0;
  function pass(seconds: number): void {
    ms += seconds * 1000;
    // At once: a server must not read half of it.
    writeFileSync(`${file}.next`, String(ms));
    renameSync(`${file}.next`, file);
  }
  pass(0);
  return {
    options: { args: ['--conditions=source', 'test/harness/clock-server.ts'], env: { TEST_CLOCK: file } },
    now: () => Date.now() + ms,
    pass,
    remove: () => rmSync(folder, { recursive: true }),
  };
}
