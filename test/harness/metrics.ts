import type { ServerAddress } from './installation.ts';

/** Opens the metrics of servers that are started with it as `DIRSYNC_METRICS_TOKEN`. */
export const metricsToken = 'metrics_0123456789abcdef0123456789abcdef';

/** A number that a process tells of itself: all series whose name and labels begin so, together. */
export async function readMetric({ url }: Pick<ServerAddress, 'url'>, series: string): Promise<number> {
  const response = await fetch(`${url}/metrics`, { headers: { authorization: `Bearer ${metricsToken}` } });
  if (response.status !== 200) throw new Error(`Expected the metrics, got ${response.status}.`);
  const lines = (await response.text()).split('\n').filter((line) => line.startsWith(series));
  return lines.reduce((sum, line) => sum + Number(line.slice(line.lastIndexOf(' '))), 0);
}
