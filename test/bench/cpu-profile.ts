import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A process that writes down at its end what it was at. */
export interface Profiling extends AsyncDisposable {
  /** The settings that make it do so. */
  readonly env: Readonly<Record<string, string>>;
  /** Call it when the process has ended: microseconds of its main thread by {@link partOf}, between two times of {@link nowUs}. */
  read(fromUs: number, untilUs: number): Promise<ReadonlyMap<string, number>>;
}

/** What `--cpu-prof` writes, as far as it is read here. All times are microseconds. */
interface CpuProfile {
  readonly nodes: readonly { readonly id: number; readonly callFrame: CallFrame }[];
  readonly startTime: number;
  /** The node that was met, … */
  readonly samples: readonly number[];
  /** … and the time since the sample before. */
  readonly timeDeltas: readonly number[];
}

interface CallFrame {
  readonly functionName: string;
  readonly url: string;
}

export async function profiling(): Promise<Profiling> {
  const folder = await mkdtemp(join(tmpdir(), 'dirsync-profile-'));
  return {
    env: { NODE_OPTIONS: `--cpu-prof --cpu-prof-interval 250 --cpu-prof-dir ${folder}` },
    async read(fromUs, untilUs) {
      const [file, ...others] = await readdir(folder);
      if (file === undefined || others.length > 0) throw new Error('Expected the profile of one process.');
      const profile = JSON.parse(await readFile(join(folder, file), 'utf8')) as CpuProfile;
      return byPart(profile, fromUs, untilUs);
    },
    async [Symbol.asyncDispose]() {
      await rm(folder, { recursive: true });
    },
  };
}

/** The clock of all profiles on this machine. */
export function nowUs(): number {
  return Number(process.hrtime.bigint() / 1000n);
}

function byPart(
  { nodes, startTime, samples, timeDeltas }: CpuProfile,
  fromUs: number,
  untilUs: number,
): ReadonlyMap<string, number> {
  const parts = new Map(nodes.map(({ id, callFrame }) => [id, partOf(callFrame)]));
  const spent = new Map<string, number>();
  let at = startTime;
  for (const [index, node] of samples.entries()) {
    const delta = timeDeltas[index] ?? 0;
    at += delta;
    const part = parts.get(node);
    if (part === undefined || at < fromUs || at > untilUs) continue;
    spent.set(part, (spent.get(part) ?? 0) + delta);
  }
  return spent;
}

const ours = /\/packages\/server\/src\/(?:(\w+)\/)?/;
const packages = /.*\/node_modules\/((?:@[^/]+\/)?[^/]+)\//;

/** What a function belongs to. */
function partOf({ functionName, url }: CallFrame): string {
  if (functionName === '(idle)') return 'idle';
  if (functionName === '(garbage collector)') return 'garbage collection';
  // Native functions have no address.
  if (/^write(?:v|Buffer|\w+String)$/.test(functionName) && url === '') return 'writing to sockets';
  if (url.includes('/packages/webhooks/src/')) return '`@dirsync/webhooks`';
  if (url.startsWith('wasm:')) return '`undici`';
  const folder = ours.exec(url);
  // What stands in no folder brings a request to its handler.
  if (folder !== null) return `our \`${folder[1] ?? 'http'}\``;
  const name = packages.exec(url)?.[1];
  if (name === undefined) return 'Node itself';
  if (name.startsWith('pg')) return '`pg`';
  return name.includes('hono') ? '`hono`' : `\`${name}\``;
}
