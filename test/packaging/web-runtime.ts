import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createContext, runInContext } from 'node:vm';
import { build } from 'esbuild';
import { collectOutput } from '../harness/child-output.ts';
import { freePort } from '../harness/free-port.ts';
import type { PackedProject } from './packed-project.ts';
import { webProbe } from './web-probe.ts';

/** The globals of the Minimum Common Web API (WinterTC) that the packages may use, and none of Node. */
const webGlobals = [
  ...[
    'AbortController',
    'AbortSignal',
    'FormData',
    'Headers',
    'ReadableStream',
    'Request',
    'Response',
    'TextDecoder',
  ],
  ...['TextEncoder', 'URL', 'URLSearchParams', 'atob', 'btoa', 'clearTimeout', 'console', 'crypto', 'fetch'],
  ...['queueMicrotask', 'setTimeout', 'structuredClone'],
] as const;

/** Runs the probe in a context that has the web's globals and no others, and no `eval`; answers what it saw. */
export async function probeWebGlobals(project: PackedProject): Promise<unknown> {
  const code = await bundle(project, `${webProbe}globalThis.result = probe();`, 'iife');
  const globals = Object.fromEntries(webGlobals.map((name) => [name, globalThis[name]]));
  const context = createContext(globals, { codeGeneration: { strings: false, wasm: false } });
  runInContext(code, context);
  // Out of the context, whose prototypes are its own.
  return JSON.parse(JSON.stringify(await context['result'])) as unknown;
}

/** Runs the probe in workerd, the runtime of Cloudflare Workers. */
export async function probeWorkerd(project: PackedProject, workerd: string): Promise<unknown> {
  const worker = 'export default { fetch: async () => Response.json(await probe()) };';
  await project.write('worker.js', await bundle(project, `${webProbe}${worker}`, 'esm'));
  const port = await freePort();
  await project.write(
    'workerd.capnp',
    `using Workerd = import "/workerd/workerd.capnp";
     const config :Workerd.Config = (
       services = [(name = "main", worker = .main)],
       sockets = [(name = "http", address = "127.0.0.1:${port}", http = (), service = "main")],
     );
     const main :Workerd.Worker = (
       modules = [(name = "worker", esModule = embed "worker.js")], compatibilityDate = "2026-01-01",
     );`,
  );
  const child = spawn(workerd, ['serve', '--control-fd=1', 'workerd.capnp'], { cwd: project.folder });
  const closed = once(child, 'close');
  try {
    await collectOutput(child, 'workerd').line((line) => line.includes('"event":"listen"'));
    const response = await fetch(`http://127.0.0.1:${port}/`);
    const text = await response.text();
    if (!response.ok) throw new Error(`The worker answered ${response.status}: ${text}`);
    return JSON.parse(text) as unknown;
  } finally {
    child.kill();
    await closed;
  }
}

async function bundle(project: PackedProject, code: string, format: 'esm' | 'iife'): Promise<string> {
  await project.write('probe.js', code);
  const outfile = join(project.folder, 'probe.bundle.js');
  await build({
    absWorkingDir: project.folder,
    entryPoints: ['probe.js'],
    outfile,
    bundle: true,
    format,
    target: 'es2023',
    platform: 'neutral',
    mainFields: ['module', 'main'],
    conditions: ['workerd', 'worker', 'browser'],
    logLevel: 'silent',
  });
  return readFile(outfile, 'utf8');
}
