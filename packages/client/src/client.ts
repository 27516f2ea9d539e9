import type { CustomAttributes } from './generated/api.ts';
import { createApiKeys } from './resources/api-keys.ts';
import type { ApiKeysResource } from './resources/api-keys.ts';
import { createDeliveries } from './resources/deliveries.ts';
import type { DeliveriesResource } from './resources/deliveries.ts';
import { createDirectories } from './resources/directories.ts';
import type { DirectoriesResource } from './resources/directories.ts';
import { createEvents } from './resources/events.ts';
import type { EventsResource } from './resources/events.ts';
import { createGroups } from './resources/groups.ts';
import type { GroupsResource } from './resources/groups.ts';
import { createUsers } from './resources/users.ts';
import type { UsersResource } from './resources/users.ts';
import { createWebhookEndpoints } from './resources/webhook-endpoints.ts';
import type { WebhookEndpointsResource } from './resources/webhook-endpoints.ts';
import type { Fetch } from './retry.ts';
import { sleep as sleepByTimer } from './sleep.ts';
import type { Sleep } from './sleep.ts';
import { createTransport } from './transport.ts';
import type { DirsyncHttp } from './transport.ts';

/**
 * How to reach dirsync.
 *
 * @example
 * ```ts
 * function readOptions({ DIRSYNC_API_KEY = '', DIRSYNC_URL = '' }: NodeJS.ProcessEnv): DirsyncOptions {
 *   return { apiKey: DIRSYNC_API_KEY, baseUrl: DIRSYNC_URL, timeoutMs: 10_000, maxRetries: 4 };
 * }
 * const dirsync = createDirsync(readOptions(process.env));
 * ```
 */
export interface DirsyncOptions {
  /** A key of the directory API. It opens every directory of its environment: keep it on the server. */
  readonly apiKey: string;
  /** Where the server is, such as `https://dirsync.example.com`; a path in it is kept. */
  readonly baseUrl: string;
  /** Sends a request; the global `fetch` by default. Called once for each attempt. */
  readonly fetch?: Fetch;
  /** How long one attempt may take, its whole answer included: 30,000 by default. */
  readonly timeoutMs?: number;
  /** How many attempts may follow the first: 2 by default. */
  readonly maxRetries?: number;
  /** The longest wait that the server may ask for with `Retry-After`: 60,000 by default. A longer one fails at once. */
  readonly maxRetryDelayMs?: number;
  /** Waits between attempts; for tests. */
  readonly sleep?: Sleep;
  /** Makes the jitter, from 0 to 1; for tests. `Math.random` by default. */
  readonly random?: () => number;
  /** The clock, in milliseconds; for tests. `Date.now` by default. */
  readonly now?: () => number;
}

/**
 * The directory API. Methods throw a `DirsyncError` when they do not succeed.
 *
 * @example
 * ```ts
 * async function countSeats(dirsync: Dirsync, directoryId: string): Promise<number> {
 *   let seats = 0;
 *   for await (const _ of dirsync.users.list({ directoryId, active: true })) seats++;
 *   return seats;
 * }
 * ```
 */
export interface Dirsync<Attributes extends object = CustomAttributes> {
  /** The directories of this environment, and their tokens. */
  readonly directories: DirectoriesResource;
  /** The people of a directory. */
  readonly users: UsersResource<Attributes>;
  /** The groups of a directory, and their members. */
  readonly groups: GroupsResource;
  /** The event log. */
  readonly events: EventsResource<Attributes>;
  /** Where events are sent. */
  readonly webhookEndpoints: WebhookEndpointsResource;
  /** What was sent to webhook endpoints. */
  readonly deliveries: DeliveriesResource;
  /** The keys of this API. */
  readonly apiKeys: ApiKeysResource;
  /** `openapi-fetch` itself, for results instead of exceptions and for middleware. */
  readonly http: DirsyncHttp;
}

/**
 * Makes a client.
 *
 * `Attributes` types `customAttributes`, an object of extension attributes by URN. It is your word for what your
 * customers' identity providers send; nothing checks it.
 *
 * @throws TypeError when an option cannot be right.
 *
 * @example
 * ```ts
 * const dirsync = createDirsync({ apiKey, baseUrl });
 * const directory = await dirsync.directories.create({ name: 'Acme', provider: 'okta', organizationId: 'org_42' });
 * for await (const user of dirsync.users.list({ directoryId: directory.id })) console.log(user.email);
 * ```
 */
export function createDirsync<Attributes extends object = CustomAttributes>({
  apiKey,
  baseUrl,
  // Looked up at each request, so that what replaces the global one later is used.
  fetch = (request) => globalThis.fetch(request),
  timeoutMs = 30_000,
  maxRetries = 2,
  maxRetryDelayMs = 60_000,
  sleep = sleepByTimer,
  random = Math.random,
  now = Date.now,
}: DirsyncOptions): Dirsync<Attributes> {
  // A header would refuse the others as well, with the key in its message.
  if (typeof apiKey !== 'string' || !/^[\x21-\x7e]+$/.test(apiKey)) {
    throw new TypeError('apiKey must be a key of the directory API: is the variable set?');
  }
  const transport = createTransport({
    apiKey,
    baseUrl: toBaseUrl(baseUrl),
    fetch,
    timeoutMs,
    maxRetries,
    maxRetryDelayMs,
    sleep,
    random,
    now,
  });
  return {
    directories: createDirectories(transport),
    users: createUsers<Attributes>(transport),
    groups: createGroups(transport),
    events: createEvents<Attributes>(transport),
    webhookEndpoints: createWebhookEndpoints(transport),
    deliveries: createDeliveries(transport),
    apiKeys: createApiKeys(transport),
    http: transport.http,
  };
}

function toBaseUrl(baseUrl: string): string {
  const url = URL.canParse(baseUrl) ? new URL(baseUrl) : undefined;
  if (!url || !/^https?:$/.test(url.protocol) || url.username || url.password || url.search || url.hash) {
    throw new TypeError('baseUrl must be an http or https URL without user name, query and fragment.');
  }
  return url.href;
}
