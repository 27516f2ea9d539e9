import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { Contract } from './document.ts';

const run = promisify(execFile);
const folder = fileURLToPath(new URL('..', import.meta.url));

/** Joins the YAML files into `dist/openapi.json`, which is what `@dirsync/openapi` publishes, and reads it. */
export async function bundleContract(): Promise<Contract> {
  await run(
    `${folder}node_modules/.bin/redocly`,
    ['bundle', 'dirsync.yaml', '--output', 'dist/openapi.json'],
    {
      cwd: folder,
      env: { ...process.env, REDOCLY_TELEMETRY: 'off', REDOCLY_SUPPRESS_UPDATE_NOTICE: 'true' },
    },
  );
  const json = await readFile(`${folder}dist/openapi.json`, 'utf8');
  // The bundler has just read it as OpenAPI 3.1.
  return JSON.parse(json) as Contract;
}
