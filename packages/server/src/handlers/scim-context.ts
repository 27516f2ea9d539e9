import type { DirectoryContext } from '../directory/directory-context.ts';
import type { Principals } from '../http/principal.ts';
import type { Services } from './services.ts';

/** The directory that a token belongs to. */
export function contextOf(
  { database, wake }: Services,
  directory: Principals['directoryToken'],
): DirectoryContext {
  return { database, wake, directoryId: directory.id, mode: directory.settings.mode };
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
