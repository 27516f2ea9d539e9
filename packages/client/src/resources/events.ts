import type { DirectoryEvent, EventList } from '../attributes.ts';
import { consume } from '../consume.ts';
import type { ConsumeOptions } from '../consume.ts';
import { checkEventPage, waitSeconds } from '../event-feed.ts';
import type { EventSource } from '../event-feed.ts';
import type { CustomAttributes } from '../generated/api.ts';
import type { Listing } from '../pagination.ts';
import type { ListOptions, RequestOptions } from '../request-options.ts';
import type { Transport } from '../transport.ts';
import type { ListQuery } from './operation.ts';

/**
 * How {@link EventsResource.consume} reads: the filters of the log, and what happens with its events.
 *
 * @example
 * ```ts
 * const suspensions: ConsumeEventsOptions = {
 *   types: ['user.deactivated', 'user.deleted'],
 *   cursorStore,
 *   handler,
 *   signal,
 * };
 * await dirsync.events.consume(suspensions);
 * ```
 */
export interface ConsumeEventsOptions<Attributes extends object = CustomAttributes>
  extends ConsumeOptions<DirectoryEvent<Attributes>>, EventFilters {}

type EventFilters = Omit<ListQuery<'listEvents'>, 'after' | 'waitSeconds'>;

/**
 * The event log: what webhooks carry, in order, to be read at one's own pace.
 *
 * @example
 * ```ts
 * async function printHistory(events: EventsResource, directoryId: string): Promise<void> {
 *   for await (const { timestamp, type } of events.list({ directoryId })) console.log(timestamp, type);
 * }
 * await printHistory(dirsync.events, directoryId);
 * ```
 */
export interface EventsResource<Attributes extends object = CustomAttributes> {
  /**
   * Lists events, oldest first. An iteration ends with the first empty page, which is now; `nextCursor` of the last page
   * can be asked again later.
   */
  list(query?: ListQuery<'listEvents'>, options?: ListOptions): Listing<EventList<Attributes>>;
  /** Reads one event. */
  get(eventId: string, options?: RequestOptions): Promise<DirectoryEvent<Attributes>>;
  /**
   * Hands each event to a handler: at least once, in order, from where the last run ended, until the signal is aborted.
   * Failures of the handler, the store and the connection are tried again, longer and longer apart.
   *
   * @throws {@link ApiError} when the server refuses: `AuthenticationError`, or `CursorExpiredError` when the consumer
   * was away for longer than events are kept.
   *
   * @example
   * ```ts
   * await dirsync.events.consume({
   *   cursorStore,
   *   handler: async (event) => {
   *     if (event.type === 'user.deactivated') await suspend(event.data.user.id);
   *   },
   *   signal,
   * });
   * ```
   */
  consume(options: ConsumeEventsOptions<Attributes>): Promise<void>;
}

/** Reads the log behind a cursor, and waits for an event when there is none. */
function eventPages(
  { http, init, send }: Transport,
  filters: EventFilters,
): EventSource<DirectoryEvent>['readPage'] {
  return async (after, signal) => {
    const query = { ...filters, ...(after !== undefined && { after }), waitSeconds };
    return checkEventPage(await send(http.GET('/v1/events', { params: { query }, ...init({ signal }) })));
  };
}

export function createEvents<Attributes extends object>(transport: Transport): EventsResource<Attributes> {
  const { http, init, send, list, ...clock } = transport;
  const events: EventsResource = {
    list: (filters = {}, options) =>
      list(
        filters,
        options,
        (query) => http.GET('/v1/events', { params: { query }, ...init(options) }),
        // There is always a next cursor.
        ({ data }) => data.length === 0,
      ),
    get: (eventId, options) => {
      const call = { params: { path: { eventId } }, ...init(options) };
      return send(http.GET('/v1/events/{eventId}', call));
    },
    consume: ({ cursorStore, handler, signal, onError, onGap, ...filters }) =>
      consume(
        { ...clock, readPage: eventPages(transport, filters), isWhole: filters.types === undefined },
        {
          ...{ cursorStore, handler },
          ...(signal && { signal }),
          ...(onError && { onError }),
          ...(onGap && { onGap }),
        },
      ),
  };
  // The contract leaves custom attributes open; what they are is the caller's word.
  return events as unknown as EventsResource<Attributes>;
}
