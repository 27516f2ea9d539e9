/**
 * Writes every `src/generated/` of the workspace from the contract.
 * `node generator/main.ts` writes; `--check` writes nothing and fails when a file would change.
 */
import { readFile, mkdir, writeFile } from 'node:fs/promises';
import { dirname, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { bundleContract } from './bundle.ts';
import { pick, withoutExamples } from './document.ts';
import { eventExamples } from './event-examples.ts';
import { clientTypes, serverTypes, webhookTypes } from './types.ts';
import { clientOperationTable, operationTable } from './operations.ts';
import { scimSchemaTable } from './scim-schemas.ts';
import { requestValidators, validators } from './validators.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const isCheck = process.argv.includes('--check');

const published = await bundleContract();
const contract = withoutExamples(published);

const files = new Map<string, string>([
  ['packages/server/src/generated/openapi.json', `${JSON.stringify(published, null, 2)}\n`],
  ['packages/server/src/generated/api.ts', await serverTypes(contract)],
  ['packages/server/src/generated/zod.gen.ts', await validators(contract)],
  ['packages/server/src/generated/request-validators.ts', requestValidators(contract)],
  ['packages/server/src/generated/operations.ts', operationTable(contract)],
  ['packages/server/src/generated/scim-schemas.ts', scimSchemaTable(contract)],
  ['packages/client/src/generated/api.ts', await clientTypes(pick(contract, isClientPath))],
  ['packages/client/src/generated/operations.ts', clientOperationTable(pick(contract, isClientPath))],
  ['packages/webhooks/src/generated/events.ts', await webhookTypes(contract)],
  ['packages/webhooks/src/generated/event-examples.ts', eventExamples(published)],
]);

function isClientPath(path: string): boolean {
  return path.startsWith('/v1/') && !path.startsWith('/v1/environments');
}

const changed: string[] = [];
for (const [path, content] of files) {
  const before = await readFile(root + path, 'utf8').catch(() => undefined);
  if (before === content) continue;
  changed.push(relative(process.cwd(), root + path));
  if (isCheck) continue;
  await mkdir(dirname(root + path), { recursive: true });
  await writeFile(root + path, content);
}

if (isCheck && changed.length > 0) {
  console.error(`Generated files differ from the contract; run "pnpm generate":\n  ${changed.join('\n  ')}`);
  process.exitCode = 1;
} else {
  console.log(changed.length > 0 ? `Written:\n  ${changed.join('\n  ')}` : 'Generated files are up to date.');
}
