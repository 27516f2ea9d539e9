import { rfc9967 } from './requirement.ts';
import type { Requirement } from './requirement.ts';

/** Security event tokens. */
export const securityEventsRequirements: readonly Requirement[] = [
  {
    id: 'rfc-140',
    level: 'optional',
    clause: rfc9967,
    says: 'ServiceProviderConfig tells of `securityEvents` where they are served; here they are not, so it has none.',
  },
  {
    id: 'rfc-141',
    level: 'must',
    clause: rfc9967,
    says: 'The subject of a SCIM event stands in `sub_id`.',
    decision:
      'Security event tokens are not served: consumers are told by signed webhooks and the event log.',
  },
  {
    id: 'rfc-142',
    level: 'must',
    clause: rfc9967,
    says: 'Events have the URIs that the profile names.',
    decision:
      'Security event tokens are not served: consumers are told by signed webhooks and the event log.',
  },
  {
    id: 'rfc-143',
    level: 'must',
    clause: rfc9967,
    says: '`Prefer: respond-async` is answered 202 where it is served; here the result itself is the answer, as if nothing was preferred.',
  },
];
