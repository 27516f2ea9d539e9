import { ScimError } from '../scim/error.ts';
import type { ScimMode } from '../scim/mode.ts';

/**
 * The query parameters of a SCIM request. Compat mode takes `+` for a space, as Entra and OneLogin send it, and passes over
 * parameters that the operation does not have, as Entra's feature flags are; `known` is undefined where RFC 7644 itself has
 * them ignored.
 */
export function readScimQuery(
  search: string,
  known: readonly string[] | undefined,
  mode: ScimMode,
): URLSearchParams {
  const isPlain = !search.includes('+') || mode.accepts('plusForSpace');
  const parameters = new URLSearchParams(isPlain ? search : search.replaceAll('+', '%2B'));
  const unknown = known && [...parameters.keys()].find((name) => !known.includes(name));
  if (unknown !== undefined && !mode.accepts('unknownQueryParameter')) {
    throw new ScimError(400, `There is no query parameter "${unknown}" here.`, 'invalidValue');
  }
  return parameters;
}
