import type { CursorStore } from './cursor-store.ts';
import type { EventGapError } from './errors.ts';
import { followEvents } from './event-feed.ts';
import type { EventSource } from './event-feed.ts';
import { createPersist, untilAborted } from './persist.ts';
import type { RetryOptions } from './retry.ts';
import { createSequenceCheck } from './sequence.ts';
import type { Sequenced } from './sequence.ts';

/** How events are consumed. */
export interface ConsumeOptions<Event> {
  /** Where the consumer keeps how far it is. Without a cursor it begins at the oldest event that is kept. */
  readonly cursorStore: CursorStore;
  /**
   * Gets the events, one after the other, in the order of the log. An event comes again when the handler throws, and
   * when the process ended before the cursor behind it was saved: recognise it by its `id`.
   */
  readonly handler: (event: Event) => unknown;
  /** Ends the consumer: `consume` resolves when the handler that is running is done. */
  readonly signal?: AbortSignal;
  /**
   * Told of each failure (of the handler with its event, of the connection, of the store) before the consumer waits and
   * tries again; `console.error` by default. What it throws ends the consumer.
   */
  readonly onError?: (error: unknown, event?: Event) => void;
  /**
   * Told when `sequence` of a directory jumps within this run, which proves that events were lost, before the event
   * behind the gap is handled. By default, and when it throws, the gap ends the consumer. Not looked for when `types`
   * are filtered.
   */
  readonly onGap?: (gap: EventGapError, event: Event) => unknown;
}

/** Hands the events of the log to a handler until the signal is aborted. */
export async function consume<Event extends Sequenced>(
  source: EventSource<Event> & Pick<RetryOptions, 'random'> & { readonly isWhole: boolean },
  {
    cursorStore,
    handler,
    signal = new AbortController().signal,
    onError = (error) => console.error(error),
    onGap = (gap) => {
      throw gap;
    },
  }: ConsumeOptions<Event>,
): Promise<void> {
  const persist = createPersist<Event>(source, { signal, onError });
  const findGap = createSequenceCheck();
  await untilAborted(signal, async () => {
    const cursor = (await persist(() => cursorStore.load())) ?? undefined;
    const onPage = async (
      { data, nextCursor }: { data: readonly Event[]; nextCursor: string },
      isNew: boolean,
    ) => {
      for (const event of data) {
        signal.throwIfAborted();
        const gap = source.isWhole ? findGap(event) : undefined;
        if (gap) await onGap(gap, event);
        await persist(() => handler(event), { event });
      }
      if (isNew) await persist(() => cursorStore.save(nextCursor));
    };
    await followEvents(source, { cursor, signal, persist, onPage });
  });
}
