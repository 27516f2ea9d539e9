import { randomBytes } from 'node:crypto';
import type { ServerResponse } from 'node:http';
import { verify } from '@dirsync/webhooks';
import { pino } from 'pino';
import { v7 as uuidV7 } from 'uuid';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { relayBatch } from '../relay/relay.ts';
import { createWake } from '../relay/wake.ts';
import type { Wake } from '../relay/wake.ts';
import type { Database } from '../store/database.ts';
import { listDeliveries } from '../store/deliveries.ts';
import { claimDeliveries } from '../store/delivery-claims.ts';
import { getEvent } from '../store/events.ts';
import { onEachDatabase } from '../store/testing/databases.ts';
import { seedDirectory, seedEndpoint, seedEnvironment, seedEvent } from '../store/testing/seed.ts';
import { getWebhookEndpoint, rotateWebhookEndpointSecret } from '../store/webhook-endpoints.ts';
import { createEndpointSecret } from './endpoint-secret.ts';
import { createSecretBox } from './secret-box.ts';
import { startReceiver } from './testing/receiver.ts';
import type { ReceivedRequest } from './testing/receiver.ts';
import { createDeliveryWorker } from './worker.ts';
import type { DeliveryWorkerOptions } from './worker.ts';

const hour = 3_600_000;
const publicUrl = 'https://sync.example.com';
const logger = pino({ enabled: false });
const secretBox = createSecretBox(randomBytes(32));
const policy = { allowPrivate: false, allowLoopback: true };

const idOf = ({ headers }: ReceivedRequest): string => String(headers['webhook-id']);

onEachDatabase((test) => {
  let wake: Wake;
  beforeAll(async () => {
    wake = await createWake(test.database);
  });
  afterAll(() => wake.close());

  /** A clock ahead of the database's, so that all that was enqueued is due. */
  function createClock() {
    let ms = Date.now() + hour;
    return { now: () => new Date(ms), pass: (seconds: number) => (ms += seconds * 1000) };
  }

  function openWorker(options: Partial<DeliveryWorkerOptions> = {}) {
    const { database } = test;
    return createDeliveryWorker({
      database,
      wake,
      secretBox,
      policy,
      logger,
      pollMs: hour,
      random: () => 0,
      ...options,
    });
  }

  /** Runs a worker until `done`. */
  async function work(
    done: () => Promise<unknown>,
    options: Partial<DeliveryWorkerOptions> = {},
  ): Promise<void> {
    const worker = openWorker(options);
    worker.start();
    try {
      await done();
    } finally {
      await worker.stop();
    }
  }

  async function seedTenant() {
    const { database } = test;
    const environmentId = await seedEnvironment(database);
    const directoryId = await seedDirectory(database, environmentId);
    async function addEndpoint(url: string) {
      const [id, secret] = [uuidV7(), createEndpointSecret()];
      await seedEndpoint(database, {
        id,
        environmentId,
        url,
        secretEncrypted: secretBox.encrypt(secret, id),
      });
      return { id, secret };
    }
    /** Makes an event for each order key. */
    async function emit(...keys: readonly string[]): Promise<string[]> {
      const ids: string[] = [];
      for (const orderKey of keys) ids.push(await seedEvent(database, { directoryId, orderKey }));
      await relayBatch(database, 500, publicUrl);
      wake.notify('dirsync_deliveries');
      return ids;
    }
    async function states(endpointId: string) {
      const rows = await listDeliveries(database, environmentId, { endpointId, limit: 1000 });
      return rows.toReversed().map(({ state }) => state);
    }
    return { environmentId, addEndpoint, emit, states };
  }

  it('delivers the bytes of the log, signed with the secret of the endpoint', async () => {
    await using receiver = await startReceiver();
    const { environmentId, addEndpoint, emit, states } = await seedTenant();
    const { id, secret } = await addEndpoint(receiver.url);
    const [eventId = ''] = await emit(uuidV7());
    await work(() => receiver.received(1));
    const [request] = receiver.requests;
    expect(request?.body).toBe(await getEvent(test.database, environmentId, eventId));
    const event = await verify(
      { headers: request?.headers ?? {}, body: request?.body ?? '' },
      { secrets: [secret] },
    );
    expect(event).toMatchObject({ id: eventId, sequence: 1 });
    expect(await states(id)).toEqual(['delivered']);
  });

  it('signs with the old and the new secret while a rotation overlaps', async () => {
    await using receiver = await startReceiver();
    const { environmentId, addEndpoint, emit } = await seedTenant();
    const { id, secret } = await addEndpoint(receiver.url);
    const next = createEndpointSecret();
    await rotateWebhookEndpointSecret(test.database, environmentId, id, secretBox.encrypt(next, id), 3600);
    await emit(uuidV7());
    await work(() => receiver.received(1));
    const { headers = {}, body = '' } = receiver.requests[0] ?? {};
    for (const one of [secret, next]) await verify({ headers, body }, { secrets: [one] });
    expect(headers['webhook-signature']).toMatch(/^\S+ \S+$/);
  });

  it('keeps the order of each resource and sends different ones in parallel', async () => {
    const held: ServerResponse[] = [];
    // Nobody is answered before one request of each resource is there.
    await using receiver = await startReceiver((response) => {
      held.push(response);
      if (held.length >= 3) for (const one of held.splice(0)) one.writeHead(204).end();
    });
    const { addEndpoint, emit, states } = await seedTenant();
    const { id } = await addEndpoint(receiver.url);
    const keys = [uuidV7(), uuidV7(), uuidV7()];
    const rounds: string[][] = [];
    for (let round = 0; round < 10; round += 1) rounds.push(await emit(...keys));
    await work(() => receiver.received(30));
    const arrived = receiver.requests.map(idOf);
    for (const column of keys.keys()) {
      const expected = rounds.map((round) => round[column]);
      expect(arrived.filter((eventId) => expected.includes(eventId))).toEqual(expected);
    }
    expect(await states(id)).toEqual(Array(30).fill('delivered'));
  });

  it('sends no more to one endpoint at once than it may', async () => {
    let [running, most] = [0, 0];
    await using receiver = await startReceiver((response) => {
      running += 1;
      most = Math.max(most, running);
      setImmediate(() => {
        running -= 1;
        response.writeHead(204).end();
      });
    });
    const { addEndpoint, emit } = await seedTenant();
    await addEndpoint(receiver.url);
    await emit(...Array.from({ length: 40 }, () => uuidV7()));
    await work(() => receiver.received(40), { maxPerEndpoint: 3 });
    expect(most).toBeLessThanOrEqual(3);
  });

  it('delivers to the others while receivers hang, and gives the hanging deliveries back when it stops', async () => {
    const { addEndpoint, emit, states } = await seedTenant();
    await using hanging = await startReceiver(() => undefined);
    await using fast = await startReceiver();
    const stuck = [await addEndpoint(hanging.url), await addEndpoint(hanging.url)];
    const { id } = await addEndpoint(fast.url);
    await emit(...Array.from({ length: 30 }, () => uuidV7()));
    const options = {
      maxInFlight: 12,
      maxPerEndpoint: 2,
      timeoutMs: hour,
      leaseMs: 2 * hour,
      stopGraceMs: 0,
    };
    const delivered = Array(30).fill('delivered');
    await work(
      () => vi.waitFor(async () => expect(await states(id)).toEqual(delivered), { timeout: 20_000 }),
      options,
    );
    await using recovered = await startReceiver();
    hanging.answer = (response) => response.writeHead(307, { location: recovered.url }).end();
    const before = hanging.requests.length;
    await work(() => hanging.received(before + 60));
    for (const endpoint of stuck) expect(await states(endpoint.id)).toEqual(Array(30).fill('ready'));
    expect(new Set(hanging.requests.map(idOf)).size).toBe(30);
    expect(recovered.requests).toEqual([]);
  });

  it('tries again by the schedule, with the same event, while its followers wait and others go on', async () => {
    const { addEndpoint, emit, states } = await seedTenant();
    const [poor, other] = [uuidV7(), uuidV7()];
    let refused: readonly string[] = [];
    await using receiver = await startReceiver((response, request) => {
      response.writeHead(refused.includes(idOf(request)) ? 500 : 204).end();
    });
    const { id } = await addEndpoint(receiver.url);
    const [first = '', follower = '', free = ''] = await emit(poor, poor, other);
    refused = [first];
    const clock = createClock();
    const options = { now: clock.now };
    await work(() => receiver.received(2), options);
    expect(receiver.requests.map(idOf).toSorted()).toEqual([first, free].toSorted());
    clock.pass(4.9);
    await work(async () => {
      const [later = ''] = await emit(other);
      const all = await receiver.received(3);
      expect(all.map(idOf).at(-1)).toBe(later);
    }, options);
    clock.pass(0.1);
    await work(() => receiver.received(4), options);
    expect(await states(id)).toEqual(['ready', 'waiting', 'delivered', 'delivered']);
    refused = [];
    clock.pass(300);
    await work(() => receiver.received(6), options);
    const attempts = receiver.requests.filter((request) => idOf(request) === first);
    expect(receiver.requests.slice(3).map(idOf)).toEqual([first, first, follower]);
    const sentAt = attempts.map(({ headers }) => Number(headers['webhook-timestamp']));
    expect(sentAt.map((time) => time - (sentAt[0] ?? 0))).toEqual([0, 5, 305]);
    expect(new Set(attempts.map(({ body }) => body)).size).toBe(1);
    expect(await states(id)).toEqual(Array(4).fill('delivered'));
  });

  it('gives up after the last attempt, and lets the followers go on', async () => {
    const { addEndpoint, emit, states } = await seedTenant();
    const key = uuidV7();
    let refused = '';
    await using receiver = await startReceiver((response, request) => {
      response.writeHead(idOf(request) === refused ? 400 : 204).end();
    });
    const { id } = await addEndpoint(receiver.url);
    const [first = '', second] = await emit(key, key);
    refused = first;
    await work(() => receiver.received(4), { scheduleMs: [0, 0], pollMs: 1 });
    expect(receiver.requests.map(idOf)).toEqual([first, first, first, second]);
    expect(await states(id)).toEqual(['failed', 'delivered']);
  });

  it('disables an endpoint that answers 410', async () => {
    const { environmentId, addEndpoint, emit, states } = await seedTenant();
    await using receiver = await startReceiver((response) => response.writeHead(410).end());
    const { id } = await addEndpoint(receiver.url);
    const key = uuidV7();
    await emit(key, key);
    await work(() => receiver.received(1));
    expect(await getWebhookEndpoint(test.database, environmentId, id)).toMatchObject({ state: 'disabled' });
    expect(await states(id)).toEqual(['failed', 'ready']);
    expect(receiver.requests).toHaveLength(1);
  });

  it('sends the same event again when a process died with it', async () => {
    const { addEndpoint, emit, states } = await seedTenant();
    await using receiver = await startReceiver();
    const { id } = await addEndpoint(receiver.url);
    const [eventId] = await emit(uuidV7());
    const clock = createClock();
    const lease = { leaseId: uuidV7(), leaseMs: 60_000, held: new Map<string, number>() };
    const limits = { limit: 1000, limitPerEndpoint: 1000 };
    const dead = await claimDeliveries(test.database, { ...lease, ...limits, now: clock.now() });
    expect(dead.map((delivery) => delivery.eventId)).toContain(eventId);
    clock.pass(59);
    const [other] = await emit(uuidV7());
    await work(() => receiver.received(1), { now: clock.now });
    expect(receiver.requests.map(idOf)).toEqual([other]);
    clock.pass(1);
    await work(() => receiver.received(2), { now: clock.now });
    expect(receiver.requests.map(idOf)).toEqual([other, eventId]);
    expect(await states(id)).toEqual(['delivered', 'delivered']);
  });

  it('finishes what is being sent when it is stopped', async () => {
    const { addEndpoint, emit, states } = await seedTenant();
    let response: ServerResponse | undefined;
    await using receiver = await startReceiver((held) => (response = held));
    const { id } = await addEndpoint(receiver.url);
    await emit(uuidV7());
    const worker = openWorker({ stopGraceMs: hour });
    worker.start();
    await receiver.received(1);
    const stopped = worker.stop();
    response?.writeHead(200).end();
    await stopped;
    expect(await states(id)).toEqual(['delivered']);
  });

  it('writes many results together', async () => {
    const { addEndpoint, emit } = await seedTenant();
    await using receiver = await startReceiver();
    await addEndpoint(receiver.url);
    await emit(...Array.from({ length: 100 }, () => uuidV7()));
    let transactions = 0;
    const database: Database = {
      ...test.database,
      transaction(run) {
        transactions += 1;
        return test.database.transaction(run);
      },
    };
    await work(() => receiver.received(100), { database });
    expect(transactions).toBeLessThan(50);
  });

  it('is not stopped by an endpoint whose secret it cannot read', async () => {
    const { environmentId, addEndpoint, emit, states } = await seedTenant();
    await using receiver = await startReceiver();
    const { id: broken } = await seedEndpoint(test.database, { environmentId, url: receiver.url });
    const { id } = await addEndpoint(receiver.url);
    const [eventId] = await emit(uuidV7());
    await work(() => receiver.received(1));
    expect(receiver.requests.map(idOf)).toEqual([eventId]);
    expect(await states(id)).toEqual(['delivered']);
    expect(await states(broken)).toEqual(['ready']);
  });
});
