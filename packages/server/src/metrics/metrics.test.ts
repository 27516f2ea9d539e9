import { pino } from 'pino';
import { afterEach, expect, it } from 'vitest';
import type { Database } from '../store/database.ts';
import { enqueueDeliveries } from '../store/delivery-queue.ts';
import { onEachDatabase } from '../store/testing/databases.ts';
import { seedDirectory, seedEndpoint, seedEnvironment, seedEvent, seedLog } from '../store/testing/seed.ts';
import { v7 as uuidV7 } from 'uuid';
import { createMetrics } from './metrics.ts';
import type { Metrics } from './metrics.ts';

/** The value of each series, by its name and labels. */
async function read(metrics: Metrics): Promise<ReadonlyMap<string, number>> {
  const lines = (await metrics.text()).split('\n').filter((line) => line !== '' && !line.startsWith('#'));
  return new Map(
    lines.map((line) => [line.slice(0, line.lastIndexOf(' ')), Number(line.slice(line.lastIndexOf(' ')))]),
  );
}

/** What waits in the database, as far as a test made it. */
const clear = {
  name: 'testing.clear',
  text: 'truncate deliveries, delivery_keys, inbox, webhook_endpoints cascade',
};

onEachDatabase((test) => {
  afterEach(() => test.database.query(clear));

  it('counts requests by operation and status, in seconds', async () => {
    const metrics = createMetrics(test);
    metrics.onAnswer({ operationId: 'scimPatchUser', status: 200, durationMs: 20 });
    metrics.onAnswer({ operationId: 'scimPatchUser', status: 200, durationMs: 40 });
    metrics.onAnswer({ operationId: 'scimPatchUser', status: 412, durationMs: 1 });
    metrics.onAnswer({ operationId: undefined, status: 404, durationMs: 1 });
    const values = await read(metrics);
    const name = 'dirsync_http_request_duration_seconds';
    expect(values.get(`${name}_count{operation="scimPatchUser",status="200"}`)).toBe(2);
    expect(values.get(`${name}_sum{operation="scimPatchUser",status="200"}`)).toBeCloseTo(0.06);
    expect(values.get(`${name}_bucket{le="0.025",operation="scimPatchUser",status="200"}`)).toBe(1);
    expect(values.get(`${name}_count{operation="scimPatchUser",status="412"}`)).toBe(1);
    expect(values.get(`${name}_count{operation="none",status="404"}`)).toBe(1);
  });

  it('makes a series for each of the first 100 endpoints, and one for all others', async () => {
    const metrics = createMetrics(test);
    for (let number = 0; number < 150; number += 1) {
      metrics.onAttempt({ endpointId: `endpoint-${number}`, kind: 'accepted', durationMs: 5 });
    }
    const values = await read(metrics);
    const series = [...values.keys()].filter((name) => name.startsWith('dirsync_delivery_attempts_total'));
    expect(series).toHaveLength(101);
    expect(values.get('dirsync_delivery_attempts_total{endpoint="other",outcome="accepted"}')).toBe(50);
  });

  it('counts what tasks log as errors, and passes it on', async () => {
    const lines: string[] = [];
    const metrics = createMetrics(test);
    const logger = metrics.countFailures(pino({}, { write: (line) => void lines.push(line) }));
    logger.error({ task: 'relay', err: new Error('down') }, 'relay failed');
    logger.warn({ task: 'relay' }, 'not an error');
    expect((await read(metrics)).get('dirsync_background_failures_total{task="relay"}')).toBe(1);
    expect(lines.join('')).toMatch(/relay failed[^]*not an error/);
  });

  it('tells what waits in the inbox and since when', async () => {
    const { database } = test;
    const environmentId = await seedEnvironment(database);
    const directoryId = await seedDirectory(database, environmentId);
    expect((await read(createMetrics(test))).get('dirsync_relay_lag_seconds')).toBe(0);
    await seedEvent(database, { directoryId });
    await seedEvent(database, { directoryId });
    await database.query({
      name: 'testing.age-inbox',
      text: `update inbox set occurred_at = clock_timestamp() - interval '90 seconds'`,
    });
    const values = await read(createMetrics(test));
    expect(values.get('dirsync_inbox_events')).toBe(2);
    expect(values.get('dirsync_relay_lag_seconds')).toBeGreaterThanOrEqual(90);
    expect(values.get('dirsync_relay_lag_seconds')).toBeLessThan(3600);
  });

  it('tells how many deliveries wait for each endpoint; one of a membership counts once', async () => {
    const { database } = test;
    const environmentId = await seedEnvironment(database);
    const directoryId = await seedDirectory(database, environmentId);
    const busy = await seedEndpoint(database, { environmentId });
    const idle = await seedEndpoint(database, { environmentId });
    const eventIds = [
      await seedEvent(database, { directoryId }),
      await seedEvent(database, { directoryId, secondOrderKey: uuidV7() }),
    ];
    await seedLog(database);
    const deliveries = eventIds.map((eventId) => ({
      ...{ id: uuidV7(), endpointId: busy.id, eventId, isFirstOnKeys: true },
    }));
    await database.transaction((tx) => enqueueDeliveries(tx, deliveries));
    const values = await read(createMetrics(test));
    expect(values.get(`dirsync_deliveries_pending{endpoint="${busy.id}"}`)).toBe(2);
    expect(values.has(`dirsync_deliveries_pending{endpoint="${idle.id}"}`)).toBe(false);
    expect(values.get('dirsync_webhook_endpoints{state="enabled"}')).toBe(2);
  });

  it('tells since when a delivery should have been sent, and which endpoints fail', async () => {
    const { database } = test;
    const environmentId = await seedEnvironment(database);
    const directoryId = await seedDirectory(database, environmentId);
    const late = await seedEndpoint(database, { environmentId });
    const eventId = await seedEvent(database, { directoryId });
    await seedLog(database);
    const delivery = { id: uuidV7(), endpointId: late.id, eventId, isFirstOnKeys: true };
    await database.transaction((tx) => enqueueDeliveries(tx, [delivery]));
    const overdue = async (): Promise<number | undefined> =>
      (await read(createMetrics(test))).get('dirsync_delivery_overdue_seconds');
    await database.query({
      name: 'testing.age-deliveries',
      text: `update deliveries set next_attempt_at = clock_timestamp() - interval '90 seconds'`,
    });
    expect(await overdue()).toBeGreaterThanOrEqual(90);
    await database.query({
      name: 'testing.fail-endpoints',
      text: `update webhook_endpoints set next_probe_at = clock_timestamp()`,
    });
    expect(await overdue()).toBe(0);
    const values = await read(createMetrics(test));
    expect(values.get('dirsync_webhook_endpoints{state="failing"}')).toBe(1);
  });

  it('reads the database once in five seconds, however many ask', async () => {
    let statements = 0;
    let now = 0;
    const counted: Database = {
      ...test.database,
      query: (statement, values) => {
        statements += 1;
        return test.database.query(statement, values);
      },
    };
    const metrics = createMetrics({ database: counted, now: () => now });
    await Promise.all([metrics.text(), metrics.text(), metrics.text()]);
    now = 4999;
    await metrics.text();
    const once = statements;
    now = 5000;
    await metrics.text();
    expect(once).toBeGreaterThan(0);
    expect(statements).toBe(2 * once);
  });

  it('tells what the process knows while the database is away', async () => {
    const away: Database = { ...test.database, query: () => Promise.reject(new Error('ECONNREFUSED')) };
    const values = await read(createMetrics({ database: away }));
    expect(values.has('dirsync_relay_lag_seconds')).toBe(false);
    expect(values.has('dirsync_database_connections{state="busy"}')).toBe(true);
    expect(values.has('process_resident_memory_bytes')).toBe(true);
  });
});
