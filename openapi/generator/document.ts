/** What the generator reads of an OpenAPI 3.1 document. */
export interface Contract {
  readonly openapi: string;
  readonly info: object;
  readonly paths: Readonly<Record<string, PathItem>>;
  readonly webhooks: Readonly<Record<string, PathItem>>;
  readonly components: {
    readonly schemas: Readonly<Record<string, SchemaObject>>;
  } & Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  readonly security?: readonly SecurityRequirement[];
}

export type SecurityRequirement = Readonly<Record<string, readonly string[]>>;
export type PathItem = Readonly<Record<string, unknown>>;

export interface Operation {
  readonly operationId: string;
  readonly tags: readonly [string];
  readonly security?: readonly SecurityRequirement[];
  readonly parameters?: readonly (Parameter | Reference)[];
  readonly requestBody?: RequestBody | Reference;
  readonly responses: Readonly<Record<string, unknown>>;
}

export interface Reference {
  readonly $ref: string;
}

export interface Parameter {
  readonly name: string;
  readonly in: 'path' | 'query' | 'header' | 'cookie';
  readonly schema: SchemaObject | Reference;
}

export interface RequestBody {
  readonly required?: boolean;
  readonly content: Readonly<Record<string, unknown>>;
}

export interface SchemaObject {
  readonly type?: string | readonly string[];
  readonly description?: string;
  readonly properties?: Readonly<Record<string, SchemaObject>>;
  readonly items?: SchemaObject;
  readonly $ref?: string;
  readonly 'x-scim'?: Readonly<Record<string, unknown>>;
  readonly 'x-scim-schema'?: { readonly id: string; readonly name: string };
}

export interface OperationEntry {
  readonly method: string;
  readonly path: string;
  readonly item: PathItem;
  readonly operation: Operation;
}

const methods = new Set(['get', 'post', 'put', 'patch', 'delete']);

/** Every operation of the contract, in its order. */
export function operationsOf(contract: Contract): readonly OperationEntry[] {
  return Object.entries(contract.paths).flatMap(([path, item]) =>
    Object.entries(item)
      .filter(([method]) => methods.has(method))
      // The linter has checked that each operation has its id, tag and responses.
      .map(([method, operation]) => ({ method, path, item, operation: operation as Operation })),
  );
}

/** The query parameters of an operation, those stated on its path included. */
export function queryParameters(contract: Contract, entry: OperationEntry): readonly Parameter[] {
  return parametersOf(contract, entry).filter((parameter) => parameter.in === 'query');
}

/** Whether an operation, or its path, has a parameter. */
export function hasParameter(
  contract: Contract,
  entry: OperationEntry,
  place: Parameter['in'],
  name: string,
): boolean {
  return parametersOf(contract, entry).some((parameter) => parameter.in === place && parameter.name === name);
}

function parametersOf(contract: Contract, { item, operation }: OperationEntry): readonly Parameter[] {
  const shared = (item['parameters'] ?? []) as readonly (Parameter | Reference)[];
  return [...shared, ...(operation.parameters ?? [])].map((parameter) => resolve(contract, parameter));
}

/** Follows one `#/…` reference. */
export function resolve<T extends object>(contract: Contract, value: T | Reference): T {
  if (!('$ref' in value) || typeof value.$ref !== 'string') return value as T;
  const target = value.$ref
    .slice(2)
    .split('/')
    .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'))
    .reduce<unknown>((node, part) => (node as Record<string, unknown> | undefined)?.[part], contract);
  if (target === undefined) throw new Error(`The contract has no ${value.$ref}.`);
  return resolve(contract, target as T);
}

/** What generators may read: the `$ref` of a SCIM resource in an example is none of the contract's references. */
export function withoutExamples(contract: Contract): Contract {
  const json = JSON.stringify(contract, (key, value: unknown) =>
    key === 'example' || key === 'examples' ? undefined : value,
  );
  // Nothing that the interface names was left out.
  return JSON.parse(json) as Contract;
}

/** The part of the contract that the chosen paths need, without webhooks. */
export function pick(contract: Contract, isWanted: (path: string) => boolean): Contract {
  const paths = Object.fromEntries(Object.entries(contract.paths).filter(([path]) => isWanted(path)));
  return prune({ ...contract, paths, webhooks: {} });
}

/** Leaves out the components that nothing refers to; `keep` names schemas to start from besides. */
export function prune(contract: Contract, keep: readonly string[] = []): Contract {
  const wanted = new Set(keep.map((name) => `#/components/schemas/${name}`));
  const queue: unknown[] = [contract.paths, contract.webhooks];
  for (const pointer of wanted) queue.push(resolve(contract, { $ref: pointer }));
  while (queue.length > 0) {
    for (const pointer of references(queue.pop())) {
      if (wanted.has(pointer)) continue;
      wanted.add(pointer);
      queue.push(resolve(contract, { $ref: pointer }));
    }
  }
  const components = Object.fromEntries(
    Object.entries(contract.components).map(([kind, entries]) => [
      kind,
      Object.fromEntries(
        Object.entries(entries).filter(
          ([name]) => kind === 'securitySchemes' || wanted.has(`#/components/${kind}/${name}`),
        ),
      ),
    ]),
  );
  // Only entries were left out, so each kind has the shape it had.
  return { ...contract, components: components as Contract['components'] };
}

function references(node: unknown): readonly string[] {
  const found: string[] = [];
  JSON.stringify(node, (key, value: unknown) => {
    if (key === '$ref' && typeof value === 'string') found.push(value);
    if (key === 'mapping' && typeof value === 'object' && value !== null) {
      found.push(...Object.values(value).filter((pointer) => typeof pointer === 'string'));
    }
    return value;
  });
  return found;
}
