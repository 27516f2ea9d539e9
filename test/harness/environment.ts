import { randomUUID } from 'node:crypto';
import type { ServerAddress, SharedServer } from './installation.ts';
import { dirsync, runToEnd } from './server-process.ts';

/** Makes an environment on a server; it is the address with the new environment's key. */
export async function createEnvironment({ url, env }: SharedServer): Promise<ServerAddress> {
  const args = [...dirsync, 'environments', 'create', `environment-${randomUUID()}`];
  const { code, lines } = await runToEnd({ env, args });
  const output = lines.join('\n');
  const [apiKey] = output.match(/dsk_[\w-]+/) ?? [];
  if (code !== 0 || apiKey === undefined) throw new Error(`Expected an environment's key:\n${output}`);
  return { url, apiKey };
}
