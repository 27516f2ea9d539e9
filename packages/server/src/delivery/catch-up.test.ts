import { v7 as uuidV7 } from 'uuid';
import { expect, it, vi } from 'vitest';
import { relayBatch } from '../relay/relay.ts';
import type { Statement } from '../store/database.ts';
import { listDeliveries } from '../store/deliveries.ts';
import { currentEventPosition } from '../store/events.ts';
import { onEachDatabase } from '../store/testing/databases.ts';
import { seedEvent } from '../store/testing/seed.ts';
import { getWebhookEndpoint } from '../store/webhook-endpoints.ts';
import type { WebhookEndpointRow } from '../store/webhook-endpoints.ts';
import { changeEndpoint } from './change-endpoint.ts';
import { toWebhookEndpoint } from './endpoint-view.ts';
import { startReplay } from './replay.ts';
import { startReceiver } from './testing/receiver.ts';
import type { ReceivedRequest } from './testing/receiver.ts';
import { createClock, createWorkerHarness, idOf } from './testing/worker-harness.ts';

const expire: Statement = {
  name: 'testing.expire',
  text: `insert into expired_events (environment_id, directory_id, type, position) values ($1, $2, 'user.created', $3)`,
};

const isReplay = ({ headers }: ReceivedRequest): boolean => headers['webhook-replay'] === 'true';
const typeOf = ({ body }: ReceivedRequest): unknown => (JSON.parse(body) as { type: unknown }).type;

onEachDatabase((test) => {
  const { openWorker, work, seedTenant } = createWorkerHarness(test);

  /** A tenant with an endpoint at a receiver. */
  async function seedReceiver() {
    const receiver = await startReceiver();
    const tenant = await seedTenant();
    const { environmentId } = tenant;
    const { id } = await tenant.addEndpoint(receiver.url);
    const { database } = test;
    const change = (state: 'enabled' | 'disabled') =>
      changeEndpoint(database, environmentId, id, { state }, undefined);
    const replay = (after: number) => startReplay(database, environmentId, id, after, undefined);
    async function read(): Promise<WebhookEndpointRow> {
      const row = await getWebhookEndpoint(database, environmentId, id);
      if (row === undefined) throw new Error('Expected the endpoint.');
      return row;
    }
    return { ...tenant, receiver, id, change, replay, read, position: () => currentEventPosition(database) };
  }

  it('disables an endpoint that answers 410, tells the others, and goes on from there without a gap', async () => {
    await using gone = await startReceiver((response) => response.writeHead(410).end());
    await using other = await startReceiver();
    await using deaf = await startReceiver();
    const { environmentId, addEndpoint, emit, settled } = await seedTenant();
    const { id } = await addEndpoint(gone.url);
    await addEndpoint(other.url, { directoryIds: [uuidV7()] });
    await addEndpoint(deaf.url, { eventTypes: ['user.deleted'] });
    const [one, two] = [uuidV7(), uuidV7()];
    const first = await emit(one, one, two);
    await work(async () => {
      await other.received(1);
      await settled(id, ['ready', 'waiting', 'ready']);
    });
    expect(other.requests.map(typeOf)).toEqual(['endpoint.disabled']);
    expect(JSON.parse(other.requests[0]?.body ?? '')).toMatchObject({
      data: { endpoint: { id, state: 'disabled', disabledReason: 'gone', url: gone.url } },
    });
    const before = gone.requests.length;
    // What happens meanwhile is kept for it.
    const second = await emit(one, two);
    await work(async () => undefined);
    expect(gone.requests).toHaveLength(before);
    expect(deaf.requests).toEqual([]);

    gone.answer = (response) => response.writeHead(204).end();
    const change = { state: 'enabled' } as const;
    const enabled = await changeEndpoint(test.database, environmentId, id, change, undefined);
    expect(enabled).toMatchObject({ state: 'enabled', disabledReason: null, disabledAt: null });
    let third: string[] = [];
    await work(async () => {
      await settled(id, Array(5).fill('delivered'));
      third = await emit(one);
      await settled(id, Array(6).fill('delivered'));
    });
    const arrived = gone.requests.slice(before).map(idOf);
    expect(arrived.filter((eventId) => eventId !== first[2] && eventId !== second[1])).toEqual([
      ...[first[0], first[1], second[0]],
      ...third,
    ]);
    expect(arrived.filter((eventId) => !first.includes(eventId) || eventId === first[2])).toContain(
      second[1],
    );
    expect(gone.requests.some(isReplay)).toBe(false);
  });

  it('sends at once what had failed, when it is enabled again', async () => {
    const { receiver, environmentId, id, emit, settled } = await seedReceiver();
    await using _ = receiver;
    receiver.answer = (response) => response.writeHead(500).end();
    await emit(uuidV7());
    const clock = createClock();
    for (const seconds of [5, 300]) {
      const before = receiver.requests.length;
      await work(() => receiver.received(before + 1), { now: clock.now });
      clock.pass(seconds);
    }
    await work(() => receiver.received(3), { now: clock.now });
    const change = (state: 'enabled' | 'disabled') =>
      changeEndpoint(test.database, environmentId, id, { state }, clock.now());
    await change('disabled');
    await change('enabled');
    receiver.answer = (response) => response.writeHead(204).end();
    await work(() => settled(id, ['delivered']), { now: clock.now });
  });

  it('tells how it stands while it is disabled', async () => {
    const { receiver, change, read, emit, position } = await seedReceiver();
    await using _ = receiver;
    await emit(uuidV7());
    await change('disabled');
    const row = await read();
    expect(row).toMatchObject({ disabledReason: 'requested', disabledAt: expect.stringMatching(/Z$/) });
    // Nothing was delivered yet.
    expect(row.feedPosition).toBe(await position());
    expect(row.undeliveredPosition).toBe(await position());
    expect(toWebhookEndpoint(row).resumeCursor).toEqual(expect.any(String));
    await change('enabled');
    expect(toWebhookEndpoint(await read())).toMatchObject({ state: 'enabled', resumeCursor: null });
  });

  it('replays the same events, marked, in order, and what happens meanwhile behind them', async () => {
    const { receiver, id, replay, read, emit, settled, position } = await seedReceiver();
    await using _ = receiver;
    const start = await position();
    const key = uuidV7();
    const ids = await emit(key, key, key, key, key);
    await work(() => settled(id, Array(5).fill('delivered')));
    expect(await replay(start)).toMatchObject({ replayAfter: start, replayFinishedAt: null });
    expect(toWebhookEndpoint(await read()).replay).toMatchObject({
      finishedAt: null,
      progress: 0,
      deliveries: 0,
    });
    // Before anything is replayed.
    const live = await emit(key);
    await work(() => settled(id, Array(11).fill('delivered')), { feedBatchSize: 2 });
    const requests = receiver.requests.slice(5);
    expect(requests.map(idOf)).toEqual([...ids, ...live]);
    expect(requests.map(isReplay)).toEqual([...Array(5).fill(true), false]);
    const originals = receiver.requests.slice(0, 5);
    expect(requests.slice(0, 5).map(({ body }) => body)).toEqual(originals.map(({ body }) => body));
    const done = { finishedAt: expect.any(String), progress: 1, deliveries: 5 };
    expect(toWebhookEndpoint(await read()).replay).toMatchObject(done);
    // The relay serves it again.
    expect((await read()).feedPosition).toBeNull();
    await emit(key);
    await work(() => settled(id, Array(12).fill('delivered')));
  });

  it('replays in small bites, and goes on in another process', async () => {
    const { receiver, id, replay, read, emit, states, position } = await seedReceiver();
    await using _ = receiver;
    const start = await position();
    await emit(...Array.from({ length: 20 }, () => uuidV7()));
    await work(() => receiver.received(20));
    await replay(start);
    const bites = { feedBatchSize: 3, feedBelow: 3 };
    receiver.answer = () => undefined;
    await work(() => receiver.received(23), { ...bites, stopGraceMs: 0 });
    // No more than it takes.
    expect(await states(id)).toHaveLength(23);
    const { replay: half } = toWebhookEndpoint(await read());
    expect(half).toMatchObject({ deliveries: 3, finishedAt: null });
    expect(half?.progress).toBeGreaterThan(0);
    expect(half?.progress).toBeLessThan(1);
    receiver.answer = (response) => response.writeHead(204).end();
    await work(
      () => vi.waitFor(async () => expect((await read()).feedPosition).toBeNull(), { timeout: 20_000 }),
      bites,
    );
    await work(() => receiver.received(43));
    expect(new Set(receiver.requests.filter(isReplay).map(idOf)).size).toBe(20);
  });

  it('replays by the filter that the endpoint has now', async () => {
    const { receiver, id, environmentId, directoryId, replay, position, settled } = await seedReceiver();
    await using _ = receiver;
    const { database } = test;
    const start = await position();
    const wanted = await seedEvent(database, { directoryId, type: 'user.deleted' });
    await seedEvent(database, { directoryId, type: 'user.created' });
    await relayBatch(database, 500, 'https://sync.example.com');
    await work(() => settled(id, Array(2).fill('delivered')));
    await changeEndpoint(database, environmentId, id, { eventTypes: ['user.deleted'] }, undefined);
    await replay(start);
    await work(() => settled(id, Array(3).fill('delivered')));
    expect(receiver.requests.filter(isReplay).map(idOf)).toEqual([wanted]);
  });

  it('lets a second replay begin earlier, not later', async () => {
    const { receiver, replay, emit, position } = await seedReceiver();
    await using _ = receiver;
    const start = await position();
    await emit(uuidV7());
    const between = await position();
    await emit(uuidV7());
    expect(await replay(between)).toMatchObject({ replayAfter: between });
    expect(await replay(await position())).toBe('not-reached');
    expect(await replay(start)).toMatchObject({ replayAfter: start, replayUntil: await position() });
    expect(await replay((await position()) + 1)).toBe('cursor-ahead');
  });

  it('refuses what is no longer kept, and lets a disabled endpoint begin anew', async () => {
    const { receiver, environmentId, directoryId, replay, change, read, emit, position } =
      await seedReceiver();
    await using _ = receiver;
    const start = await position();
    await emit(uuidV7());
    await change('disabled');
    const later = await position();
    expect(await replay(start)).not.toBe('cursor-expired');
    await emit(uuidV7());
    await test.database.query(expire, [environmentId, directoryId, later]);
    expect(await replay(start)).toBe('cursor-expired');
    expect(await change('enabled')).toBe('cursor-expired');
    expect(await read()).toMatchObject({ state: 'disabled' });
    expect(await replay(later)).toMatchObject({ feedPosition: later });
    expect(await change('enabled')).toMatchObject({ state: 'enabled' });
  });

  it('loses nothing, however an endpoint is disabled, enabled and rewound while events come', async () => {
    const { receiver, id, environmentId, directoryId, change, replay, position, read } = await seedReceiver();
    await using _ = receiver;
    const { database } = test;
    const workers = [
      openWorker({ feedBatchSize: 5, pollMs: 5 }),
      openWorker({ feedBatchSize: 7, pollMs: 5 }),
    ];
    for (const worker of workers) worker.start();
    const relay = test.connectAgain();
    const ids: string[] = [];
    let isEmitting = true;
    const emitting = (async () => {
      for (let n = 0; n < 60; n += 1) {
        ids.push(await seedEvent(relay, { directoryId }));
        await relayBatch(relay, 500, 'https://sync.example.com');
      }
      isEmitting = false;
    })();
    while (isEmitting) {
      await change('disabled');
      await change('enabled');
      await replay(Math.max(0, (await position()) - 3));
    }
    await emitting;
    await vi.waitFor(
      async () => {
        expect((await read()).feedPosition).toBeNull();
        const rows = await listDeliveries(database, environmentId, { endpointId: id, limit: 2000 });
        expect(rows.filter(({ state }) => state !== 'delivered')).toEqual([]);
        expect(new Set(receiver.requests.map(idOf))).toEqual(new Set(ids));
      },
      { timeout: 25_000 },
    );
    for (const worker of workers) await worker.stop();
  });
});
