import { rfc7644 } from './requirement.ts';
import type { Requirement } from './requirement.ts';

/** Replacement. */
export const replaceRequirements: readonly Requirement[] = [
  {
    id: 'rfc-86',
    level: 'must',
    clause: rfc7644('3.5.1'),
    says: 'PUT is served for users and groups, and answers 200 with the whole resource.',
  },
  {
    id: 'rfc-87',
    level: 'must',
    clause: rfc7644('3.5.1'),
    says: 'PUT replaces what it names and clears what it leaves out; a left-out `active` stays as it is.',
  },
  {
    id: 'rfc-88',
    level: 'must',
    clause: rfc7644('3.5.1'),
    says: 'Read-only attributes in a PUT are ignored.',
  },
  {
    id: 'rfc-89',
    level: 'must',
    clause: rfc7644('3.5.1'),
    says: 'A required attribute that is missing in a PUT is 400 `invalidValue`; one that somebody else has is 409.',
  },
  {
    id: 'rfc-90',
    level: 'must',
    clause: rfc7644('3.5.1'),
    says: 'null and an empty list clear an attribute.',
  },
  {
    id: 'rfc-91',
    level: 'must',
    clause: rfc7644('3.5.1'),
    says: 'Wrong or missing `schemas` in a PUT are 400; an `id` that is not the path’s is ignored in compat mode.',
  },
];
