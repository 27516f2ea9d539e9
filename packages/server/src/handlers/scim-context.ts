import type { DirectoryContext } from '../directory/directory-context.ts';
import { scimBaseUrl } from '../directory/directory-view.ts';
import { entityTag, namesVersion } from '../directory/precondition.ts';
import type { Principals } from '../http/principal.ts';
import type { Services } from './services.ts';

/** The directory that a token belongs to. */
export function contextOf(
  { database, wake, publicUrl }: Services,
  { id, mode }: Principals['directoryToken'],
): DirectoryContext {
  return { database, wake, directoryId: id, mode, baseUrl: scimBaseUrl(publicUrl, id) };
}

/** The query parameters that shape a resource (RFC 7644 section 3.9). */
export function projectionParameters(query: URLSearchParams): {
  readonly attributes: string | null;
  readonly excludedAttributes: string | null;
} {
  return { attributes: query.get('attributes'), excludedAttributes: query.get('excludedAttributes') };
}

/** The `If-Match` header of a change. */
export function ifMatchOf(headers: Headers): string | undefined {
  return headers.get('if-match') ?? undefined;
}

/** The answer to a read of what the client has already (RFC 7644 section 3.14); nothing when it has not. */
export function notModified(
  headers: Headers,
  version: number,
): { readonly status: 304; readonly headers: { readonly ETag: string } } | undefined {
  const tags = headers.get('if-none-match');
  if (tags === null || !namesVersion(tags, version)) return undefined;
  return { status: 304, headers: { ETag: entityTag(version) } };
}
