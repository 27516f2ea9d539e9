import type { NewDelivery, Subscriber } from '../store/delivery-queue.ts';
import type { InboxRow } from '../store/inbox.ts';
import { newId } from '../store/new-id.ts';

type LoggedEvent = Pick<
  InboxRow,
  'eventId' | 'environmentId' | 'directoryId' | 'type' | 'orderKey' | 'secondOrderKey'
>;

/** The deliveries that a batch of events makes, in the order of the events. */
export function fanOut(
  events: readonly LoggedEvent[],
  subscribers: readonly Subscriber[],
): readonly NewDelivery[] {
  const takenKeys = new Set<string>();
  const byEnvironment = Map.groupBy(subscribers, ({ environmentId }) => environmentId);
  return events.flatMap((event) =>
    (byEnvironment.get(event.environmentId) ?? [])
      .filter((subscriber) => wants(subscriber, event))
      .map(({ endpointId }) => {
        const keys = [event.orderKey, event.secondOrderKey].map((key) => key && `${endpointId} ${key}`);
        const isFirstOnKeys = !keys.some((key) => key && takenKeys.has(key));
        for (const key of keys) if (key) takenKeys.add(key);
        return { id: newId(), endpointId, eventId: event.eventId, isFirstOnKeys };
      }),
  );
}

function wants({ eventTypes, directoryIds }: Subscriber, { type, directoryId }: LoggedEvent): boolean {
  return (
    (eventTypes === null || eventTypes.includes(type)) &&
    (directoryIds === null || directoryIds.includes(directoryId))
  );
}
