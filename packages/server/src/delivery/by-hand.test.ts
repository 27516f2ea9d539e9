import { v7 as uuidV7 } from 'uuid';
import { expect, it } from 'vitest';
import { listDeliveries } from '../store/deliveries.ts';
import { onEachDatabase } from '../store/testing/databases.ts';
import { changeEndpoint } from './change-endpoint.ts';
import { retryNow } from './retry-delivery.ts';
import { testEndpoint } from './test-endpoint.ts';
import { startReceiver } from './testing/receiver.ts';
import { createClock, createWorkerHarness, idOf } from './testing/worker-harness.ts';

onEachDatabase((test) => {
  const { work, seedTenant } = createWorkerHarness(test);

  it('sends a parked delivery again, and it holds up nothing', async () => {
    const { environmentId, addEndpoint, emit, settled } = await seedTenant();
    await using receiver = await startReceiver((response) => response.writeHead(400).end());
    const { id } = await addEndpoint(receiver.url);
    const key = uuidV7();
    const [first, second] = await emit(key);
    expect(second).toBeUndefined();
    await work(() => settled(id, ['failed']), { scheduleMs: [0], pollMs: 1 });
    expect(receiver.requests).toHaveLength(4);
    const [row] = await listDeliveries(test.database, environmentId, { endpointId: id, limit: 1 });
    const deliveryId = row?.id ?? '';
    const retry = () => retryNow(test.database, environmentId, deliveryId, undefined);
    expect(await retry()).toMatchObject({ state: 'ready', attempts: 4, finishedAt: null });
    await emit(key);
    receiver.answer = (response) => response.writeHead(204).end();
    await work(() => settled(id, ['delivered', 'delivered']));
    expect(receiver.requests.map(idOf).filter((eventId) => eventId === first)).toHaveLength(5);
    // And one that was delivered.
    expect(await retry()).toMatchObject({ state: 'ready', attempts: 5 });
    await work(() => settled(id, ['delivered', 'delivered']));
    expect(receiver.requests.at(-1)?.headers).not.toHaveProperty('webhook-replay');
  });

  it('does not send what waits for another, nor to an endpoint that is disabled', async () => {
    const { environmentId, addEndpoint, emit } = await seedTenant();
    await using receiver = await startReceiver();
    const { id } = await addEndpoint(receiver.url);
    const key = uuidV7();
    await emit(key, key);
    const rows = await listDeliveries(test.database, environmentId, { endpointId: id, limit: 2 });
    const [last = '', first = ''] = rows.map((row) => row.id);
    const retry = (deliveryId: string) => retryNow(test.database, environmentId, deliveryId, undefined);
    expect(await retry(last)).toBe('waiting');
    expect(await retry(first)).toMatchObject({ state: 'ready' });
    expect(await retry(uuidV7())).toBe('not-found');
    expect(await retryNow(test.database, uuidV7(), first, undefined)).toBe('not-found');
    await changeEndpoint(test.database, environmentId, id, { state: 'disabled' }, undefined);
    expect(await retry(first)).toBe('disabled');
  });

  it.for(['retry', 'test', 'new URL'] as const)(
    'tries an endpoint that fails at once with a %s',
    async (what) => {
      const { environmentId, addEndpoint, emit, settled } = await seedTenant();
      await using receiver = await startReceiver((response) => response.writeHead(500).end());
      const { id } = await addEndpoint(receiver.url);
      await emit(...Array.from({ length: 5 }, () => uuidV7()));
      const clock = createClock();
      await work(() => receiver.received(5), { now: clock.now });
      clock.pass(5);
      await work(() => receiver.received(6), { now: clock.now });
      clock.pass(1);
      receiver.answer = (response) => response.writeHead(204).end();
      await work(async () => undefined, { now: clock.now });
      expect(receiver.requests).toHaveLength(6);
      if (what === 'test') {
        expect(await testEndpoint(test.database, environmentId, id, clock.now())).toMatchObject({
          attempts: 0,
        });
      } else if (what === 'new URL') {
        const change = { url: receiver.url };
        await changeEndpoint(test.database, environmentId, id, change, clock.now());
      } else {
        const [row] = await listDeliveries(test.database, environmentId, { endpointId: id, limit: 1 });
        await retryNow(test.database, environmentId, row?.id ?? '', clock.now());
      }
      const deliveries = what === 'test' ? 6 : 5;
      await work(() => settled(id, Array(deliveries).fill('delivered')), { now: clock.now });
    },
  );

  it('sends a test event whatever the filters, to that endpoint alone', async () => {
    const { environmentId, addEndpoint } = await seedTenant();
    await using receiver = await startReceiver();
    await using other = await startReceiver();
    const { id } = await addEndpoint(receiver.url, { eventTypes: ['user.deleted'] });
    await addEndpoint(other.url);
    const sent = await testEndpoint(test.database, environmentId, id, undefined);
    expect(sent).toMatchObject({
      endpointId: id,
      eventType: 'endpoint.test',
      directoryId: null,
      sequence: null,
    });
    await work(() => receiver.received(1));
    expect(JSON.parse(receiver.requests[0]?.body ?? '')).toMatchObject({
      ...{ type: 'endpoint.test', data: { endpoint: { id, url: receiver.url } } },
    });
    expect(other.requests).toEqual([]);
    expect(await testEndpoint(test.database, environmentId, uuidV7(), undefined)).toBeUndefined();
    await changeEndpoint(test.database, environmentId, id, { state: 'disabled' }, undefined);
    expect(await testEndpoint(test.database, environmentId, id, undefined)).toBe('disabled');
  });
});
