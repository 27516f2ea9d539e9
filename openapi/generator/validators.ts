import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createClient } from '@hey-api/openapi-ts';
import { operationsOf, queryParameters } from './document.ts';
import type { Contract } from './document.ts';
import { header } from './types.ts';

/** zod validators that give the same verdicts as JSON Schema does. */
export async function validators(contract: Contract): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'dirsync-generate-'));
  try {
    await createClient({
      // hey-api types its input as any object, and writes to it.
      input: structuredClone(contract) as unknown as Record<string, unknown>,
      output: { path: folder },
      logs: { level: 'silent', file: false },
      parser: { transforms: { readWrite: false } },
      plugins: [
        {
          name: 'zod',
          dates: { offset: true },
          definitions: 'z{{name}}',
          responses: false,
          '~resolvers': {
            object({ $, nodes, schema, symbols }) {
              // Without this, objects drop what they do not know instead of keeping or refusing it.
              const additional =
                schema.additionalProperties === false ? 'never' : schema.additionalProperties?.type;
              if (additional !== undefined && additional !== 'never' && additional !== 'unknown') return;
              const factory = additional === 'never' ? 'strictObject' : 'looseObject';
              const original = nodes.shape;
              nodes.base = (context) => $(symbols.z).attr(factory).call(original(context));
            },
          },
        },
      ],
    });
    const source = await readFile(join(folder, 'zod.gen.ts'), 'utf8');
    return header + source.replace(/^\/\/ This file is auto-generated.*\n+/, '');
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** Which validator checks which part of which operation's request. */
export function requestValidators(contract: Contract): string {
  const names: string[] = [];
  const rows = operationsOf(contract).map((entry) => {
    const { operation } = entry;
    const parts = {
      query: queryParameters(contract, entry).length > 0,
      body: operation.requestBody !== undefined,
    };
    const members = Object.entries(parts)
      .filter(([, isThere]) => isThere)
      .map(([part]) => {
        const name = `z${capitalise(operation.operationId)}${capitalise(part)}`;
        names.push(name);
        return `${part}: ${name}`;
      });
    return `  ${operation.operationId}: { ${members.join(', ')} },\n`;
  });
  return (
    `${header}import {\n${names.map((name) => `  ${name},\n`).join('')}} from './zod.gen.ts';\n\n` +
    `export const requestValidators = {\n${rows.join('')}} as const;\n`
  );
}

function capitalise(name: string): string {
  return name.charAt(0).toUpperCase() + name.slice(1);
}
