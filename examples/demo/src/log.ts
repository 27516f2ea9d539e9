import { memoryCursorStore } from '@dirsync/client';
import type { DirectoryEvent, Dirsync } from '@dirsync/client';
import type { LastChange } from './tenant.ts';

/** Reads the log until it holds the tenant's last change: all its other changes then stand before it. */
export async function findLastEvent(
  dirsync: Dirsync,
  { type, id }: LastChange,
  signal: AbortSignal,
): Promise<DirectoryEvent> {
  const found = Promise.withResolvers<DirectoryEvent>();
  const end = new AbortController();
  await dirsync.events.consume({
    types: [type],
    cursorStore: memoryCursorStore(),
    signal: AbortSignal.any([signal, end.signal]),
    handler(event) {
      if (resourceId(event) !== id) return;
      found.resolve(event);
      end.abort();
    },
  });
  signal.throwIfAborted();
  return found.promise;
}

function resourceId({ data }: DirectoryEvent): string | undefined {
  if ('user' in data) return data.user.id;
  return 'group' in data ? data.group.id : undefined;
}
