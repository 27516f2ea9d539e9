import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Answer } from '../harness/contract-fetch.ts';
import { describeEachBackend } from '../harness/each-backend.ts';
import { okta } from '../harness/identity-providers.ts';
import { idOf, objectOf } from '../harness/json.ts';
import type { JsonObject } from '../harness/json.ts';
import { createScimClient } from '../harness/scim-client.ts';
import type { ScimClient } from '../harness/scim-client.ts';
import { patchRequest } from '../harness/scim-requests.ts';
import { groupSchema, userSchema } from '../harness/scim-schemas.ts';
import { startServer } from '../harness/server-process.ts';
import type { ServerProcess } from '../harness/server-process.ts';
import { createTenant } from '../harness/tenant.ts';
import type { Tenant } from '../harness/tenant.ts';

/** Sends all at once, each to the next client; each is answered with success. */
async function patchAll(
  clients: readonly ScimClient[],
  target: string,
  requests: readonly (readonly JsonObject[])[],
): Promise<readonly Answer[]> {
  return Promise.all(
    requests.map(async (operations, at) => {
      const client = clients[at % clients.length];
      if (client === undefined) throw new Error('Expected a client.');
      const answer = await client.patch(target, patchRequest(...operations));
      expect(answer.status).toBeLessThan(300);
      return answer;
    }),
  );
}

const numbers = (count: number): readonly number[] => Array.from({ length: count }, (_, number) => number);

describeEachBackend('PATCHes that come at once, on PostgreSQL to two processes,', (server) => {
  let second: ServerProcess | undefined;
  beforeAll(async () => {
    // The embedded database has one process.
    if (server.env['DATABASE_URL'] !== undefined) second = await startServer({ env: server.env });
  });
  afterAll(() => second?.stop());

  /** The tenant's client, and one that goes to the other process. */
  function clientsOf({ scim, scimBaseUrl, token }: Tenant): readonly ScimClient[] {
    if (second === undefined) return [scim];
    const baseUrl = `${second.url}${new URL(scimBaseUrl).pathname}`;
    return [scim, createScimClient({ baseUrl, token, identityProvider: okta })];
  }

  it('lose no member and no name of a group', { tags: ['mistake-9', 'rfc-96'] }, async () => {
    const tenant = await createTenant(server, { provider: 'generic', identityProvider: okta });
    const create = async (name: number): Promise<string> =>
      idOf(await tenant.scim.post('/Users', { schemas: [userSchema], userName: `user-${name}` }));
    const ids = await Promise.all(numbers(30).map(create));
    const leaving = ids.slice(0, 10);
    const members = leaving.map((value) => ({ value }));
    const body = { schemas: [groupSchema], displayName: 'All', members };
    const group = idOf(await tenant.scim.post('/Groups', body));
    await tenant.events.take(1 + 30 + 1 + 10);

    const add = ids.slice(10).map((value) => ({ op: 'add', path: 'members', value: [{ value }] }));
    const remove = leaving.map((id) => ({ op: 'remove', path: `members[value eq "${id}"]` }));
    const rename = numbers(10).map((number) => ({
      op: 'replace',
      path: 'displayName',
      value: `All ${number}`,
    }));
    const operations = [...add, ...remove, ...rename];
    // One of another kind follows on each: 7 and 40 have no divisor in common, so each comes once.
    const mixed = numbers(40).map((at) => [operations[(at * 7) % 40] ?? {}]);
    await patchAll(clientsOf(tenant), `/Groups/${group}`, mixed);

    expect(await tenant.memberIds(group)).toEqual(ids.slice(10).toSorted());
    const after = await tenant.group(group);
    expect(after).toMatchObject({
      memberCount: 20,
      version: 41,
      displayName: expect.stringMatching(/^All \d$/),
    });
    const events = await tenant.events.take(40);
    const count = (type: string): number => events.filter((event) => event['type'] === type).length;
    expect([count('group.user_added'), count('group.user_removed'), count('group.updated')]).toEqual([
      20, 10, 10,
    ]);
    const names = events
      .filter(({ type }) => type === 'group.updated')
      .map(({ data }) => objectOf(data)['group']);
    expect(names.at(-1)).toMatchObject({ displayName: after['displayName'] });
    await tenant.expectNoEvents();
  });

  it(
    'choose among the members that the one before them left',
    { tags: ['mistake-9', 'rfc-96'] },
    async () => {
      const tenant = await createTenant(server, { provider: 'generic', identityProvider: okta });
      const create = async (endpoint: '/Users' | '/Groups', body: JsonObject): Promise<string> =>
        idOf(await tenant.scim.post(endpoint, body));
      const users = await Promise.all(
        numbers(10).map((n) => create('/Users', { schemas: [userSchema], userName: `user-${n}` })),
      );
      const inner = await Promise.all(
        numbers(10).map((n) => create('/Groups', { schemas: [groupSchema], displayName: `Inner ${n}` })),
      );
      const group = await create('/Groups', { schemas: [groupSchema], displayName: 'All' });
      await tenant.events.take(1 + 10 + 10 + 1);

      const join = (value: string): JsonObject => ({ op: 'add', path: 'members', value: [{ value }] });
      // Each takes the place of whichever group is there: one after the other, they leave one.
      const exchange = { op: 'remove', path: 'members[type eq "Group"]' };
      const requests = users.flatMap((user, n) => {
        const both = [[exchange, join(inner[n] ?? '')], [join(user)]];
        // Each process gets some of either.
        return n % 2 === 0 ? both : both.toReversed();
      });
      await patchAll(clientsOf(tenant), `/Groups/${group}`, requests);

      const members = await tenant.memberIds(group);
      expect(users.filter((user) => members.includes(user))).toEqual(users);
      expect(members).toHaveLength(11);
      expect(await tenant.group(group)).toMatchObject({ memberCount: 11, version: 21 });
      const events = await tenant.events.take(10 + 10 + 9);
      const types = events.map(({ type }) => String(type)).filter((type) => type.startsWith('group.group_'));
      expect(types.filter((type) => type === 'group.group_added')).toHaveLength(10);
      expect(JSON.stringify(events.findLast(({ type }) => type === 'group.group_added'))).toMatch(
        new RegExp(members.filter((id) => inner.includes(id)).join('|'), 'u'),
      );
      await tenant.expectNoEvents();
    },
  );

  it('lose no value of a user', { tags: ['mistake-9', 'rfc-96'] }, async () => {
    const tenant = await createTenant(server, { provider: 'generic', identityProvider: okta });
    const user = idOf(await tenant.scim.post('/Users', { schemas: [userSchema], userName: 'ada' }));
    await tenant.events.take(2);
    const addresses = numbers(24).map((number) => `ada-${number}@example.com`);
    const requests = addresses.map((value) => [
      { op: 'add', path: 'emails', value: [{ value, type: value }] },
    ]);
    const answers = await patchAll(clientsOf(tenant), `/Users/${user}`, requests);
    expect(new Set(answers.map(({ headers }) => headers['etag'])).size).toBe(24);

    const { emails } = objectOf((await tenant.scim.get(`/Users/${user}`)).body);
    const kept = (emails as readonly unknown[]).map((email) => objectOf(email)['value']);
    expect(kept.toSorted()).toEqual(addresses.toSorted());
    expect(await tenant.user(user)).toMatchObject({ version: 25 });
    const events = await tenant.events.take(24);
    const versions = events.map(({ data }) => objectOf(objectOf(data)['user'])['version']);
    expect(versions).toEqual(numbers(24).map((number) => number + 2));
    await tenant.expectNoEvents();
  });
});
