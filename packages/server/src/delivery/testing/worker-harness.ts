import { randomBytes } from 'node:crypto';
import { pino } from 'pino';
import { v7 as uuidV7 } from 'uuid';
import { afterAll, beforeAll, expect, vi } from 'vitest';
import { relayBatch } from '../../relay/relay.ts';
import { createWake } from '../../relay/wake.ts';
import type { Wake } from '../../relay/wake.ts';
import { listDeliveries } from '../../store/deliveries.ts';
import type { TestDatabase } from '../../store/testing/databases.ts';
import { seedDirectory, seedEndpoint, seedEnvironment, seedEvent } from '../../store/testing/seed.ts';
import type { NewWebhookEndpoint } from '../../store/webhook-endpoints.ts';
import { createEndpointKeys } from '../endpoint-keys.ts';
import { createSecretBox } from '../secret-box.ts';
import type { SecretBox } from '../secret-box.ts';
import type { DeliveryWorkerOptions } from '../worker-options.ts';
import { createDeliveryWorker } from '../worker.ts';
import type { ReceivedRequest } from './receiver.ts';

export const hour = 3_600_000;
export const secretBox: SecretBox = createSecretBox(randomBytes(32));
const policy = { allowPrivate: false, allowLoopback: true };

export const idOf = ({ headers }: ReceivedRequest): string => String(headers['webhook-id']);

/** A clock ahead of the database's, so that all that was enqueued is due. */
export function createClock() {
  let ms = Date.now() + hour;
  return { now: () => new Date(ms), pass: (seconds: number) => (ms += seconds * 1000) };
}

type Options = Partial<DeliveryWorkerOptions>;

/** Workers and tenants for the tests of one database. */
export function createWorkerHarness(test: TestDatabase) {
  let wake: Wake;
  beforeAll(async () => {
    wake = await createWake(test.database);
  });
  afterAll(() => wake.close());

  function openWorker(options: Options = {}) {
    const { database } = test;
    const quiet = { logger: pino({ enabled: false }), pollMs: hour, random: () => 0 };
    return createDeliveryWorker({ database, wake, secretBox, policy, ...quiet, ...options });
  }

  /** Runs a worker until `done`. */
  async function work(done: () => Promise<unknown>, options: Options = {}): Promise<void> {
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

    async function addEndpoint(url: string, options: Partial<NewWebhookEndpoint> = {}) {
      const id = uuidV7();
      const { secret, stored } = createEndpointKeys(secretBox, id);
      await seedEndpoint(database, { id, environmentId, url, ...stored, ...options });
      return { id, secret, publicKey: stored.publicKey };
    }

    /** Makes an event for each order key. */
    async function emit(...keys: readonly string[]): Promise<string[]> {
      const ids: string[] = [];
      for (const orderKey of keys) ids.push(await seedEvent(database, { directoryId, orderKey }));
      await relayBatch(database, 500, 'https://sync.example.com');
      wake.notify('dirsync_deliveries');
      return ids;
    }

    async function states(endpointId: string) {
      const rows = await listDeliveries(database, environmentId, { endpointId, limit: 1000 });
      return rows.toReversed().map(({ state }) => state);
    }

    /** Resolves when the deliveries of an endpoint are in these states. */
    async function settled(endpointId: string, expected: readonly string[]): Promise<void> {
      await vi.waitFor(async () => expect(await states(endpointId)).toEqual(expected), { timeout: 20_000 });
    }

    return { environmentId, directoryId, addEndpoint, emit, states, settled };
  }

  return { openWorker, work, seedTenant, wake: () => wake };
}
