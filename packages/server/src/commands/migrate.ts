import type { Config } from '../config.ts';
import { openStorage, prepareSchema } from '../open-storage.ts';
import type { CommandContext } from './command.ts';

/** `dirsync migrate` */
export async function migrateCommand(config: Config, { print }: CommandContext): Promise<void> {
  const storage = await openStorage(config);
  try {
    const applied = await prepareSchema(storage.database, { migrate: true });
    for (const name of applied) print(name);
    if (applied.length === 0) print('The schema is up to date.');
  } finally {
    await storage.close();
  }
}
