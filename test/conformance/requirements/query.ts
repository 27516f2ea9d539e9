import { rfc7644 } from './requirement.ts';
import type { Requirement } from './requirement.ts';

/** Reading and listing. */
export const queryRequirements: readonly Requirement[] = [
  {
    id: 'rfc-47',
    level: 'must',
    clause: rfc7644('3.4.1'),
    says: 'GET of an id is 200 with an `ETag`, or 404.',
  },
  {
    id: 'rfc-48',
    level: 'must',
    clause: rfc7644('3.4.2'),
    says: 'A list has its schema, an integer `totalResults`, and always `Resources`, `startIndex` and `itemsPerPage`.',
  },
  {
    id: 'rfc-49',
    level: 'must',
    clause: rfc7644('3.4.2'),
    says: 'A list without a match is 200 with a `totalResults` of 0.',
  },
  {
    id: 'rfc-50',
    level: 'must',
    clause: rfc7644('3.4.2.1'),
    says: 'A query of the root covers all types; what a type lacks does not match; `meta.resourceType` tells them apart.',
  },
  {
    id: 'rfc-51',
    level: 'optional',
    clause: rfc7644('3.4.2.1'),
    says: 'More matches than the server wants to process may be 400 `tooMany`; here they are pages, with the exact `totalResults`.',
  },
  {
    id: 'rfc-52',
    level: 'must',
    clause: rfc7644('3.4.1'),
    says: 'GET of an id honours `attributes`.',
  },
];
