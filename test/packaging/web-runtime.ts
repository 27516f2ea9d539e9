import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createContext, runInContext } from 'node:vm';
import { build } from 'esbuild';
import { startWorker } from '../harness/workerd.ts';
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
  const code = await bundle(project, `${webProbe}globalThis.result = probe();`);
  const globals = Object.fromEntries(webGlobals.map((name) => [name, globalThis[name]]));
  const context = createContext(globals, { codeGeneration: { strings: false, wasm: false } });
  runInContext(code, context);
  // Out of the context, whose prototypes are its own.
  return JSON.parse(JSON.stringify(await context['result'])) as unknown;
}

/** Runs the probe in workerd, the runtime of Cloudflare Workers. */
export async function probeWorker(project: PackedProject): Promise<unknown> {
  const worker = 'export default { fetch: async () => Response.json(await probe()) };';
  await project.write('worker.js', `${webProbe}${worker}`);
  const entry = join(project.folder, 'worker.js');
  await using running = await startWorker({
    entry,
    compatibilityDate: '2026-01-01',
    texts: {},
    services: {},
  });
  return (await fetch(running.url)).json();
}

async function bundle(project: PackedProject, code: string): Promise<string> {
  await project.write('probe.js', code);
  const outfile = join(project.folder, 'probe.bundle.js');
  await build({
    absWorkingDir: project.folder,
    entryPoints: ['probe.js'],
    outfile,
    bundle: true,
    format: 'iife',
    target: 'es2023',
    platform: 'neutral',
    mainFields: ['module', 'main'],
    conditions: ['workerd', 'worker', 'browser'],
    logLevel: 'silent',
  });
  return readFile(outfile, 'utf8');
}
