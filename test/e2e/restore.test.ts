import { randomUUID } from 'node:crypto';
import { cp, rm } from 'node:fs/promises';
import pg from 'pg';
import { expect, it } from 'vitest';
import { createClient } from '../harness/client.ts';
import { describeEachInstallation } from '../harness/each-installation.ts';
import { okta } from '../harness/identity-providers.ts';
import type { Installation } from '../harness/installation.ts';
import { startReceiver } from '../harness/receiver.ts';
import { createScimClient } from '../harness/scim-client.ts';
import { userSchema } from '../harness/scim-schemas.ts';
import { createTenant } from '../harness/tenant.ts';

/** A backup that was restored in another place. */
interface Restored {
  /** The settings that differ. */
  readonly env: Readonly<Record<string, string>>;
  remove(): Promise<void>;
}

/** Copies the data of an installation whose processes have stopped. */
function copyOf({ env }: Installation): Promise<Restored> {
  const { DATABASE_URL: databaseUrl, DIRSYNC_DATA_DIR: folder } = env;
  return databaseUrl === undefined ? copyFolder(String(folder)) : copyDatabase(databaseUrl);
}

async function copyFolder(folder: string): Promise<Restored> {
  const copy = `${folder}-restored`;
  await cp(folder, copy, { recursive: true });
  return { env: { DIRSYNC_DATA_DIR: copy }, remove: () => rm(copy, { recursive: true }) };
}

async function copyDatabase(databaseUrl: string): Promise<Restored> {
  const url = new URL(databaseUrl);
  const original = url.pathname.slice(1);
  const copy = `dirsync_test_${randomUUID().replaceAll('-', '')}`;
  url.pathname = '/postgres';
  const admin = new pg.Client({ connectionString: url.href });
  await admin.connect();
  await admin.query(`create database ${copy} template ${pg.escapeIdentifier(original)}`);
  url.pathname = `/${copy}`;
  return {
    env: { DATABASE_URL: url.href },
    async remove() {
      await admin.query(`drop database ${copy} with (force)`);
      await admin.end();
    },
  };
}

/** Three processes start one after the other. */
const timeout = 120_000;

describeEachInstallation('A backup', (installation) => {
  it(
    'has all that was there, signs webhooks, and refuses cursors of what came later',
    { timeout },
    async () => {
      await using receiver = await startReceiver();
      const first = await installation().start();
      const tenant = await createTenant(first, { provider: 'okta', identityProvider: okta });
      const { directoryId, token } = tenant;
      const endpoint = { url: receiver.url, directoryIds: [directoryId] };
      ({ secret: receiver.secret } = await tenant.dirsync.webhookEndpoints.create(endpoint));
      await tenant.scim.post('/Users', { schemas: [userSchema], userName: 'before' });
      await receiver.accept(2);
      await first.stop();
      const backup = await copyOf(installation());

      const later = await installation().start();
      const identityProvider = okta;
      const { pathname } = new URL(tenant.scimBaseUrl);
      const scimOf = ({ url }: { readonly url: string }) =>
        createScimClient({ baseUrl: `${url}${pathname}`, token, identityProvider });
      await scimOf(later).post('/Users', { schemas: [userSchema], userName: 'after' });
      await receiver.accept(3);
      const log = createClient(later).events;
      const { nextCursor: ahead } = await log.list({ directoryId, limit: 200 });
      await later.stop();

      const restored = await installation().start({ env: backup.env });
      const dirsync = createClient(restored);
      const { data: users } = await dirsync.users.list({ directoryId });
      expect(users.map(({ userName }) => userName)).toEqual(['before']);
      await expect(dirsync.events.list({ directoryId, after: ahead })).rejects.toMatchObject({
        status: 400,
        code: 'cursor_invalid',
      });
      await scimOf(restored).post('/Users', { schemas: [userSchema], userName: 'again' });
      const delivered = await receiver.accept(4);
      expect(delivered.at(-1)?.event).toMatchObject({ data: { user: { userName: 'again' } } });
      await restored.stop();
      await backup.remove();
    },
  );
});
