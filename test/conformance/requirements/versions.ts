import { rfc7644 } from './requirement.ts';
import type { Requirement } from './requirement.ts';

/** Versions. */
export const versionsRequirements: readonly Requirement[] = [
  {
    id: 'rfc-114',
    level: 'must',
    clause: rfc7644('3.14'),
    says: '`ETag` and `meta.version` are there and change with every change, and with nothing else.',
  },
  {
    id: 'rfc-115',
    level: 'must',
    clause: rfc7644('3.14'),
    says: '`If-None-Match` with the present version is 304 without a body, with another 200.',
  },
  {
    id: 'rfc-116',
    level: 'must',
    clause: rfc7644('3.14'),
    says: '`If-Match` with another version is 412 for PUT, PATCH and DELETE; `*` is any.',
  },
];
