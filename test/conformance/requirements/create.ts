import { rfc7644 } from './requirement.ts';
import type { Requirement } from './requirement.ts';

/** Creation. */
export const createRequirements: readonly Requirement[] = [
  {
    id: 'rfc-41',
    level: 'must',
    clause: rfc7644('3.3'),
    says: 'A creation is 201 with the whole resource and a `Location` that equals `meta.location`.',
  },
  {
    id: 'rfc-42',
    level: 'must',
    clause: rfc7644('3.3'),
    says: 'Read-only attributes in the body of a creation are ignored.',
  },
  {
    id: 'rfc-43',
    level: 'must',
    clause: rfc7644('3.3'),
    says: 'A second one of what must be unique is 409 `uniqueness`.',
  },
  {
    id: 'rfc-44',
    level: 'must',
    clause: rfc7644('3.3'),
    says: 'The server sets `meta.resourceType`.',
  },
  {
    id: 'rfc-45',
    level: 'must',
    clause: rfc7644('3.3'),
    says: 'A required attribute that is missing is 400 `invalidValue`; `schemas` that are missing, empty or of another type are 400 `invalidSyntax`.',
  },
  {
    id: 'rfc-46',
    level: 'optional',
    clause: rfc7644('3.9'),
    says: '`attributes` and `excludedAttributes` shape the answers of POST, PUT and PATCH too.',
  },
];
