import type { Queryable, Statement } from './database.ts';

const ask: Statement = { name: 'reachability.ask', text: 'select 1' };

/** Makes the question whether the database answers. However many ask at once, it is asked once: anybody may. */
export function createReachability(queryable: Queryable): () => Promise<boolean> {
  let asking: Promise<boolean> | undefined;
  return () => {
    asking ??= queryable
      .query(ask)
      .then(
        () => true,
        () => false,
      )
      .finally(() => {
        asking = undefined;
      });
    return asking;
  };
}
