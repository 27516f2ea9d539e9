import type { CustomAttributes } from '../generated/api.ts';
import { mirror } from '../mirror.ts';
import type { MirrorOptions } from '../mirror.ts';
import type { Transport } from '../transport.ts';
import { createDirectories } from './directories.ts';
import { eventPages } from './events.ts';
import { createGroups } from './groups.ts';
import { createUsers } from './users.ts';

export function createMirror<Attributes extends object>(
  transport: Transport,
): (options: MirrorOptions<Attributes>) => Promise<void> {
  const { sleep, random, now } = transport;
  const lists = {
    directories: createDirectories(transport),
    users: createUsers<CustomAttributes>(transport),
    groups: createGroups(transport),
  };
  return (options) => {
    const { directoryId } = options;
    const filters = { limit: 200, ...(directoryId !== undefined && { directoryId }) };
    const source = { lists, readPage: eventPages(transport, filters), sleep, random, now };
    // The contract leaves custom attributes open; what they are is the caller's word.
    return mirror(source, options as unknown as MirrorOptions);
  };
}
