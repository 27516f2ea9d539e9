import type { ServerResponse } from 'node:http';
import { verify } from '@dirsync/webhooks';
import { v7 as uuidV7 } from 'uuid';
import { expect, it } from 'vitest';
import type { Database } from '../store/database.ts';
import { claimDeliveries } from '../store/delivery-claims.ts';
import { getEvent } from '../store/events.ts';
import { onEachDatabase } from '../store/testing/databases.ts';
import { seedEndpoint } from '../store/testing/seed.ts';
import { rotateWebhookEndpointKeys } from '../store/webhook-endpoints.ts';
import { createEndpointKeys } from './endpoint-keys.ts';
import { startReceiver } from './testing/receiver.ts';
import { createClock, createWorkerHarness, hour, idOf, secretBox } from './testing/worker-harness.ts';
import type { AttemptSeen } from './worker-options.ts';

onEachDatabase((test) => {
  const { openWorker, work, seedTenant } = createWorkerHarness(test);

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

  it('signs with the old and the new keys of both versions while a rotation overlaps', async () => {
    await using receiver = await startReceiver();
    const { environmentId, addEndpoint, emit } = await seedTenant();
    const { id, secret, publicKey } = await addEndpoint(receiver.url, { signatures: ['v1', 'v1a'] });
    const next = createEndpointKeys(secretBox, id);
    const overlap = { overlapSeconds: 3600, now: undefined };
    await rotateWebhookEndpointKeys(test.database, environmentId, id, next.stored, overlap);
    await emit(uuidV7());
    await work(() => receiver.received(1));
    const { headers = {}, body = '' } = receiver.requests[0] ?? {};
    const keys = [secret, next.secret, publicKey, next.stored.publicKey];
    for (const key of keys) await verify({ headers, body }, { secrets: [key] });
    expect(headers['webhook-signature']).toMatch(/^v1,\S+ v1,\S+ v1a,\S+ v1a,\S+$/);
  });

  it('signs as the endpoint wants it', async () => {
    await using receiver = await startReceiver();
    const { addEndpoint, emit } = await seedTenant();
    const { publicKey } = await addEndpoint(receiver.url, { signatures: ['v1a'] });
    await emit(uuidV7());
    await work(() => receiver.received(1));
    const { headers = {}, body = '' } = receiver.requests[0] ?? {};
    expect(headers['webhook-signature']).toMatch(/^v1a,\S+$/);
    await verify({ headers, body }, { secrets: [publicKey] });
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
    const { addEndpoint, emit, states, settled } = await seedTenant();
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
    await work(() => settled(id, Array(30).fill('delivered')), options);
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
    let expired = 0;
    const seen: AttemptSeen[] = [];
    await work(() => receiver.received(2), {
      now: clock.now,
      onLeasesExpired: (count) => (expired += count),
      onAttempt: (attempt) => seen.push(attempt),
    });
    expect(receiver.requests.map(idOf)).toEqual([other, eventId]);
    expect(expired).toBeGreaterThanOrEqual(1);
    const attempt = { endpointId: id, kind: 'accepted', status: 204, durationMs: expect.any(Number) };
    expect(seen).toContainEqual(attempt);
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
