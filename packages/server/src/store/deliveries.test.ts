import { v7 as uuidV7 } from 'uuid';
import { expect, it } from 'vitest';
import type { Database } from './database.ts';
import { getDelivery, listDeliveries } from './deliveries.ts';
import { claimDeliveries } from './delivery-claims.ts';
import { enqueueDeliveries } from './delivery-queue.ts';
import { onEachDatabase } from './testing/databases.ts';
import { finishClaimed } from './testing/finish-claimed.ts';
import { seedDirectory, seedEndpoint, seedEnvironment, seedEvent, seedLog } from './testing/seed.ts';

/** Two endpoints, and three events of one user for each. */
async function seedDeliveries(database: Database) {
  const environmentId = await seedEnvironment(database);
  const directoryId = await seedDirectory(database, environmentId);
  const endpoints = [
    await seedEndpoint(database, { environmentId }),
    await seedEndpoint(database, { environmentId }),
  ];
  const orderKey = uuidV7();
  const eventIds: string[] = [];
  for (let n = 0; n < 3; n += 1) eventIds.push(await seedEvent(database, { directoryId, orderKey }));
  await seedLog(database);
  const deliveries = eventIds.flatMap((eventId, n) =>
    endpoints.map(({ id: endpointId }) => ({ id: uuidV7(), endpointId, eventId, isFirstOnKeys: n === 0 })),
  );
  await enqueueDeliveries(database, deliveries);
  const ids = deliveries.map(({ id }) => id).toReversed();
  return { environmentId, directoryId, endpoints: endpoints.map(({ id }) => id), eventIds, ids };
}

const claim = {
  leaseMs: 60_000,
  limit: 1000,
  limitPerEndpoint: 100,
  held: new Map<string, number>(),
  now: undefined,
};

onEachDatabase((test) => {
  it('lists the deliveries of an environment newest first, page by page', async () => {
    const { database } = test;
    const { environmentId, ids } = await seedDeliveries(database);
    const first = await listDeliveries(database, environmentId, { limit: 4 });
    const second = await listDeliveries(database, environmentId, { limit: 4, before: ids[3] });
    expect([...first, ...second].map(({ id }) => id)).toEqual(ids);
    expect(first).toHaveLength(4);
  });

  it('lists by endpoint, event and state', async () => {
    const { database } = test;
    const { environmentId, endpoints, eventIds } = await seedDeliveries(database);
    const [endpointId] = endpoints;
    const eventId = eventIds[1];
    const list = (query: object) => listDeliveries(database, environmentId, { limit: 10, ...query });
    expect((await list({ endpointId })).map((row) => row.eventId)).toEqual(eventIds.toReversed());
    expect((await list({ eventId })).map((row) => row.endpointId)).toEqual(endpoints.toReversed());
    expect(await list({ eventId, endpointId })).toHaveLength(1);
    expect((await list({ states: ['ready'] })).map((row) => row.eventId)).toEqual([eventIds[0], eventIds[0]]);
    expect(await list({ states: ['waiting'], endpointId })).toHaveLength(2);
    expect(await list({ states: ['waiting', 'failed'], eventId })).toHaveLength(2);
  });

  it('shows a delivery with its attempts', async () => {
    const { database } = test;
    const { environmentId, directoryId, endpoints, eventIds } = await seedDeliveries(database);
    const [endpointId = ''] = endpoints;
    const leaseId = uuidV7();
    const claimed = await claimDeliveries(database, { leaseId, ...claim });
    const { id = '' } = claimed.find((delivery) => delivery.endpointId === endpointId) ?? {};
    const attemptedAt = new Date('2026-03-01T12:00:00.123Z');
    const fixed = {
      ...{ id, endpointId, directoryId, eventId: eventIds[0], eventType: 'user.created' },
      ...{ sequence: expect.any(Number), isReplay: false, createdAt: expect.stringMatching(/\.\d{3}Z$/) },
    };
    expect(await getDelivery(database, environmentId, id)).toEqual({
      delivery: { ...fixed, state: 'ready', attempts: 0, nextAttemptAt: null, finishedAt: null },
      attempts: [],
    });
    await finishClaimed(database, [{ endpointId, id, leaseId }], {
      verdict: { state: 'ready', retryInMs: 3_600_000 },
      report: { attemptedAt, durationMs: 12.4, status: 503, responseBody: '' },
    });
    expect(await getDelivery(database, environmentId, id)).toEqual({
      delivery: {
        ...fixed,
        state: 'ready',
        attempts: 1,
        nextAttemptAt: expect.any(String),
        finishedAt: null,
      },
      attempts: [
        {
          attempt: 1,
          attemptedAt: attemptedAt.toISOString(),
          durationMs: 12,
          status: 503,
          error: null,
          responseBody: '',
        },
      ],
    });
  });

  it('shows nothing of another environment, and nothing by an id that is none', async () => {
    const { database } = test;
    const { environmentId, ids, endpoints } = await seedDeliveries(database);
    const elsewhere = await seedEnvironment(database);
    expect(await getDelivery(database, elsewhere, ids[0] ?? '')).toBeUndefined();
    expect(await listDeliveries(database, elsewhere, { endpointId: endpoints[0], limit: 10 })).toEqual([]);
    expect(await getDelivery(database, environmentId, 'x')).toBeUndefined();
    for (const query of [{ endpointId: 'x' }, { eventId: 'x' }, { before: 'x' }]) {
      expect(await listDeliveries(database, environmentId, { ...query, limit: 10 })).toEqual([]);
    }
  });
});
