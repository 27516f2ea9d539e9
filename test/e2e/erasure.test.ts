import { expect, it } from 'vitest';
import { describeEachBackend } from '../harness/each-backend.ts';
import { okta } from '../harness/identity-providers.ts';
import { idOf } from '../harness/json.ts';
import { startReceiver } from '../harness/receiver.ts';
import { patchRequest } from '../harness/scim-requests.ts';
import { groupSchema, userSchema } from '../harness/scim-schemas.ts';
import { createTenant } from '../harness/tenant.ts';

const person = {
  schemas: [userSchema],
  userName: 'ada@example.com',
  externalId: 'ada-00u1',
  name: { givenName: 'Ada', familyName: 'Lovelace' },
  emails: [{ value: 'ada@example.com', type: 'work', primary: true }],
};

/** Whatever tells of the person or of what she did. */
const traces = /ada@|ada-00|lovelace|countess/i;

describeEachBackend('The data of a person', (server) => {
  it('is gone from all stored events when it is erased, and nothing else is', async () => {
    await using receiver = await startReceiver();
    const tenant = await createTenant(server, { provider: 'okta', identityProvider: okta });
    const { scim, dirsync, api, directoryId, events } = tenant;
    const { id: endpointId, secret } = await dirsync.webhookEndpoints.create({
      url: receiver.url,
      directoryIds: [directoryId],
    });
    receiver.secret = secret;
    const userId = idOf(await scim.post('/Users', person));
    const other = idOf(await scim.post('/Users', { schemas: [userSchema], userName: 'grace@example.com' }));
    const members = [{ value: userId }, { value: other }];
    await scim.post('/Groups', { schemas: [groupSchema], displayName: 'Engineers', members });
    await scim.patch(`/Users/${userId}`, patchRequest({ op: 'add', path: 'title', value: 'Countess' }));
    await scim.delete(`/Users/${userId}`);
    const before = await events.take(9);
    await receiver.accept(9);
    expect(JSON.stringify(before)).toMatch(traces);

    await dirsync.users.eraseData({ directoryId, userId });
    // Every answer is held against the contract, so each event still is one.
    const { data: after } = await dirsync.events.list({ directoryId });
    expect(JSON.stringify(after)).not.toMatch(traces);
    const kept = before.map(({ id, type, sequence, timestamp }) => ({ id, type, sequence, timestamp }));
    expect(after).toMatchObject(kept);
    const ofOther = (all: readonly object[]) => all.filter((event) => JSON.stringify(event).includes(other));
    expect(ofOther(after)).toHaveLength(2);
    expect(ofOther(after)).toEqual(ofOther(before));
    for await (const delivery of dirsync.deliveries.list({ endpointId })) {
      expect((await api.send('GET', `/v1/deliveries/${delivery.id}`)).text).not.toMatch(traces);
    }

    // A second time there is nothing left to do, as there is for somebody nobody ever heard of.
    await dirsync.users.eraseData({ directoryId, userId });
    await dirsync.users.eraseData({ directoryId, userId: crypto.randomUUID() });
    expect((await dirsync.events.list({ directoryId })).data).toEqual(after);
  });

  it('is erased from the events of a directory that is deleted, too', async () => {
    const { scim, dirsync, directoryId, events } = await createTenant(server, {
      provider: 'okta',
      identityProvider: okta,
    });
    const userId = idOf(await scim.post('/Users', person));
    await dirsync.directories.delete(directoryId);
    await events.take(3);
    await dirsync.users.eraseData({ directoryId, userId });
    const { data } = await dirsync.events.list({ directoryId });
    expect(data.map(({ type }) => type)).toEqual([
      'directory.activated',
      'user.created',
      'directory.deleted',
    ]);
    expect(JSON.stringify(data)).not.toMatch(traces);
  });

  it('is not erased by the key of another environment', async () => {
    const tenant = await createTenant(server, { provider: 'okta', identityProvider: okta });
    const answer = await tenant.api.send('DELETE', `/v1/directories/${crypto.randomUUID()}/users/x/data`);
    expect(answer.status).toBe(404);
  });
});
