import type { Queryable, Statement } from './database.ts';

/** 'keep' in ASCII. */
const upkeepLock = 0x6b656570;

const lead: Statement = { name: 'upkeep.lead', text: 'select pg_try_advisory_xact_lock($1) as "isLeader"' };

/** Makes this transaction the only one that keeps the database in order; false while another one does. */
export async function leadUpkeep(tx: Queryable): Promise<boolean> {
  const [row] = await tx.query<{ isLeader: boolean }>(lead, [upkeepLock]);
  return row?.isLeader ?? false;
}
