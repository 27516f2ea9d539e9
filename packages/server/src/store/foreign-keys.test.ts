import { expect, it } from 'vitest';
import type { Statement } from './database.ts';
import { onEachDatabase } from './testing/databases.ts';

const listUnindexed: Statement = {
  name: 'testing.unindexed-foreign-keys',
  text: `select c.conrelid::regclass::text as "table", pg_get_constraintdef(c.oid) as definition
  from pg_constraint c
  where c.contype = 'f' and c.connamespace = 'public'::regnamespace and not exists (
    select from pg_index i
    where i.indrelid = c.conrelid and (i.indkey::int2[])[0:cardinality(c.conkey) - 1] @> c.conkey
  )`,
};

onEachDatabase((test) => {
  // Without one, each deletion of what is referred to reads all of a directory's rows.
  it('every foreign key begins an index of its table', async () => {
    expect(await test.database.query(listUnindexed)).toEqual([]);
  });
});
