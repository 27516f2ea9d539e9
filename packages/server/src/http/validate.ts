import type { ZodType } from 'zod';
import { ProblemError } from './problem.ts';
import type { RequestFault } from './problem.ts';
import { unstorableTexts } from './storable.ts';

/** Checks a part of a request with the contract's validator. */
export function validate(schema: ZodType, value: unknown, part: 'body' | 'query'): unknown {
  const result = schema.safeParse(value);
  if (result.success) {
    const unstorable = unstorableTexts(value).map((path): RequestFault => ({
      path,
      message: 'has a NUL character, half of a surrogate pair, or is named __proto__',
    }));
    if (unstorable.length === 0) return result.data;
    throw new ProblemError('invalid_request', describe(part, unstorable), unstorable);
  }
  const faults = result.error.issues.map((issue): RequestFault => {
    const path = part === 'body' ? jsonPointer(issue.path) : String(issue.path[0] ?? '');
    return { path, message: issue.message };
  });
  throw new ProblemError('invalid_request', describe(part, faults), faults);
}

function describe(part: string, faults: readonly RequestFault[]): string {
  const [first] = faults;
  const where = first === undefined || first.path === '' ? `The ${part}` : `${first.path} in the ${part}`;
  const more = faults.length > 1 ? ` (and ${faults.length - 1} more, see errors)` : '';
  return `${where} is invalid: ${first?.message ?? 'unknown fault'}${more}.`;
}

function jsonPointer(path: readonly PropertyKey[]): string {
  return path.map((part) => `/${String(part).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
}
