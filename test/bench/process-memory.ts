import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

const execute = promisify(execFile);

/** The resident memory of a process, in MB. */
export async function residentMb(pid: number): Promise<number> {
  const { stdout } = await execute('ps', ['-o', 'rss=', '-p', String(pid)]);
  return Number(stdout.trim()) / 1024;
}

/** Samples the memory of a process while `work` goes on: at its start, every `everyMs`, and at its end. */
export async function memoryDuring(
  pid: number,
  everyMs: number,
  work: () => Promise<void>,
): Promise<number[]> {
  const samples = [await residentMb(pid)];
  const timer = setInterval(() => void residentMb(pid).then((mb) => samples.push(mb)), everyMs);
  try {
    await work();
  } finally {
    clearInterval(timer);
  }
  samples.push(await residentMb(pid));
  return samples;
}
