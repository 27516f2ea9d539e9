import { v7 as uuidV7 } from 'uuid';
import { expect, it, vi } from 'vitest';
import { listDeliveries } from '../store/deliveries.ts';
import { onEachDatabase } from '../store/testing/databases.ts';
import { getWebhookEndpoint } from '../store/webhook-endpoints.ts';
import { startReceiver } from './testing/receiver.ts';
import { createClock, createWorkerHarness, idOf } from './testing/worker-harness.ts';

const minute = 60;

/** The same numbers for the same seed. */
function createRandom(seed: number): () => number {
  let state = seed;
  return () => (state = (state * 1_664_525 + 1_013_904_223) % 2 ** 32) / 2 ** 32;
}

onEachDatabase((test) => {
  const { openWorker, work, seedTenant } = createWorkerHarness(test);

  it('sends single probes while a receiver is down, and the whole backlog in order when it is back', async () => {
    const { environmentId, addEndpoint, emit, states, settled } = await seedTenant();
    await using receiver = await startReceiver((response) => response.writeHead(500).end());
    const { id } = await addEndpoint(receiver.url);
    const keys = Array.from({ length: 8 }, () => uuidV7());
    const rounds = [await emit(...keys)];
    const clock = createClock();
    await work(() => receiver.received(8), { now: clock.now });
    // Several workers, and more to send: one request each time nevertheless.
    let expected = 8;
    for (const seconds of [5, 5 * minute, 30 * minute, 120 * minute, 300 * minute, 600 * minute]) {
      rounds.push(await emit(...keys));
      clock.pass(seconds - 0.01);
      await work(async () => undefined, { now: clock.now });
      expect(receiver.requests).toHaveLength(expected);
      clock.pass(0.01);
      const workers = [openWorker({ now: clock.now }), openWorker({ now: clock.now })];
      for (const worker of workers) worker.start();
      expected += 1;
      await receiver.received(expected);
      for (const worker of workers) await worker.stop();
      expect(receiver.requests).toHaveLength(expected);
    }
    const endpoint = await getWebhookEndpoint(test.database, environmentId, id);
    expect(endpoint).toMatchObject({ state: 'enabled', failingSince: expect.any(String) });

    receiver.answer = (response) => response.writeHead(204).end();
    clock.pass(14 * 60 * minute);
    await work(() => settled(id, Array(8 * rounds.length).fill('delivered')), { now: clock.now });
    const arrived = receiver.requests.slice(expected).map(idOf);
    for (const column of keys.keys()) {
      const inOrder = rounds.map((round) => round[column]);
      expect(arrived.filter((eventId) => inOrder.includes(eventId))).toEqual(inOrder);
    }
    expect(await getWebhookEndpoint(test.database, environmentId, id)).toMatchObject({
      ...{ failingSince: null, nextProbeAt: null },
    });
    expect(await states(id)).not.toContain('failed');
  });

  it('waits as long as a throttling receiver asks, and then goes on', async () => {
    const { addEndpoint, emit, settled } = await seedTenant();
    await using receiver = await startReceiver((response) =>
      response.writeHead(429, { 'retry-after': '90' }).end(),
    );
    const { id } = await addEndpoint(receiver.url);
    const key = uuidV7();
    await emit(key, key);
    const clock = createClock();
    await work(() => receiver.received(1), { now: clock.now });
    clock.pass(89);
    await work(async () => undefined, { now: clock.now });
    expect(receiver.requests).toHaveLength(1);
    clock.pass(1);
    receiver.answer = (response) => response.writeHead(204).end();
    await work(() => settled(id, ['delivered', 'delivered']), { now: clock.now });
  });

  it('parks an event that fails alone after four attempts, without holding up the others', async () => {
    const { addEndpoint, emit, settled } = await seedTenant();
    let poison = '';
    await using receiver = await startReceiver((response, request) => {
      response.writeHead(idOf(request) === poison ? 500 : 204).end();
    });
    const { id } = await addEndpoint(receiver.url);
    const [poor, other] = [uuidV7(), uuidV7()];
    const [first = '', ...followers] = await emit(poor, poor, poor);
    poison = first;
    const clock = createClock();
    const states = ['ready', 'waiting', 'waiting'];
    await work(() => receiver.received(1), { now: clock.now });
    for (const seconds of [5, 5 * minute, 30 * minute]) {
      // What others send meanwhile is not kept waiting.
      await emit(other);
      states.push('delivered');
      await work(() => settled(id, states), { now: clock.now });
      clock.pass(seconds);
      const isLast = seconds === 30 * minute;
      const before = receiver.requests.length;
      if (isLast) states.splice(0, 3, 'failed', 'delivered', 'delivered');
      await work(() => (isLast ? settled(id, states) : receiver.received(before + 1)), { now: clock.now });
    }
    expect(receiver.requests.filter((request) => idOf(request) === first)).toHaveLength(4);
    expect(receiver.requests.slice(-2).map(idOf)).toEqual(followers);
  });

  it('parks an event behind which everything waits as soon as its follower is accepted', async () => {
    const { environmentId, addEndpoint, emit, settled } = await seedTenant();
    let poison = '';
    await using receiver = await startReceiver((response, request) => {
      response.writeHead(idOf(request) === poison ? 500 : 204).end();
    });
    const { id } = await addEndpoint(receiver.url);
    const key = uuidV7();
    const [first = '', ...followers] = await emit(key, key, key);
    poison = first;
    const clock = createClock();
    await work(() => receiver.received(1), { now: clock.now });
    for (const seconds of [5, 5 * minute]) {
      const before = receiver.requests.length;
      clock.pass(seconds);
      await work(() => receiver.received(before + 1), { now: clock.now });
    }
    clock.pass(30 * minute);
    await work(() => settled(id, ['failed', 'delivered', 'delivered']), { now: clock.now });
    expect(receiver.requests.map(idOf)).toEqual([first, first, first, first, ...followers]);
    expect(await getWebhookEndpoint(test.database, environmentId, id)).toMatchObject({ failingSince: null });
  });

  it('keeps the order when the follower is not accepted either: the receiver was down', async () => {
    const { addEndpoint, emit, settled } = await seedTenant();
    await using receiver = await startReceiver((response) => response.writeHead(500).end());
    const { id } = await addEndpoint(receiver.url);
    const key = uuidV7();
    const [first, second, third] = await emit(key, key, key);
    const clock = createClock();
    await work(() => receiver.received(1), { now: clock.now });
    for (const seconds of [5, 5 * minute]) {
      const before = receiver.requests.length;
      clock.pass(seconds);
      await work(() => receiver.received(before + 1), { now: clock.now });
    }
    clock.pass(30 * minute);
    await work(() => receiver.received(5), { now: clock.now });
    expect(receiver.requests.map(idOf)).toEqual([first, first, first, first, second]);
    await settled(id, ['ready', 'waiting', 'waiting']);
    // That opens the breaker; from then on both are tried in each round.
    clock.pass(120 * minute);
    await work(() => receiver.received(6), { now: clock.now });
    for (const round of [1, 2]) {
      clock.pass(24 * 60 * minute);
      await work(() => receiver.received(6 + 2 * round), { now: clock.now, pollMs: 20 });
    }
    expect(receiver.requests.slice(5).map(idOf)).toEqual([first, first, second, first, second]);
    const before = receiver.requests.length;
    receiver.answer = (response) => response.writeHead(204).end();
    clock.pass(24 * 60 * minute);
    await work(() => settled(id, Array(3).fill('delivered')), { now: clock.now });
    expect(receiver.requests.slice(before).map(idOf)).toEqual([first, second, third]);
  });

  it('sends the only delivery that failed at once, when another one is accepted', async () => {
    const { addEndpoint, emit, settled } = await seedTenant();
    await using receiver = await startReceiver((response) => response.writeHead(503).end());
    const { id } = await addEndpoint(receiver.url);
    await emit(uuidV7());
    const clock = createClock();
    await work(() => receiver.received(1), { now: clock.now });
    for (const seconds of [5, 5 * minute]) {
      const before = receiver.requests.length;
      clock.pass(seconds);
      await work(() => receiver.received(before + 1), { now: clock.now });
    }
    // Its next attempt would be in half an hour.
    receiver.answer = (response) => response.writeHead(204).end();
    await emit(uuidV7());
    await work(() => settled(id, ['delivered', 'delivered']), { now: clock.now });
  });

  it.for([1, 2, 3])(
    'keeps the order of each resource whatever a receiver answers (seed %d)',
    async (seed) => {
      const { environmentId, addEndpoint, emit } = await seedTenant();
      const random = createRandom(seed);
      const accepted: string[] = [];
      await using receiver = await startReceiver((response, request) => {
        const status = random() < 0.5 ? 204 : [500, 400, 429, 503][Math.floor(random() * 4)];
        if (status === 204) accepted.push(idOf(request));
        response.writeHead(status ?? 500).end();
      });
      const { id } = await addEndpoint(receiver.url);
      const keys = Array.from({ length: 4 }, () => uuidV7());
      const rounds: string[][] = [];
      for (let round = 0; round < 8; round += 1) rounds.push(await emit(...keys));
      const workers = [1, 2].map(() => openWorker({ scheduleMs: [1], pollMs: 1, maxPerEndpoint: 3 }));
      for (const worker of workers) worker.start();
      const query = { endpointId: id, states: ['waiting', 'ready'] as const, limit: 1 };
      await vi.waitFor(
        async () => expect(await listDeliveries(test.database, environmentId, query)).toEqual([]),
        { timeout: 25_000 },
      );
      for (const worker of workers) await worker.stop();
      // What was parked is left out; nothing overtook.
      for (const column of keys.keys()) {
        const emitted = rounds.map((round) => round[column]);
        const ofKey = accepted.filter((eventId) => emitted.includes(eventId));
        expect(ofKey).toEqual(emitted.filter((eventId) => eventId && ofKey.includes(eventId)));
      }
      const failed = await listDeliveries(test.database, environmentId, {
        ...query,
        states: ['failed'],
        limit: 100,
      });
      expect(accepted.length + failed.length).toBe(32);
      expect(failed.every(({ attempts }) => attempts >= 4)).toBe(true);
    },
  );

  it('has room for the others however many endpoints hang', async () => {
    const { addEndpoint, emit, settled } = await seedTenant();
    await using poor = await startReceiver((response) => response.writeHead(500).end());
    const clock = createClock();
    for (let n = 0; n < 6; n += 1) await addEndpoint(poor.url);
    await emit(...Array.from({ length: 5 }, () => uuidV7()));
    // Each of them fails, and from then on is probed only.
    await work(() => poor.received(30), { now: clock.now, maxInFlight: 60 });
    await using fast = await startReceiver();
    const { id } = await addEndpoint(fast.url);
    clock.pass(10);
    // The probes hang, all that may hang at once.
    poor.answer = () => undefined;
    const options = { now: clock.now, maxInFlight: 2, maxRetriesInFlight: 4, stopGraceMs: 0 };
    const worker = openWorker(options);
    worker.start();
    await poor.received(34);
    await emit(...Array.from({ length: 10 }, () => uuidV7()));
    await settled(id, Array(10).fill('delivered'));
    await worker.stop();
    expect(poor.requests).toHaveLength(34);
  });
});
