import { readdir, readFile } from 'node:fs/promises';

/** Linux counts in hundredths of a second. */
const usOfTick = 10_000;

/** The processor time that a process and its ended children have used, in microseconds; 0 when it has ended. */
export async function cpuUsOf(pid: number): Promise<number> {
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '');
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  const ticks = fields.slice(11, 15).reduce((sum, field) => sum + Number(field), 0);
  return stat === '' ? 0 : ticks * usOfTick;
}

/** The same of all processes of that name. */
export async function cpuUsOfAll(name: string): Promise<number> {
  let total = 0;
  for (const entry of await readdir('/proc')) {
    if (!/^\d+$/.test(entry)) continue;
    const running = await readFile(`/proc/${entry}/comm`, 'utf8').catch(() => '');
    if (running.trim() === name) total += await cpuUsOf(Number(entry));
  }
  return total;
}
