import { readFile, rename, writeFile } from 'node:fs/promises';
import type { CursorStore } from '@dirsync/client';

/** Keeps the cursor in a file, which holds the old one or the new one whenever the process ends. */
export function createFileCursorStore(path: string): CursorStore {
  return {
    load: () =>
      readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
        if (error.code === 'ENOENT') return undefined;
        throw error;
      }),
    save: async (cursor) => {
      await writeFile(`${path}.new`, cursor, { flush: true });
      await rename(`${path}.new`, path);
    },
  };
}
