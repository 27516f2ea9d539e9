import { hasParameter, operationsOf, queryParameters, resolve } from './document.ts';
import type { Contract, OperationEntry, SchemaObject } from './document.ts';
import { header } from './types.ts';

/** The table from which the server makes its routes. */
export function operationTable(contract: Contract): string {
  const rows = operationsOf(contract).map((entry) => {
    const { method, path, operation } = entry;
    const row = {
      method: method.toUpperCase(),
      path,
      tag: operation.tags[0],
      security: securityOf(contract, entry),
      query: queryKinds(contract, entry),
      body: bodyOf(contract, entry),
      takesIdempotencyKey: hasParameter(contract, entry, 'header', 'Idempotency-Key'),
      statuses: Object.keys(operation.responses).map(Number),
    };
    return `  ${operation.operationId}: ${JSON.stringify(row)},\n`;
  });
  return `${header}export const operations = {\n${rows.join('')}} as const;\n`;
}

/** The table from which the mocks of the client make their routes. */
export function clientOperationTable(contract: Contract): string {
  const rows = operationsOf(contract).map((entry) => {
    const { method, path, operation } = entry;
    const row = {
      method: method.toUpperCase(),
      path,
      query: queryKinds(contract, entry),
      // The first status of success; operations have no other.
      status: Number(Object.keys(operation.responses).find((status) => status.startsWith('2'))),
    };
    return `  ${operation.operationId}: ${JSON.stringify(row)},\n`;
  });
  return `${header}export const operationTable = {\n${rows.join('')}} as const;\n`;
}

/** How the text of each query parameter is read. */
function queryKinds(contract: Contract, entry: OperationEntry): Readonly<Record<string, string>> {
  return Object.fromEntries(
    queryParameters(contract, entry).map(({ name, schema }) => [name, kindOf(resolve(contract, schema))]),
  );
}

function securityOf(contract: Contract, { operation }: OperationEntry): string {
  const [requirement = {}] = operation.security ?? contract.security ?? [];
  return Object.keys(requirement)[0] ?? 'none';
}

function bodyOf(contract: Contract, { operation }: OperationEntry): 'none' | 'optional' | 'required' {
  if (operation.requestBody === undefined) return 'none';
  return resolve(contract, operation.requestBody).required === true ? 'required' : 'optional';
}

/** How the text of a query parameter is read before it is validated. */
function kindOf(schema: SchemaObject): 'array' | 'boolean' | 'integer' | 'string' {
  const { type } = schema;
  return type === 'array' || type === 'boolean' || type === 'integer' ? type : 'string';
}
