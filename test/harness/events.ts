import type { Dirsync, DirectoryEvent } from '@dirsync/client';
import type { JsonObject } from './json.ts';

/** Reads the log of one directory, from its beginning. */
export interface EventReader {
  /** Waits for the next `count` events. Fails when a sequence is missing, or when they do not come. */
  take(count: number): Promise<readonly JsonObject[]>;
}

const waitSeconds = 10;

export function createEventReader(dirsync: Dirsync, directoryId: string): EventReader {
  const arrived: DirectoryEvent[] = [];
  let cursor: { readonly after?: string } = {};
  let lastSequence = 0;

  async function readPage(): Promise<number> {
    const { data, nextCursor } = await dirsync.events.list({
      directoryId,
      waitSeconds,
      limit: 200,
      ...cursor,
    });
    for (const event of data) {
      if (event.sequence !== lastSequence + 1) {
        throw new Error(`Expected sequence ${lastSequence + 1}, got ${JSON.stringify(event)}.`);
      }
      lastSequence += 1;
    }
    arrived.push(...data);
    cursor = { after: nextCursor };
    return data.length;
  }

  return {
    async take(count) {
      while (arrived.length < count) {
        if ((await readPage()) === 0) {
          const types = arrived.map(({ type }) => type).join(', ');
          throw new Error(
            `Expected ${count} events within ${waitSeconds} s, got ${arrived.length}: ${types}.`,
          );
        }
      }
      return arrived.splice(0, count);
    },
  };
}
