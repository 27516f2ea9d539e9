import { v7 as uuidV7 } from 'uuid';
import { expect, it } from 'vitest';
import type { Database, Queryable, Statement } from './database.ts';
import { getDelivery } from './deliveries.ts';
import { claimDeliveries, claimFailedDeliveries, claimProbes, releaseDeliveries } from './delivery-claims.ts';
import type { Claim, ClaimedDelivery } from './delivery-claims.ts';
import { enqueueDeliveries, lockSubscribers } from './delivery-queue.ts';
import type { DeliveryVerdict } from './delivery-results.ts';
import { retryDelivery } from './delivery-retry.ts';
import { saveHealth } from './endpoint-health.ts';
import { disableEndpoint, enableEndpoint } from './endpoint-state.ts';
import { onEachDatabase, onPostgres } from './testing/databases.ts';
import { finishClaimed } from './testing/finish-claimed.ts';
import { seedDirectory, seedEndpoint, seedEnvironment, seedEvent, seedLog } from './testing/seed.ts';
import { rotateWebhookEndpointKeys } from './webhook-endpoints.ts';

/** In the future, so that what the tests enqueue is due. */
const start = Date.now() + 3_600_000;
const at = (seconds: number): Date => new Date(start + seconds * 1000);

/** Claims everything of one test's endpoints; those of other tests on this database hold all they may. */
function claimFor(queryable: Queryable, options: Partial<Claim> = {}): Promise<readonly ClaimedDelivery[]> {
  const leaseId = uuidV7();
  return claimDeliveries(queryable, {
    ...{
      leaseId,
      leaseMs: 60_000,
      limit: 1000,
      limitPerEndpoint: 100,
      held: new Map(),
      now: at(0),
      ...options,
    },
  });
}

function finish(
  database: Database,
  deliveries: readonly ClaimedDelivery[],
  verdict: DeliveryVerdict,
  now = at(0),
): Promise<number> {
  return finishClaimed(database, deliveries, { verdict, now });
}

const delivered: DeliveryVerdict = { state: 'delivered', retryInMs: 0 };
const failed: DeliveryVerdict = { state: 'failed', retryInMs: 0 };

const forget: Statement = { name: 'testing.forget', text: 'delete from webhook_endpoints' };
const listStates: Statement = {
  name: 'testing.states',
  text: 'select event_id as "eventId", state, attempts from deliveries where endpoint_id = $1 order by ordinal',
};

/** Of what this connection has not reported yet. */
const countUpdates: Statement = {
  name: 'testing.updates',
  text: `select pg_stat_get_xact_tuples_updated('deliveries'::regclass) as "all",
    pg_stat_get_xact_tuples_hot_updated('deliveries'::regclass) as "withoutIndex"`,
};

/** An endpoint alone on the database, with a delivery for each list of one or two order keys. */
async function seedQueue(database: Database, ...keys: readonly (readonly string[])[]) {
  await database.query(forget);
  const environmentId = await seedEnvironment(database);
  const directoryId = await seedDirectory(database, environmentId);
  const { id: endpointId } = await seedEndpoint(database, { environmentId });
  const names = new Map<string, string>();
  const keyOf = (name: string): string => {
    const key = names.get(name) ?? uuidV7();
    names.set(name, key);
    return key;
  };
  /** Enqueues as the relay does, each delivery in a batch of its own. */
  async function enqueue(process: Database, [first = '', second]: readonly string[]): Promise<string> {
    const order = { orderKey: keyOf(first), ...(second !== undefined && { secondOrderKey: keyOf(second) }) };
    const eventId = await seedEvent(process, { directoryId, ...order });
    await seedLog(process);
    await process.transaction(async (tx) => {
      await lockSubscribers(tx, [environmentId]);
      await enqueueDeliveries(tx, [{ id: uuidV7(), endpointId, eventId, isFirstOnKeys: true }]);
    });
    return eventId;
  }
  const eventIds: string[] = [];
  for (const list of keys) eventIds.push(await enqueue(database, list));
  const states = async () => {
    const rows = await database.query<{ eventId: string; state: string; attempts: number }>(listStates, [
      endpointId,
    ]);
    return rows.map(({ state }) => state);
  };
  return { environmentId, endpointId, eventIds, enqueue, states };
}

const keys = { secretEncrypted: Buffer.of(2), publicKey: 'whpk_2', privateKeyEncrypted: Buffer.of(2) };
const overlap = (overlapSeconds: number) => ({ overlapSeconds, now: undefined });

const idsOf = (claimed: readonly ClaimedDelivery[]): string[] =>
  claimed.map(({ eventId }) => eventId).toSorted();

onEachDatabase((test) => {
  it('claims with all that sending needs', async () => {
    const { database } = test;
    const { environmentId, endpointId, eventIds } = await seedQueue(database, ['a']);
    await rotateWebhookEndpointKeys(database, environmentId, endpointId, keys, overlap(7200));
    expect(await claimFor(database)).toEqual([
      {
        ...{
          endpointId,
          id: expect.any(String),
          leaseId: expect.any(String),
          eventId: eventIds[0],
        },
        body: JSON.stringify({ id: eventIds[0], type: 'user.created' }),
        ...{ isReplay: false, isTrial: false, wasLeased: false },
        target: {
          ...{ endpointId, url: 'https://receiver.example/webhooks', signatures: ['v1'] },
          ...{ secretEncrypted: Buffer.of(2), previousSecretEncrypted: Buffer.of(1) },
          ...{ privateKeyEncrypted: Buffer.of(2), previousPrivateKeyEncrypted: Buffer.of(1) },
        },
      },
    ]);
  });

  it('touches no index when it claims', async () => {
    await seedQueue(test.database, ['a'], ['b'], ['c']);
    const [before, after] = await test.database.transaction(async (tx) => {
      const count = async () =>
        (await tx.query<{ all: number; withoutIndex: number }>(countUpdates))[0] ?? expect.fail();
      const untouched = await count();
      await claimFor(tx);
      return [untouched, await count()];
    });
    expect(after.all - before.all).toBe(3);
    expect(after.withoutIndex - before.withoutIndex).toBe(3);
  });

  it('leaves out a secret whose overlap is over', async () => {
    const { database } = test;
    const { environmentId, endpointId } = await seedQueue(database, ['a']);
    await rotateWebhookEndpointKeys(database, environmentId, endpointId, keys, overlap(1));
    expect(await claimFor(database)).toMatchObject([
      { target: { previousSecretEncrypted: null, previousPrivateKeyEncrypted: null } },
    ]);
  });

  it('claims nothing twice while the lease holds, and the same event again when it has ended', async () => {
    const { database } = test;
    const { eventIds } = await seedQueue(database, ['a'], ['b']);
    const first = await claimFor(database, { limit: 1 });
    const second = await claimFor(database, { now: at(59) });
    expect(idsOf([...first, ...second])).toEqual(eventIds.toSorted());
    expect(await claimFor(database, { now: at(59.9) })).toEqual([]);
    expect(idsOf(await claimFor(database, { now: at(60) }))).toEqual(idsOf(first));
  });

  it('does not count a result under a lost lease', async () => {
    const { database } = test;
    const { environmentId, states } = await seedQueue(database, ['a'], ['a']);
    const lost = await claimFor(database);
    const [again] = await claimFor(database, { now: at(60) });
    expect(await finish(database, lost, delivered, at(61))).toBe(0);
    expect(await states()).toEqual(['ready', 'waiting']);
    expect((await getDelivery(database, environmentId, again?.id ?? ''))?.attempts).toEqual([]);
    expect(await finish(database, again ? [again] : [], delivered, at(61))).toBe(1);
    expect(await states()).toEqual(['delivered', 'ready']);
    expect(await finish(database, again ? [again] : [], failed, at(61))).toBe(0);
    expect(await states()).toEqual(['delivered', 'ready']);
  });

  it('logs every attempt', async () => {
    const { database } = test;
    const { environmentId } = await seedQueue(database, ['a']);
    const claimNext = async () => (await claimFor(database))[0] ?? expect.fail();
    const { id, ...first } = await claimNext();
    await finish(database, [{ id, ...first }], { state: 'ready', retryInMs: 0 });
    await finish(database, [await claimNext()], delivered);
    await retryDelivery(database, environmentId, id, at(0));
    await finish(database, [await claimNext()], delivered);
    const same = {
      attemptedAt: at(0).toISOString(),
      durationMs: 2,
      status: 200,
      error: null,
      responseBody: 'ok',
    };
    expect((await getDelivery(database, environmentId, id))?.attempts).toEqual(
      [1, 2, 3].map((attempt) => ({ attempt, ...same })),
    );
  });

  it('keeps a retry back until its pause is over, and its followers until it is finished', async () => {
    const { database } = test;
    const { eventIds, states } = await seedQueue(database, ['a'], ['a'], ['b']);
    const [a1, , b1] = eventIds;
    const claimed = await claimFor(database);
    expect(idsOf(claimed)).toEqual([a1, b1].toSorted());
    const first = claimed.filter(({ eventId }) => eventId === a1);
    expect(await finish(database, first, { state: 'ready', retryInMs: 5000 })).toBe(0);
    expect(await states()).toEqual(['ready', 'waiting', 'ready']);
    expect(await claimFor(database, { now: at(4.9) })).toEqual([]);
    const retried = await claimFor(database, { now: at(5) });
    expect(retried).toMatchObject([{ eventId: a1 }]);
    expect(await finish(database, retried, failed, at(6))).toBe(1);
    expect(await states()).toEqual(['failed', 'ready', 'ready']);
  });

  it('makes a delivery of two keys ready when it is the first on both', async () => {
    const { database } = test;
    const { eventIds, states } = await seedQueue(database, ['a'], ['b'], ['a', 'b'], ['b', 'c'], ['c']);
    expect(await states()).toEqual(['ready', 'ready', 'waiting', 'waiting', 'waiting']);
    const claimed = await claimFor(database);
    const one = (n: number) => claimed.filter(({ eventId }) => eventId === eventIds[n]);
    expect(await finish(database, one(0), delivered)).toBe(0);
    expect(await finish(database, one(1), delivered)).toBe(1);
    expect(await states()).toEqual(['delivered', 'delivered', 'ready', 'waiting', 'waiting']);
    await finish(database, await claimFor(database), delivered);
    expect(await states()).toEqual(['delivered', 'delivered', 'delivered', 'ready', 'waiting']);
    await finish(database, await claimFor(database), delivered);
    expect(await states()).toEqual(['delivered', 'delivered', 'delivered', 'delivered', 'ready']);
  });

  it('makes ready what waited for several that finish together', async () => {
    const { database } = test;
    const { states } = await seedQueue(database, ['a'], ['b'], ['a', 'b']);
    expect(await finish(database, await claimFor(database), delivered)).toBe(1);
    expect(await states()).toEqual(['delivered', 'delivered', 'ready']);
  });

  it('makes ready at once what comes after everything was finished', async () => {
    const { database } = test;
    const { enqueue, states } = await seedQueue(database, ['a']);
    await finish(database, await claimFor(database), delivered);
    await enqueue(database, ['a']);
    expect(await states()).toEqual(['delivered', 'ready']);
  });

  it('claims the oldest first, not more than an endpoint may have at once', async () => {
    const { database } = test;
    const { endpointId, eventIds } = await seedQueue(database, ['a'], ['b'], ['c'], ['d']);
    const held = new Map([[endpointId, 1]]);
    const claimed = await claimFor(database, { limitPerEndpoint: 3, held });
    expect(claimed.map(({ eventId }) => eventId)).toEqual(eventIds.slice(0, 2));
    expect(await claimFor(database, { limitPerEndpoint: 3, held: new Map([[endpointId, 3]]) })).toEqual([]);
  });

  it('lets an endpoint have more at once that has a limit of its own', async () => {
    const { database } = test;
    const { endpointId, eventIds } = await seedQueue(database, ['a'], ['b'], ['c'], ['d']);
    const limits = { limitPerEndpoint: 2, ownLimits: new Map([[endpointId, 3]]) };
    expect(idsOf(await claimFor(database, limits))).toEqual(eventIds.slice(0, 3).toSorted());
    const held = new Map([[endpointId, 2]]);
    expect(await claimFor(database, { ...limits, held })).toHaveLength(1);
  });

  it('gives those their turn first who have the fewest in hand', async () => {
    const { database } = test;
    const { environmentId, endpointId: busy, enqueue, eventIds } = await seedQueue(database, ['a'], ['b']);
    const { id: idle } = await seedEndpoint(database, { environmentId });
    await enqueueDeliveries(database, [
      { id: uuidV7(), endpointId: idle, eventId: eventIds[0] ?? '', isFirstOnKeys: true },
    ]);
    await enqueue(database, ['c']);
    for (const limit of [1, 2]) {
      const claimed = await claimFor(database, { limit, held: new Map([[busy, 1]]) });
      expect(claimed.some(({ endpointId }) => endpointId === idle)).toBe(limit === 1);
    }
  });

  it('gives back what was not sent', async () => {
    const { database } = test;
    const { eventIds } = await seedQueue(database, ['a']);
    const claimed = await claimFor(database);
    await releaseDeliveries(database, claimed, at(1));
    expect(await claimFor(database, { now: at(1) })).toMatchObject([{ eventId: eventIds[0] }]);
    await releaseDeliveries(database, claimed, at(1));
    expect(await claimFor(database, { now: at(1) })).toEqual([]);
  });

  it('claims nothing of an endpoint that is disabled, and goes on when it is enabled', async () => {
    const { database } = test;
    const { endpointId, eventIds } = await seedQueue(database, ['a'], ['b']);
    await finish(database, await claimFor(database, { limit: 1 }), delivered);
    await disableEndpoint(database, endpointId, 'gone', undefined);
    expect(await claimFor(database)).toEqual([]);
    await enableEndpoint(database, endpointId, undefined);
    expect(await claimFor(database)).toMatchObject([{ eventId: eventIds[1] }]);
  });

  it('claims what has failed by itself apart from the others', async () => {
    const { database } = test;
    const { eventIds } = await seedQueue(database, ['a'], ['b']);
    await finish(database, await claimFor(database, { limit: 1 }), {
      ...{ state: 'ready', retryInMs: 5000, failures: 1, failsAlone: true },
    });
    expect(idsOf(await claimFor(database, { now: at(5) }))).toEqual([eventIds[1]]);
    const limits = { ...claimOptions, limit: 10, limitPerEndpoint: 1, held: new Map<string, number>() };
    expect(await claimFailedDeliveries(database, { ...limits, now: at(4.9) })).toEqual([]);
    expect(idsOf(await claimFailedDeliveries(database, { ...limits, now: at(5) }))).toEqual([eventIds[0]]);
  });

  it('claims one delivery of an endpoint whose breaker is open, when it may be tried', async () => {
    const { database } = test;
    const { endpointId, eventIds } = await seedQueue(database, ['a'], ['b'], ['c']);
    await finish(database, await claimFor(database, { limit: 1 }), { state: 'ready', retryInMs: 0 });
    await saveHealth(database, endpointId, { ...open, nextProbeAt: at(5).toISOString() });
    expect(await claimFor(database, { now: at(60) })).toEqual([]);
    const probe = (seconds: number) =>
      claimProbes(database, { ...claimOptions, limit: 10, now: at(seconds) });
    expect(await probe(4.9)).toEqual([]);
    const first = await probe(5);
    // One that was never sent.
    expect(idsOf(first)).toEqual([eventIds[1]]);
    expect(await probe(64.9)).toEqual([]);
    await releaseDeliveries(database, first, at(65));
    expect(await probe(65)).toHaveLength(1);
  });

  it('tries an endpoint with a delivery that was never sent, however many were in vain', async () => {
    const { database } = test;
    const names = Array.from({ length: 61 }, (_, n) => [`key ${n}`]);
    const { endpointId, eventIds } = await seedQueue(database, ...names);
    await finish(database, await claimFor(database, { limit: 60 }), { state: 'ready', retryInMs: 0 });
    await saveHealth(database, endpointId, { ...open, nextProbeAt: at(5).toISOString() });
    const probes = await claimProbes(database, { ...claimOptions, limit: 10, now: at(5) });
    expect(idsOf(probes)).toEqual(eventIds.slice(60));
  });
});

const claimOptions = { leaseId: uuidV7(), leaseMs: 60_000 };
const open = {
  ...{ failingSince: at(0).toISOString(), strikes: 5, failedRounds: 1 },
  ...{ lastSucceededAt: null, probeLeaseId: null },
};

onPostgres((test) => {
  it('never claims one delivery for two processes', async () => {
    const { database } = test;
    const { eventIds } = await seedQueue(database, ...Array.from({ length: 60 }, (_, n) => [`key ${n}`]));
    const processes = [database, test.connectAgain(), test.connectAgain(), test.connectAgain()];
    const claims = await Promise.all(
      processes.flatMap((process) => Array.from({ length: 6 }, () => claimFor(process, { limit: 5 }))),
    );
    claims.push(await claimFor(database));
    expect(idsOf(claims.flat())).toEqual(eventIds.toSorted());
  });

  it('leaves no delivery waiting for one that is finished, whoever enqueues meanwhile', async () => {
    const { database } = test;
    const { enqueue, states } = await seedQueue(database);
    const relay = test.connectAgain();
    const total = 150;
    let isEnqueuing = true;
    const enqueued = (async () => {
      for (let n = 0; n < total; n += 1)
        await enqueue(relay, n % 3 === 0 ? ['a', 'b'] : [n % 3 === 1 ? 'a' : 'b']);
      isEnqueuing = false;
    })();
    const workers = [database, test.connectAgain()].map(async (process) => {
      let isLast = false;
      while (!isLast) {
        isLast = !isEnqueuing;
        const claimed = await claimFor(process);
        if (claimed.length > 0) isLast = false;
        await finish(process, claimed, delivered);
      }
    });
    await Promise.all([enqueued, ...workers]);
    await finish(database, await claimFor(database), delivered);
    expect(await states()).toEqual(Array(total).fill('delivered'));
  });
});
