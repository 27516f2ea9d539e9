import { nothing } from './search.ts';
import type { Condition, SearchTable } from './search.ts';
import { userColumns } from './users.ts';
import { isUuid } from './uuid-text.ts';

export const userTable: SearchTable = { table: 'users', alias: 'u', columns: userColumns };

/** What users are searched by, each served by an index unless it says otherwise. Folded values come folded. */
export const userCondition = {
  id: (id: string): Condition => (isUuid(id) ? { text: 'u.id = ?', values: [id] } : nothing),
  userName: (folded: string): Condition => ({ text: 'u.user_name_folded = ?', values: [folded] }),
  externalId: (value: string): Condition => ({ text: 'u.external_id = ?', values: [value] }),
  displayName: (folded: string): Condition => ({ text: 'u.display_name_folded = ?', values: [folded] }),
  email: (folded: string): Condition => ({
    text: `exists (select from user_emails e
      where e.directory_id = u.directory_id and e.user_id = u.id and e.value_folded = ?)`,
    values: [folded],
  }),
  /** One e-mail address that has both this value and this type. */
  emailOfType: (folded: string, typeFolded: string): Condition => ({
    text: `exists (select from user_emails e where e.directory_id = u.directory_id and e.user_id = u.id
      and e.value_folded = ? and e.type_folded = ?)`,
    values: [folded, typeFolded],
  }),
  group: (groupId: string): Condition =>
    isUuid(groupId)
      ? {
          text: `exists (select from group_members m
            where m.directory_id = u.directory_id and m.member_id = u.id and m.group_id = ?)`,
          values: [groupId],
        }
      : nothing,
  updatedSince: (at: string): Condition => ({ text: 'u.updated_at >= ?', values: [at] }),
  /** No index: only worth its while beside another condition. */
  active: (active: boolean): Condition => ({ text: 'u.active = ?', values: [active] }),
  /** No index: only worth its while beside another condition. */
  manager: (managerId: string): Condition => ({
    text: `u.resource #>> '{urn:ietf:params:scim:schemas:extension:enterprise:2.0:User,manager,value}' = ?`,
    values: [managerId],
  }),
};
