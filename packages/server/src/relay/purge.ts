import { findDirectoryToPurge, purgeDirectory } from '../store/purge.ts';
import type { Chore } from './upkeep.ts';

/** Removes what is left of deleted directories, so many rows in one transaction. Default 1000. */
export function directoryPurge(batchSize = 1000): Chore {
  return {
    name: 'purge of deleted directories',
    async run(tx) {
      const directoryId = await findDirectoryToPurge(tx);
      if (directoryId !== undefined) await purgeDirectory(tx, directoryId, batchSize);
      return directoryId !== undefined;
    },
  };
}
