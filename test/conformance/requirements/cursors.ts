import { rfc9865 } from './requirement.ts';
import type { Requirement } from './requirement.ts';

/** Cursors. */
export const cursorsRequirements: readonly Requirement[] = [
  {
    id: 'rfc-133',
    level: 'optional',
    clause: rfc9865('2'),
    says: '`cursor` pages a list; empty asks for the first page; a cursor needs no encoding.',
  },
  {
    id: 'rfc-134',
    level: 'must',
    clause: rfc9865('2'),
    says: '`nextCursor` is on every page but the last; there is no `previousCursor` on the first.',
  },
  {
    id: 'rfc-135',
    level: 'must',
    clause: rfc9865('2'),
    says: '`count` holds for pages by cursor too: never more, and 0 for the total alone.',
  },
  {
    id: 'rfc-136',
    level: 'should',
    clause: rfc9865('2.1'),
    says: 'A cursor that is none is 400 `invalidCursor`, one that has passed `expiredCursor`, a count that is none `invalidCount`.',
  },
  {
    id: 'rfc-137',
    level: 'must',
    clause: rfc9865('4'),
    says: 'ServiceProviderConfig tells of both ways to page, the default of which is the index.',
  },
  {
    id: 'rfc-138',
    level: 'must',
    clause: rfc9865('2'),
    says: 'A cursor goes with the parameters that it was made with; with others it is 400 `invalidCursor`.',
  },
  {
    id: 'rfc-139',
    level: 'must',
    clause: rfc9865('5'),
    says: 'Every page asks for the credential again; a cursor opens nothing, and `.search` takes it.',
  },
];
