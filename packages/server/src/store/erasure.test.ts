import { v7 as uuidV7 } from 'uuid';
import { expect, it } from 'vitest';
import type { Database, Statement } from './database.ts';
import { getDelivery } from './deliveries.ts';
import { claimDeliveries } from './delivery-claims.ts';
import { enqueueDeliveries } from './delivery-queue.ts';
import { rewriteEventsOf } from './erasure.ts';
import { listEvents } from './events.ts';
import { leadRelay, moveInboxToLog, takeInboxBatch } from './inbox.ts';
import { onEachDatabase, onPostgres } from './testing/databases.ts';
import { finishClaimed } from './testing/finish-claimed.ts';
import { seedDirectory, seedEndpoint, seedEnvironment, seedEvent, seedLog } from './testing/seed.ts';

const countWaiting: Statement = {
  name: 'testing.waiting',
  text: `select count(*) as count from pg_locks where locktype = 'advisory' and not granted`,
};

/** Resolves when somebody waits for an advisory lock, or when `done` is, whichever comes first. */
async function untilWaiting(database: Database, done: Promise<unknown>): Promise<void> {
  let isDone = false;
  void done.finally(() => (isDone = true));
  for (;;) {
    const [row] = await database.query<{ count: number }>(countWaiting);
    if (isDone || (row?.count ?? 0) > 0) return;
  }
}

onEachDatabase((test) => {
  const states = ['delivered', 'failed'] as const;
  it.each(states)(
    'drops what receivers answered to %s events of the person, and nothing else',
    async (state) => {
      const { database } = test;
      const environmentId = await seedEnvironment(database);
      const directoryId = await seedDirectory(database, environmentId);
      const { id: endpointId } = await seedEndpoint(database, { environmentId });
      const [userId, other] = [uuidV7(), uuidV7()];
      const eventIds = [
        await seedEvent(database, { directoryId, orderKey: userId }),
        await seedEvent(database, { directoryId, orderKey: uuidV7(), secondOrderKey: userId }),
        await seedEvent(database, { directoryId, orderKey: other }),
      ];
      await seedLog(database);
      await enqueueDeliveries(
        database,
        eventIds.map((eventId) => ({ id: uuidV7(), endpointId, eventId, isFirstOnKeys: true })),
      );
      const claimed = await claimDeliveries(database, {
        ...{
          leaseId: uuidV7(),
          leaseMs: 60_000,
          limit: 10,
          limitPerEndpoint: 10,
          held: new Map(),
          now: undefined,
        },
      });
      const verdict = { state, retryInMs: 0 };
      await finishClaimed(database, claimed, { verdict, report: { responseBody: 'Ada' } });

      await rewriteEventsOf(database, { environmentId, directoryId, userId }, (data) => data);
      const answers = new Map<string, unknown>();
      for (const { id, eventId } of claimed) {
        const found = await getDelivery(database, environmentId, id);
        answers.set(eventId, found?.attempts[0]?.responseBody);
      }
      expect(eventIds.map((id) => answers.get(id))).toEqual([null, null, 'Ada']);
    },
  );
});

onPostgres((test) => {
  it('lets nothing past that the relay has read before', async () => {
    const { database } = test;
    const environmentId = await seedEnvironment(database);
    const directoryId = await seedDirectory(database, environmentId);
    const userId = uuidV7();
    await seedEvent(database, { directoryId, orderKey: userId, data: { user: 'Ada' } });

    let erasing: Promise<boolean> | undefined;
    await test.connectAgain().transaction(async (relay) => {
      await leadRelay(relay);
      const rows = await takeInboxBatch(relay, 10);
      erasing = rewriteEventsOf(database, { environmentId, directoryId, userId }, () => ({ user: null }));
      await untilWaiting(test.connectAgain(), erasing);
      const numbered = rows.map(({ id, data }) => ({ inboxId: id, sequence: 1, body: `{"data":${data}}` }));
      await moveInboxToLog(relay, numbered);
    });
    expect(await erasing).toBe(true);
    const { rows } = await listEvents(database, { environmentId, limit: 10 });
    expect(rows.map(({ body }) => body)).toEqual(['{"data":{"user":null}}']);
  });
});
