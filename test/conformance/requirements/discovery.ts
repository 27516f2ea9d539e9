import { rfc7643, rfc7644 } from './requirement.ts';
import type { Requirement } from './requirement.ts';

/** Discovery. */
export const discoveryRequirements: readonly Requirement[] = [
  {
    id: 'rfc-126',
    level: 'must',
    clause: rfc7643('5'),
    says: 'ServiceProviderConfig has every part and tells the truth.',
  },
  {
    id: 'rfc-127',
    level: 'must',
    clause: rfc7644('4'),
    says: 'Resource types and schemas are lists, and each is served alone; an unknown one is 404.',
  },
  {
    id: 'rfc-128',
    level: 'must',
    clause: rfc7643('6'),
    says: 'A resource type has a name, an endpoint, a schema that is served, and its extensions.',
  },
  {
    id: 'rfc-129',
    level: 'must',
    clause: rfc7643('7'),
    says: 'A schema has its URN and all characteristics of each attribute; schemas of messages are not listed.',
  },
  {
    id: 'rfc-130',
    level: 'must',
    clause: rfc7644('4'),
    says: 'Query parameters of discovery are ignored, except a filter, which is 403.',
  },
  {
    id: 'rfc-131',
    level: 'decision',
    clause: rfc7644('4'),
    says: 'Discovery serves GET and nothing else; what all resources have in common is not in their schemas.',
  },
  {
    id: 'rfc-132',
    level: 'must',
    clause: rfc7643('7'),
    says: 'The schemas describe exactly what the server returns.',
  },
];
