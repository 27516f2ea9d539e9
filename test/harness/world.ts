import { createDirsync } from '@dirsync/client';
import type { Dirsync } from '@dirsync/client';
import { createEnvironment } from './environment.ts';
import { okta } from './identity-providers.ts';
import type { ServerAddress, SharedServer } from './installation.ts';
import { createRandomProvider } from './random-provider.ts';
import type { RandomProvider } from './random-provider.ts';
import { createTenant } from './tenant.ts';

/** Directories of an environment that no other test touches, and what happens in them. */
export interface World {
  readonly environment: ServerAddress;
  readonly dirsync: Dirsync;
  readonly directoryIds: readonly string[];
  /** Changes something in the next directory. */
  readonly change: () => Promise<void>;
  /** Makes a last user in each directory that still is. */
  readonly end: () => Promise<void>;
  /** The last users that `end` made, by directory. */
  readonly lastUsers: ReadonlyMap<string, string>;
}

export async function createWorld(server: SharedServer, directories: number): Promise<World> {
  const environment = await createEnvironment(server);
  const { url, apiKey } = environment;
  const dirsync = createDirsync({ baseUrl: url, apiKey });
  const providers = new Map<string, RandomProvider>();
  for (let seed = 1; seed <= directories; seed++) {
    const tenant = await createTenant(environment, { provider: 'okta', identityProvider: okta });
    const provider = createRandomProvider(tenant, seed);
    await provider.fill(30);
    providers.set(tenant.directoryId, provider);
  }
  const lastUsers = new Map<string, string>();
  let changes = 0;
  const living = async (): Promise<readonly string[]> => {
    const ids = [];
    for await (const { id } of dirsync.directories.list()) ids.push(id);
    return ids;
  };
  return {
    environment,
    dirsync,
    directoryIds: [...providers.keys()],
    async change() {
      const ids = await living();
      await providers.get(ids[changes++ % ids.length] ?? '')?.change();
    },
    async end() {
      const made = [];
      for (const id of await living()) made.push([id, (await providers.get(id)?.end()) ?? ''] as const);
      // At once, so that nobody takes some of them for all.
      for (const [id, userId] of made) lastUsers.set(id, userId);
    },
    lastUsers,
  };
}
