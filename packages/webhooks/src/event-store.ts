import type { WebhookEvent } from './generated/events.ts';

/**
 * What a store needs to know of an event.
 *
 * @example
 * ```ts
 * const versions = new Map<string, number>();
 * const isOutdated = ({ state }: StoredEvent): boolean =>
 *   state !== undefined && (versions.get(state.resource) ?? 0) > state.version;
 * ```
 */
export interface StoredEvent {
  /** The id of the event, the same at every delivery of it. */
  readonly id: string;
  /** What the event is about, and the place of the event among those about it; absent where there is no order. */
  readonly state?: { readonly resource: string; readonly version: number };
}

/**
 * What became of an event.
 *
 * @example
 * ```ts
 * const counts: Record<StoreOutcome, number> = { handled: 0, duplicate: 0, outdated: 0 };
 *
 * function counted<Transaction>(store: EventStore<Transaction>): EventStore<Transaction> {
 *   return {
 *     async run(event, handle) {
 *       const outcome = await store.run(event, handle);
 *       counts[outcome]++;
 *       return outcome;
 *     },
 *   };
 * }
 * ```
 */
export type StoreOutcome =
  /** It was handled now. */
  | 'handled'
  /** It was handled before. */
  | 'duplicate'
  /** A newer state of its resource was handled before. */
  | 'outdated';

/**
 * Remembers what was handled, so that an event which comes twice is handled once, and an older state of a user never
 * overwrites a newer one. There are `createMemoryStore` in `@dirsync/webhooks/memory` and `createPostgresStore` in
 * `@dirsync/webhooks/postgres`; this is the interface for others.
 *
 * What it remembers must outlive the sender's attempts: dirsync tries for five days under one id, and a person may
 * repeat a delivery for as long as events are kept (30 days by default).
 *
 * @example
 * ```ts
 * const store: EventStore<Transaction> = {
 *   run: ({ id }, handle) =>
 *     database.transaction(async (transaction) => {
 *       if (!(await transaction.insertUnlessPresent('handled_events', id))) return 'duplicate';
 *       await handle(transaction);
 *       return 'handled';
 *     }),
 * };
 * ```
 */
export interface EventStore<Transaction = undefined> {
  /**
   * Calls `handle` unless the event was handled, or a greater `version` of its `resource`; equal ones are handled,
   * since one change can make two events. Remembers the event only if `handle` resolves, and rejects as it does. A
   * second call for the same event or resource waits for the first.
   */
  run(event: StoredEvent, handle: (transaction: Transaction) => Promise<void>): Promise<StoreOutcome>;
}

/** Says what an event is about and where it stands in the order of that. */
export function stateOf(event: WebhookEvent): StoredEvent['state'] {
  const { data } = event;
  if ('memberGroup' in data) return ordered(`group:${data.group.id}/group:${data.memberGroup.id}`, event);
  // A membership has no version: the place in the log of its directory orders its coming and going.
  if ('user' in data && 'group' in data) return ordered(`group:${data.group.id}/user:${data.user.id}`, event);
  if ('user' in data) return { resource: `user:${data.user.id}`, version: data.user.version };
  if ('group' in data) return { resource: `group:${data.group.id}`, version: data.group.version };
  return 'directory' in data ? ordered(`directory:${data.directory.id}`, event) : undefined;
}

function ordered(resource: string, event: WebhookEvent): StoredEvent['state'] {
  return 'sequence' in event ? { resource, version: event.sequence } : undefined;
}
