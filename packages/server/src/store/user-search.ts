import type { CompareOperator } from '../scim/filter/filter.ts';
import { commonCondition, nothing } from './condition.ts';
import type { Bind, Condition } from './condition.ts';
import {
  commonSources,
  foldedText,
  idLookup,
  locationOf,
  referenceLookup,
  requiredWith,
} from './filter/attribute-sources.ts';
import type { Writing } from './filter/attribute-sources.ts';
import { comparisonSql } from './filter/sql-value.ts';
import type { SqlValue } from './filter/sql-value.ts';
import type { SearchTable } from './search.ts';
import { userColumns } from './users.ts';
import { isUuid } from './uuid-text.ts';

const emailColumn: SqlValue = { type: 'text', sql: 'e.value_folded', isExact: false, isColumn: true };

/** Every e-mail address that is not empty has a row; the ids first, as of references. */
function emailLookup(operator: CompareOperator, literal: string, bind: Bind): string | undefined {
  const ids = (): string => `select e.user_id from user_emails e
    where e.directory_id = $1 and ${comparisonSql(emailColumn, operator, literal, bind)}`;
  switch (operator) {
    case 'eq':
      return `u.id = any (array(${ids()}))`;
    case 'co':
    case 'sw':
    case 'ew':
      // These may be everybody's.
      return `u.id in (${ids()})`;
    default:
      return undefined;
  }
}

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
  lookups: new Map([
    ['id', idLookup('u.id')],
    ['emails.value', emailLookup],
    [
      'groups.value',
      referenceLookup(
        'u.id',
        (group) =>
          `select m.member_id from group_members m where m.directory_id = $1 and m.group_id = ${group}`,
      ),
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
