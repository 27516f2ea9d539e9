import { groupColumns } from './groups.ts';
import { nothing } from './search.ts';
import type { Condition, SearchTable } from './search.ts';
import { isUuid } from './uuid-text.ts';

export const groupTable: SearchTable = { table: 'groups', alias: 'g', columns: groupColumns };

/** What groups are searched by, each served by an index. Folded values come folded. */
export const groupCondition = {
  id: (id: string): Condition => (isUuid(id) ? { text: 'g.id = ?', values: [id] } : nothing),
  displayName: (folded: string): Condition => ({ text: 'g.display_name_folded = ?', values: [folded] }),
  externalId: (value: string): Condition => ({ text: 'g.external_id = ?', values: [value] }),
  member: (memberId: string): Condition =>
    isUuid(memberId)
      ? {
          text: `exists (select from group_members m
            where m.directory_id = g.directory_id and m.group_id = g.id and m.member_id = ?)`,
          values: [memberId],
        }
      : nothing,
};
