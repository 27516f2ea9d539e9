import { commonCondition, nothing } from './condition.ts';
import type { Condition } from './condition.ts';
import {
  commonSources,
  foldedText,
  idLookup,
  locationOf,
  referenceLookup,
  requiredWith,
} from './filter/attribute-sources.ts';
import type { Writing } from './filter/attribute-sources.ts';
import { groupColumns } from './groups.ts';
import type { SearchTable } from './search.ts';
import { isUuid } from './uuid-text.ts';

export const groupTable: SearchTable = {
  table: 'groups',
  columns: groupColumns,
  alias: 'g',
  own: commonSources('g', 'Group'),
  textColumns: new Map([
    ['displayName', { type: 'text', sql: 'g.display_name_folded', isExact: false, isColumn: true }],
    ['externalId', { type: 'text', sql: 'g.external_id', isExact: true, isColumn: true }],
  ]),
  required: requiredWith('displayName'),
  rows: new Map([
    [
      'members',
      {
        from: `group_members m where m.directory_id = g.directory_id and m.group_id = g.id`,
        subAttributes: new Map([
          ['value', () => foldedText('m.member_id::text')],
          [
            '$ref',
            (writing: Writing) =>
              locationOf(
                `case when m.user_id is null then '/Groups/' else '/Users/' end`,
                'm.member_id',
                writing,
              ),
          ],
          ['type', () => foldedText(`case when m.user_id is null then 'group' else 'user' end`)],
        ]),
        idColumn: 'm.member_id',
      },
    ],
  ]),
  lookups: new Map([
    ['id', idLookup('g.id')],
    [
      'members.value',
      referenceLookup(
        'g.id',
        (member) =>
          `select m.group_id from group_members m where m.directory_id = $1 and m.member_id = ${member}`,
      ),
    ],
  ]),
};

/** What groups are searched by, each served by an index. Folded values come folded. */
export const groupCondition = {
  displayName: (folded: string): Condition =>
    commonCondition((bind) => `g.display_name_folded = ${bind(folded)}`),
  member: (memberId: string): Condition =>
    isUuid(memberId)
      ? commonCondition(
          (bind) => `exists (select from group_members m
            where m.directory_id = g.directory_id and m.group_id = g.id and m.member_id = ${bind(memberId)})`,
        )
      : nothing,
};
