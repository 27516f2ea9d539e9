import { rfc7643, rfc7644 } from './requirement.ts';
import type { Requirement } from './requirement.ts';

/** Resources and their common attributes. */
export const resourcesRequirements: readonly Requirement[] = [
  {
    id: 'rfc-17',
    level: 'must',
    clause: rfc7643('3'),
    says: '`schemas` is not empty and names the schema of the type and those of the extensions in use, each once.',
  },
  {
    id: 'rfc-18',
    level: 'must',
    clause: rfc7643('3.1'),
    says: '`id` is given by the server, unique, never changed or given again; one that a client sends is ignored; it never contains `bulkId`.',
  },
  {
    id: 'rfc-19',
    level: 'must',
    clause: rfc7643('3.1'),
    says: '`externalId` is the client’s own, compared with case; two directories may hold the same one.',
  },
  {
    id: 'rfc-20',
    level: 'must',
    clause: rfc7643('3.1'),
    says: '`meta` comes with `resourceType`, `created`, `lastModified`, `location` and `version`; what a client sends of it is ignored.',
  },
  {
    id: 'rfc-21',
    level: 'must',
    clause: rfc7643('3.1'),
    says: 'Before the first change `meta.created` equals `meta.lastModified`; both are full dateTimes.',
  },
  {
    id: 'rfc-22',
    level: 'must',
    clause: rfc7643('3.1'),
    says: '`meta.location` is the `Location` header of the creation, and GET of it answers the resource.',
  },
  {
    id: 'rfc-23',
    level: 'must',
    clause: rfc7643('3.1'),
    says: '`meta.version` is a weak entity tag and equals the `ETag` header.',
  },
  {
    id: 'rfc-24',
    level: 'must',
    clause: rfc7643('2.1'),
    says: 'Names of attributes are taken in any case, in bodies, filters and paths.',
  },
  {
    id: 'rfc-25',
    level: 'must',
    clause: rfc7643('2.5'),
    says: 'null, an empty list and an absent attribute are the same: nothing is stored, and `pr` is false.',
  },
  {
    id: 'rfc-26',
    level: 'must',
    clause: rfc7643('2.3'),
    says: 'A value of another type than its attribute’s is 400 `invalidValue`.',
  },
  {
    id: 'rfc-27',
    level: 'must',
    clause: rfc7643('2.4'),
    says: 'A multi-valued attribute has at most one primary value.',
  },
  {
    id: 'rfc-28',
    level: 'should',
    clause: rfc7643('2.4'),
    says: 'A multi-valued attribute shows no pair of type and value twice.',
  },
  {
    id: 'rfc-29',
    level: 'must',
    clause: rfc7643('2.3.8'),
    says: 'A complex attribute holds no complex one; the order of attributes means nothing.',
  },
  {
    id: 'rfc-30',
    level: 'decision',
    clause: rfc7643('7'),
    says: 'Canonical values are suggestions: others are taken.',
  },
  {
    id: 'rfc-31',
    level: 'decision',
    clause: rfc7644('3.3'),
    says: 'Attributes that nobody knows are ignored in compat mode and refused in strict mode.',
  },
  {
    id: 'rfc-32',
    level: 'must',
    clause: rfc7643('3.3'),
    says: 'Data of an extension stands under its URN, which is in `schemas` exactly when there is such data.',
  },
];
