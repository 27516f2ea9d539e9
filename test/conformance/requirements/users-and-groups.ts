import { rfc7643, rfc7644 } from './requirement.ts';
import type { Requirement } from './requirement.ts';

/** Users and groups. */
export const usersAndGroupsRequirements: readonly Requirement[] = [
  {
    id: 'rfc-33',
    level: 'must',
    clause: rfc7643('4.1.1'),
    says: '`userName` is required, not empty, unique without regard to case, and shown in the case it came in.',
  },
  {
    id: 'rfc-34',
    level: 'must',
    clause: rfc7643('4.1.1'),
    says: 'A password is in no answer, in no event and in no store.',
  },
  {
    id: 'rfc-35',
    level: 'must',
    clause: rfc7643('4.1.2'),
    says: '`groups` of a user is read-only and follows the groups: `value` is the id of a group, `$ref` its URI.',
  },
  {
    id: 'rfc-36',
    level: 'decision',
    clause: rfc7643('4.1.2'),
    says: 'Countries and certificates are kept as they come, even where they are not as the clause wants them.',
  },
  {
    id: 'rfc-37',
    level: 'decision',
    clause: rfc7643('4.1.2'),
    says: 'Addresses of e-mail are kept as they come.',
  },
  {
    id: 'rfc-38',
    level: 'must',
    clause: rfc7643('4.2'),
    says: 'A group has a `displayName`; its members are users and groups, with `value`, `$ref` and `type`.',
  },
  {
    id: 'rfc-39',
    level: 'must',
    clause: rfc7643('4.3'),
    says: 'The manager of an enterprise user is told by `manager.value`; `manager.displayName` is read-only.',
  },
  {
    id: 'rfc-40',
    level: 'decision',
    clause: rfc7644('3.6'),
    says: 'The userName of a deleted user may be used again.',
  },
];
