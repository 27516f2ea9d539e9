import { ScimError } from '../scim/error.ts';

/** The weak entity tag of a version (RFC 7644 section 3.14). */
export function entityTag(version: number): string {
  return `W/"${version}"`;
}

/** Refuses a change under `If-Match` when the resource is not in a version that the header names. */
export function assertMatch(ifMatch: string | undefined, version: number): void {
  if (ifMatch === undefined || namesVersion(ifMatch, version)) return;
  const detail = `If-Match asks for ${ifMatch}, but the resource is at ${entityTag(version)}.`;
  throw new ScimError(412, detail);
}

/**
 * Whether `*` or one of the entity tags of a header names the version. Weak and strong forms of a tag are the same here:
 * RFC 7644 section 3.14 sends weak ones in If-Match.
 */
export function namesVersion(tags: string, version: number): boolean {
  if (tags.trim() === '*') return true;
  return tags.split(',').some((tag) => tag.trim().replace(/^W\//, '') === `"${version}"`);
}
