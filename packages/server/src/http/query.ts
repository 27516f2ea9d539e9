import type { RequestFault } from './problem.ts';
import { isStorable } from './storable.ts';

/** How the text of a query parameter is read, by the contract's table. */
export type ParameterKind = 'array' | 'boolean' | 'integer' | 'string';

const integer = /^-?\d{1,15}$/;

/** Reads the declared query parameters; what cannot be read stays text, which the validator then refuses. */
export function readQuery(
  parameters: URLSearchParams,
  kinds: Readonly<Record<string, ParameterKind>>,
): { readonly query: Record<string, unknown>; readonly faults: readonly RequestFault[] } {
  const query: Record<string, unknown> = {};
  const faults: RequestFault[] = [];
  for (const name of new Set(parameters.keys())) {
    const kind = kinds[name];
    const values = parameters.getAll(name);
    const [value = ''] = values;
    if (kind === undefined) faults.push({ path: name, message: `There is no parameter "${name}" here.` });
    else if (values.length > 1)
      faults.push({ path: name, message: `"${name}" is given ${values.length} times.` });
    else if (!isStorable(value)) faults.push({ path: name, message: `"${name}" has a NUL character.` });
    else query[name] = readParameter(value, kind);
  }
  return { query, faults };
}

function readParameter(value: string, kind: ParameterKind): unknown {
  switch (kind) {
    case 'array':
      return value.split(',');
    case 'boolean':
      return value === 'true' ? true : value === 'false' ? false : value;
    case 'integer':
      return integer.test(value) ? Number(value) : value;
    case 'string':
      return value;
  }
}
