import { fold } from '../scim/text.ts';
import { commonCondition, nothing } from './condition.ts';
import type { Condition } from './condition.ts';
import { commonSources, foldedText, locationOf, requiredWith } from './filter/attribute-sources.ts';
import type { Writing } from './filter/attribute-sources.ts';
import type { SearchTable } from './search.ts';
import { userColumns } from './users.ts';
import { isOwnId, isUuid } from './uuid-text.ts';

export const userTable: SearchTable = {
  table: 'users',
  columns: userColumns,
  alias: 'u',
  // True or false in every user.
  own: new Map(commonSources('u', 'User')).set('active', () => ({ type: 'boolean', sql: 'u.active' })),
  textColumns: new Map([
    ['userName', { type: 'text', sql: 'u.user_name_folded', isExact: false, isColumn: true }],
    ['displayName', { type: 'text', sql: 'u.display_name_folded', isExact: false, isColumn: true }],
    ['externalId', { type: 'text', sql: 'u.external_id', isExact: true, isColumn: true }],
  ]),
  required: requiredWith('userName', 'active'),
  rows: new Map([
    [
      'groups',
      {
        from: `group_members m join groups g on g.directory_id = m.directory_id and g.id = m.group_id
          where m.directory_id = u.directory_id and m.member_id = u.id`,
        subAttributes: new Map([
          ['value', () => foldedText('g.id::text')],
          ['$ref', (writing: Writing) => locationOf(`'/Groups/'`, 'g.id', writing)],
          ['display', () => foldedText('g.display_name_folded')],
          ['type', () => foldedText(`'direct'::text`)],
        ]),
        idColumn: 'm.group_id',
      },
    ],
  ]),
  // The ids first, so that an index finds the users also inside an "or".
  equal: new Map([
    ['id', (literal, bind) => (isOwnId(literal) ? `u.id = ${bind(literal)}` : 'false')],
    [
      'emails.value',
      (literal, bind) => `u.id = any (array(select e.user_id from user_emails e
        where e.directory_id = $1 and e.value_folded = ${bind(fold(literal))}))`,
    ],
    [
      'groups.value',
      (literal, bind) =>
        isUuid(literal)
          ? `u.id = any (array(select m.member_id from group_members m
              where m.directory_id = $1 and m.group_id = ${bind(literal)}))`
          : 'false',
    ],
  ]),
};

/** What users are searched by, each served by an index unless it says otherwise. Folded values come folded. */
export const userCondition = {
  userName: (folded: string): Condition => commonCondition((bind) => `u.user_name_folded = ${bind(folded)}`),
  externalId: (value: string): Condition => commonCondition((bind) => `u.external_id = ${bind(value)}`),
  email: (folded: string): Condition =>
    commonCondition(
      (bind) => `exists (select from user_emails e
        where e.directory_id = u.directory_id and e.user_id = u.id and e.value_folded = ${bind(folded)})`,
    ),
  group: (groupId: string): Condition =>
    isUuid(groupId)
      ? commonCondition(
          (bind) => `exists (select from group_members m
            where m.directory_id = u.directory_id and m.member_id = u.id and m.group_id = ${bind(groupId)})`,
        )
      : nothing,
  updatedSince: (at: string): Condition => commonCondition((bind) => `u.updated_at >= ${bind(at)}`),
  /** No index: only worth its while beside another condition. */
  active: (active: boolean): Condition => commonCondition((bind) => `u.active = ${bind(active)}`),
};
