import { v7 as uuidV7 } from 'uuid';
import type { Queryable, Statement } from '../database.ts';
import type { Safeguard } from '../feeds.ts';
import { moveInboxToLog, takeInboxBatch } from '../inbox.ts';
import { insertWebhookEndpoint } from '../webhook-endpoints.ts';
import type { NewWebhookEndpoint, WebhookEndpointRow } from '../webhook-endpoints.ts';

const insertEnvironment: Statement = {
  name: 'testing.environment',
  text: 'insert into environments (id, name) values ($1::uuid, $1::uuid::text)',
};

/** An environment of its own keeps a test apart from the others on the same database. */
export async function seedEnvironment(queryable: Queryable): Promise<string> {
  const id = uuidV7();
  await queryable.query(insertEnvironment, [id]);
  return id;
}

const insertDirectory: Statement = {
  name: 'testing.directory',
  text: `insert into directories (id, environment_id, name, organization_id, provider, settings, metadata)
    values ($1, $2, 'Acme', $3, 'okta', $4, '{}')`,
};

export async function seedDirectory(
  queryable: Queryable,
  environmentId: string,
  organizationId: string | null = null,
  safeguard: Safeguard = { enabled: true, users: 50, percent: 20, windowMinutes: 60 },
): Promise<string> {
  const id = uuidV7();
  const settings = JSON.stringify({ mode: 'compat', safeguard });
  await queryable.query(insertDirectory, [id, environmentId, organizationId, settings]);
  return id;
}

export interface SeedEvent {
  readonly directoryId: string;
  readonly type?: string;
  readonly data?: object;
  readonly orderKey?: string;
  readonly secondOrderKey?: string;
  readonly version?: number;
  readonly memberCount?: number;
  readonly createdAt?: string;
  readonly updatedAt?: string;
}

const insertEvent: Statement = {
  name: 'testing.event',
  text: `insert into inbox (directory_id, type, data, order_key, second_order_key, version, member_count, created_at,
    updated_at) values ($1, $2, $3, $4, $5, $6, $7, $8, $9) returning event_id as id`,
};

/** Commits an event into the inbox and answers its id. */
export async function seedEvent(queryable: Queryable, event: SeedEvent): Promise<string> {
  const { directoryId, type = 'user.created', data = {}, orderKey = uuidV7(), secondOrderKey } = event;
  const { version, memberCount, createdAt, updatedAt } = event;
  const [row] = await queryable.query<{ id: string }>(insertEvent, [
    ...[directoryId, type, JSON.stringify(data), orderKey, secondOrderKey],
    ...[version, memberCount, createdAt, updatedAt],
  ]);
  if (row === undefined) throw new Error('Expected the inserted event.');
  return row.id;
}

export function seedEndpoint(
  queryable: Queryable,
  endpoint: Partial<NewWebhookEndpoint> & Pick<NewWebhookEndpoint, 'environmentId'>,
): Promise<WebhookEndpointRow> {
  const url = 'https://receiver.example/webhooks';
  const keys = { secretEncrypted: Buffer.of(1), publicKey: 'whpk_1', privateKeyEncrypted: Buffer.of(1) };
  return insertWebhookEndpoint(queryable, { id: uuidV7(), url, ...keys, ...endpoint });
}

/** Does the relay's work for tests of what lies below it; the bodies are short. */
export async function seedLog(queryable: Queryable): Promise<void> {
  const rows = await takeInboxBatch(queryable, 1000);
  const numbered = rows.map(({ id, eventId, type }) => ({
    ...{ inboxId: id, sequence: id },
    body: JSON.stringify({ id: eventId, type }),
  }));
  await moveInboxToLog(queryable, numbered);
}
