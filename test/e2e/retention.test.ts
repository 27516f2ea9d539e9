import { CursorExpiredError } from '@dirsync/client';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { describeEachInstallation } from '../harness/each-installation.ts';
import { okta } from '../harness/identity-providers.ts';
import type { ServerAddress } from '../harness/installation.ts';
import { startReceiver } from '../harness/receiver.ts';
import { userSchema } from '../harness/scim-schemas.ts';
import type { ServerProcess } from '../harness/server-process.ts';
import { createTenant } from '../harness/tenant.ts';

describeEachInstallation('A reader who stayed away for too long', (installation) => {
  let server: ServerProcess & ServerAddress;
  beforeAll(async () => {
    const args = ['--conditions=source', 'test/harness/forgetful-server.ts'];
    server = await installation().start({ args });
  });
  afterAll(() => server?.stop());

  it('is told so, begins again with a list, and misses nothing from there', async () => {
    await using receiver = await startReceiver();
    const { dirsync, directoryId, scim } = await createTenant(server, {
      provider: 'okta',
      identityProvider: okta,
    });
    const { secret } = await dirsync.webhookEndpoints.create({
      url: receiver.url,
      directoryIds: [directoryId],
    });
    receiver.secret = secret;
    const { eventCursor: old } = await dirsync.users.list({ directoryId });
    expect((await scim.post('/Users', { schemas: [userSchema], userName: 'ada' })).status).toBe(201);

    // What the endpoint has not got yet is kept, so it comes before it goes.
    const accepted = await receiver.accept(2);
    expect(accepted.map(({ event }) => event.type)).toEqual(['directory.activated', 'user.created']);
    const listing = () => dirsync.events.list({ directoryId, after: old }).catch((error: unknown) => error);
    await expect.poll(listing).toBeInstanceOf(CursorExpiredError);

    const { data, eventCursor } = await dirsync.users.list({ directoryId });
    expect(data.map(({ userName }) => userName)).toEqual(['ada']);
    expect((await dirsync.events.list({ directoryId, after: eventCursor })).data).toEqual([]);
  });
});
