import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';
// @ts-expect-error it has no types; it is the path of the program for this platform
import workerd from 'workerd';
import { collectOutput } from './child-output.ts';

export interface WorkerOptions {
  /** The file to bundle, as a deployment does. */
  readonly entry: string;
  readonly compatibilityDate: string;
  /** Texts that the Worker finds in its environment. */
  readonly texts: Readonly<Record<string, string>>;
  /** Services that the Worker finds there, by the address where they listen. */
  readonly services: Readonly<Record<string, string>>;
}

/** Runs a Worker in workerd, the runtime of Cloudflare Workers; `await using` stops it. */
export async function startWorker(
  options: WorkerOptions,
): Promise<AsyncDisposable & { readonly url: string }> {
  const folder = await mkdtemp(join(tmpdir(), 'dirsync-worker-'));
  await build({
    entryPoints: [options.entry],
    outfile: join(folder, 'worker.js'),
    bundle: true,
    format: 'esm',
    conditions: ['source', 'workerd', 'worker', 'browser'],
    logLevel: 'error',
  });
  await writeFile(join(folder, 'config.capnp'), configOf(options));
  const child = spawn(String(workerd), ['serve', join(folder, 'config.capnp'), '--control-fd=1'], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const ended = once(child, 'close');
  const listening = await collectOutput(child, 'workerd').line((line) => line.includes('"listen"'));
  // {"event":"listen","socket":"http","port":40000}
  const { port } = JSON.parse(listening) as { readonly port: number };
  return {
    url: `http://127.0.0.1:${port}`,
    async [Symbol.asyncDispose]() {
      child.kill();
      await ended;
      await rm(folder, { recursive: true });
    },
  };
}

function configOf({ compatibilityDate, texts, services }: WorkerOptions): string {
  const bindings = [
    ...Object.entries(texts).map(([name, text]) => `(name = "${name}", text = ${JSON.stringify(text)})`),
    ...Object.keys(services).map((name) => `(name = "${name}", service = "${name}")`),
  ];
  const external = Object.entries(services).map(
    ([name, address]) => `(name = "${name}", external = (address = "${address}", http = ()))`,
  );
  const worker = `(
    modules = [(name = "worker", esModule = embed "worker.js")],
    compatibilityDate = "${compatibilityDate}",
    bindings = [${bindings.join(', ')}])`;
  return `using Workerd = import "/workerd/workerd.capnp";
const config :Workerd.Config = (
  services = [${[`(name = "main", worker = ${worker})`, ...external].join(', ')}],
  sockets = [(name = "http", address = "127.0.0.1:0", http = (), service = "main")]
);
`;
}
