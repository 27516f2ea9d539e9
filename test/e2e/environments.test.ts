import { expect, it } from 'vitest';
import { createClient } from '../harness/client.ts';
import { describeEachBackend } from '../harness/each-backend.ts';
import { createEnvironment } from '../harness/environment.ts';
import { okta } from '../harness/identity-providers.ts';
import { userSchema } from '../harness/scim-schemas.ts';
import { createTenant } from '../harness/tenant.ts';

describeEachBackend('Two environments', (server) => {
  it('see nothing of each other', async () => {
    const staging = await createEnvironment(server);

    const live = await createTenant(server, { provider: 'okta', identityProvider: okta });
    const test = await createTenant(staging, { provider: 'okta', identityProvider: okta });
    await live.scim.post('/Users', { schemas: [userSchema], userName: 'ada' });
    const [, created] = await live.events.take(2);

    const own = await live.dirsync.webhookEndpoints.create({ url: 'https://receiver.example/' });
    const sent = await live.dirsync.webhookEndpoints.test(own.id);
    const { eventCursor: after } = await live.dirsync.users.list({ directoryId: live.directoryId });

    const stranger = createClient(staging);
    const { directoryId } = live;
    const ids = [];
    for await (const { id } of stranger.directories.list()) ids.push(id);
    expect(ids).toEqual([test.directoryId]);
    for (const ask of [
      () => stranger.directories.get(directoryId),
      () => stranger.users.list({ directoryId }),
      () => stranger.groups.list({ directoryId }),
      () => stranger.directories.tokens.create(directoryId),
      () => stranger.directories.delete(directoryId),
      () => stranger.events.get(String(created?.['id'])),
      () => stranger.webhookEndpoints.get(own.id),
      () => stranger.webhookEndpoints.update(own.id, { state: 'disabled' }),
      () => stranger.webhookEndpoints.rotateSecret(own.id),
      () => stranger.webhookEndpoints.test(own.id),
      () => stranger.webhookEndpoints.replay(own.id, { after }),
      () => stranger.webhookEndpoints.delete(own.id),
      () => stranger.deliveries.get(sent.id),
      () => stranger.deliveries.retry(sent.id),
    ]) {
      await expect(ask()).rejects.toMatchObject({ code: 'not_found', status: 404 });
    }
    expect(await live.dirsync.webhookEndpoints.get(own.id)).toMatchObject({ state: 'enabled', replay: null });
    await live.dirsync.webhookEndpoints.delete(own.id);
    expect(await stranger.events.list()).toMatchObject({ data: [] });
    expect(await stranger.events.list({ directoryId })).toMatchObject({ data: [] });
    const endpoint = stranger.webhookEndpoints.create({
      url: 'https://example.com',
      directoryIds: [directoryId],
    });
    await expect(endpoint).rejects.toMatchObject({ code: 'invalid_request', status: 400 });
    await live.expectNoEvents();
  });
});
