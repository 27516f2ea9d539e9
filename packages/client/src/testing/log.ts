import type { Delivery, Event } from '../generated/api.ts';
import type { DirectoryState, State } from './state.ts';

/** What an event says, without what the log adds. */
export type NewEvent = {
  readonly [Type in Event['type']]: Pick<Extract<Event, { type: Type }>, 'type' | 'data'>;
}[Event['type']];

/** Numbers an event, writes it to the log, and makes the deliveries of the endpoints that want it. */
export function append(state: State, of: DirectoryState, { type, data }: NewEvent): void {
  const timestamp = state.now();
  const sequence = ++of.sequence;
  const { id: directoryId, organizationId } = of.directory;
  // True: `data` is that of `type`; TypeScript does not follow the two through one object.
  const event = { id: state.nextId(), type, timestamp, sequence, directoryId, organizationId, data } as Event;
  // What a test changes later is not what the log holds.
  state.log.push(structuredClone(event));
  for (const { id: endpointId, eventTypes, directoryIds, state: status } of state.endpoints.values()) {
    const isWanted =
      status === 'enabled' &&
      (eventTypes === null || eventTypes.includes(type)) &&
      (directoryIds === null || directoryIds.includes(directoryId));
    if (!isWanted) continue;
    addDelivery(state, endpointId, { id: event.id, type, directoryId, sequence });
  }
  for (const watch of state.watchers) watch();
}

/** What a delivery says of its event. */
interface DeliveredEvent {
  readonly id: string;
  readonly type: Delivery['eventType'];
  readonly directoryId: string | null;
  readonly sequence: number | null;
}

/** Makes a delivery that waits to be sent; the mock sends nothing. */
export function addDelivery(state: State, endpointId: string, event: DeliveredEvent): Delivery {
  const id = state.nextId();
  const now = state.now();
  const delivery: Delivery = {
    ...{ id, endpointId, eventId: event.id, eventType: event.type },
    ...{ directoryId: event.directoryId, sequence: event.sequence, isReplay: false, state: 'pending' },
    ...{ attempts: 0, nextAttemptAt: now, createdAt: now, finishedAt: null },
  };
  state.deliveries.set(id, delivery);
  return delivery;
}

/** Which part of the log is asked for. */
export interface LogQuery {
  readonly after: number;
  readonly limit: number;
  readonly directoryId?: string | undefined;
  readonly types?: readonly string[] | undefined;
}

/** The events behind a position, and where to go on. */
export function readLog(
  { log }: State,
  { after, limit, directoryId, types }: LogQuery,
): { data: Event[]; position: number } {
  const data: Event[] = [];
  for (let position = after; position < log.length; position++) {
    const event = log[position];
    if (event === undefined) break;
    if (directoryId !== undefined && event.directoryId !== directoryId) continue;
    if (types !== undefined && !types.includes(event.type)) continue;
    data.push(event);
    if (data.length === limit) return { data, position: position + 1 };
  }
  return { data, position: log.length };
}

/** Waits for the next event, or for the end of the time, or of the request. */
export function nextEvent({ watchers }: State, waitMs: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const end = (): void => {
      clearTimeout(timer);
      watchers.delete(end);
      signal.removeEventListener('abort', end);
      resolve();
    };
    const timer = setTimeout(end, waitMs);
    watchers.add(end);
    signal.addEventListener('abort', end);
  });
}
