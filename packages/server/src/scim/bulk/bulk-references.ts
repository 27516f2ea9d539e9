import { isJsonList, isJsonObject } from '../resource.ts';
import type { Json } from '../resource.ts';
import type { BulkOperation } from './bulk-request.ts';

const prefix = 'bulkId:';

/** In the path of a PATCH a reference stands in quotes: `members[value eq "bulkId:ada"]`. */
const quotedReference = /"bulkId:([^"\\]+)"/g;

/** No value that is kept is nested deeper. */
const maxDepth = 32;

/** The bulkIds that the operation refers to, in its path and anywhere in its data (RFC 7644 section 3.7.2). */
export function referencesOf(operation: BulkOperation): ReadonlySet<string> {
  const names = new Set<string>();
  replaceReferences(operation, (name) => {
    names.add(name);
    return '';
  });
  return names;
}

/** The operation with ids in the place of its references. */
export function replaceReferences(operation: BulkOperation, idOf: (bulkId: string) => string): BulkOperation {
  const { method, id, data } = operation;
  const inText = (text: string, isPatchPath: boolean): string => {
    if (text.startsWith(prefix) && text.length > prefix.length) return idOf(text.slice(prefix.length));
    if (!isPatchPath) return text;
    return text.replaceAll(quotedReference, (_reference, name: string) => JSON.stringify(idOf(name)));
  };
  const inValue = (value: Json, depth: number, isPatchPath: boolean): Json => {
    if (typeof value === 'string') return inText(value, isPatchPath);
    if (depth === maxDepth) return value;
    if (isJsonList(value)) return value.map((element) => inValue(element, depth + 1, false));
    if (!isJsonObject(value)) return value;
    return Object.fromEntries(
      Object.entries(value).map(([name, part]) => {
        const isPath = method === 'PATCH' && name.toLowerCase() === 'path';
        return [name, inValue(part, depth + 1, isPath)];
      }),
    );
  };
  return {
    ...operation,
    id: id === undefined ? undefined : inText(id, false),
    data: data === undefined ? undefined : inValue(data, 0, false),
  };
}
