import { rfc7644 } from './requirement.ts';
import type { Requirement } from './requirement.ts';

/** PATCH and deletion. */
export const patchRequirements: readonly Requirement[] = [
  {
    id: 'rfc-92',
    level: 'must',
    clause: rfc7644('3.5.2'),
    says: 'A PATCH names its schema and holds at least one operation; else it is 400 `invalidSyntax`.',
  },
  {
    id: 'rfc-93',
    level: 'must',
    clause: rfc7644('3.5.2'),
    says: 'An operation is `add`, `remove` or `replace`, in compat mode in any case; another is 400 `invalidSyntax`.',
  },
  {
    id: 'rfc-94',
    level: 'must',
    clause: rfc7644('3.5.2'),
    says: 'A path that is malformed is 400 `invalidPath`, a filter inside it 400 `invalidFilter`; elements have no numbers.',
  },
  {
    id: 'rfc-95',
    level: 'must',
    clause: rfc7644('3.5.2'),
    says: 'Paths are attributes, sub-attributes, value paths with and without one, each behind a URN too, and the URN of an extension.',
  },
  {
    id: 'rfc-96',
    level: 'must',
    clause: rfc7644('3.5.2'),
    says: 'Operations see the result of those before them, and all or none of them happen.',
  },
  {
    id: 'rfc-97',
    level: 'must',
    clause: rfc7644('3.5.2'),
    says: 'A PATCH answers 200 with the resource or 204, and 200 where `attributes` are asked for.',
  },
  {
    id: 'rfc-98',
    level: 'must',
    clause: rfc7644('3.14'),
    says: '`If-Match` holds for PATCH too: 412 when the version is another.',
  },
  {
    id: 'rfc-99',
    level: 'must',
    clause: rfc7644('3.5.2'),
    says: 'A value that becomes primary takes it from the others.',
  },
  {
    id: 'rfc-100',
    level: 'must',
    clause: rfc7644('3.5.2'),
    says: 'A write of what is read-only is 400 `mutability`; an equal `id` or `meta` inside a value is ignored.',
  },
  {
    id: 'rfc-101',
    level: 'must',
    clause: rfc7644('3.5.2'),
    says: 'Writing an attribute of an extension adds its URN to `schemas`; removing the last one removes it.',
  },
  {
    id: 'rfc-102',
    level: 'must',
    clause: rfc7644('3.5.2.1'),
    says: '`add` sets, merges or appends without doubles; adding what is there changes nothing, `lastModified` included.',
  },
  {
    id: 'rfc-103',
    level: 'decision',
    clause: rfc7644('3.5.2.1'),
    says: '`add` to a value path that matches nothing creates the element that its `eq` terms describe, in compat mode.',
  },
  {
    id: 'rfc-104',
    level: 'must',
    clause: rfc7644('3.5.2.2'),
    says: '`remove` needs a path (400 `noTarget`), takes what it matches, and cannot take what is required.',
  },
  {
    id: 'rfc-105',
    level: 'must',
    clause: rfc7644('3.5.2.2'),
    says: 'Removing a member that is not there succeeds and changes nothing.',
  },
  {
    id: 'rfc-106',
    level: 'decision',
    clause: rfc7644('3.5.2.2'),
    says: '`remove` with a list of values takes those only, in compat mode.',
  },
  {
    id: 'rfc-107',
    level: 'must',
    clause: rfc7644('3.5.2.3'),
    says: '`replace` sets: a complex attribute only where named, a list whole, a value path all that match, and none is 400 `noTarget`.',
  },
  {
    id: 'rfc-108',
    level: 'must',
    clause: rfc7644('3.5.2.3'),
    says: 'A required attribute cannot be set to null or to nothing.',
  },
  {
    id: 'rfc-109',
    level: 'must',
    clause: rfc7644('3.5.2'),
    says: 'A value of a wrong type is 400 `invalidValue`; a path to an attribute that nobody knows is 400 `invalidPath`.',
  },
  {
    id: 'rfc-110',
    level: 'decision',
    clause: rfc7644('3.5.2'),
    says: 'Compat mode takes booleans as strings, dotted keys, URN keys, an object for a list, and a manager as a bare string.',
  },
  {
    id: 'rfc-111',
    level: 'must',
    clause: rfc7644('3.6'),
    says: 'A deletion is 204 without a body; afterwards every request for the id is 404, and no list shows or counts it.',
  },
  {
    id: 'rfc-112',
    level: 'should',
    clause: rfc7644('3.6'),
    says: 'What was deleted stands in nobody’s way, and `If-Match` holds for deletions.',
  },
  {
    id: 'rfc-113',
    level: 'decision',
    clause: rfc7644('3.6'),
    says: 'A deleted user leaves all groups, a deleted group leaves `groups` of its users; a manager’s id stays where it was given.',
  },
];
