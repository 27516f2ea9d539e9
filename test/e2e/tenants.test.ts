import { expect, it } from 'vitest';
import { concurrently } from '../harness/concurrently.ts';
import { describeEachBackend } from '../harness/each-backend.ts';
import { okta } from '../harness/identity-providers.ts';
import { idOf, objectOf } from '../harness/json.ts';
import { groupSchema, userSchema } from '../harness/scim-schemas.ts';
import { createTenant } from '../harness/tenant.ts';
import type { Tenant } from '../harness/tenant.ts';

const perTenant = 150;

/** All users that the tenant's own token lists, by id. */
async function listAll({ scim }: Tenant): Promise<ReadonlyMap<string, unknown>> {
  const found = new Map<string, unknown>();
  for (let startIndex = 1; ; startIndex += 100) {
    const { Resources: resources } = objectOf(
      (await scim.get(`/Users?startIndex=${startIndex}&count=100`)).body,
    );
    if (!Array.isArray(resources) || resources.length === 0) return found;
    for (const resource of resources) found.set(idOf({ body: resource }), objectOf(resource)['externalId']);
  }
}

describeEachBackend('Two directories', (server) => {
  it('are filled at once with the same names, and neither shows anything of the other', async () => {
    const tenants = [
      await createTenant(server, { provider: 'okta', identityProvider: okta }),
      await createTenant(server, { provider: 'okta', identityProvider: okta }),
    ] as const;
    const created = await concurrently(2 * perTenant, async (number) => {
      const side = number % 2 === 0 ? 0 : 1;
      const externalId = `${side}-${number >> 1}`;
      const answer = await tenants[side].scim.post('/Users', {
        schemas: [userSchema],
        userName: `user-${number >> 1}@example.com`,
        externalId,
      });
      expect(answer.status).toBe(201);
      return { side, id: idOf(answer), externalId };
    });

    for (const side of [0, 1] as const) {
      const own = created.filter((user) => user.side === side);
      const listed = await listAll(tenants[side]);
      expect(listed).toEqual(new Map(own.map(({ id, externalId }) => [id, externalId])));
    }
    await concurrently(created.length, async (number) => {
      const user = created[number];
      if (user === undefined) return;
      const [own, other] = user.side === 0 ? tenants : [tenants[1], tenants[0]];
      const read = await own.scim.get(`/Users/${user.id}`);
      expect(read).toMatchObject({ status: 200, body: { id: user.id, externalId: user.externalId } });
      expect((await other.scim.get(`/Users/${user.id}`)).status).toBe(404);
    });

    for (const side of [0, 1] as const) {
      const own = created.filter((user) => user.side === side);
      // The reader checks that the sequence is dense: 1 is directory.activated.
      const events = await tenants[side].events.take(perTenant + 1);
      const users = events.slice(1).map(({ data }) => objectOf(objectOf(data)['user']));
      expect(new Set(users.map(({ id }) => id))).toEqual(new Set(own.map(({ id }) => id)));
      expect(events.every(({ directoryId }) => directoryId === tenants[side].directoryId)).toBe(true);
      await tenants[side].expectNoEvents();
    }
  });
});

describeEachBackend('Eight requests at once', (server) => {
  const eight = Array.from({ length: 8 }, (_, number) => number);

  it('for one userName create one user and answer seven times 409', async () => {
    const tenant = await createTenant(server, { provider: 'okta', identityProvider: okta });
    const answers = await Promise.all(
      eight.map((number) =>
        tenant.scim.post('/Users', { schemas: [userSchema], userName: number % 2 === 0 ? 'ada' : 'ADA' }),
      ),
    );
    expect(answers.map(({ status }) => status).toSorted()).toEqual([201, ...Array<number>(7).fill(409)]);
    expect((await listAll(tenant)).size).toBe(1);
    expect(await tenant.events.take(2)).toMatchObject([
      { type: 'directory.activated' },
      { type: 'user.created' },
    ]);
    await tenant.expectNoEvents();
  });

  it('for one displayName create one group and answer seven times 409', async () => {
    const tenant = await createTenant(server, { provider: 'okta', identityProvider: okta });
    const answers = await Promise.all(
      eight.map(() => tenant.scim.post('/Groups', { schemas: [groupSchema], displayName: 'Engineering' })),
    );
    expect(answers.map(({ status }) => status).toSorted()).toEqual([201, ...Array<number>(7).fill(409)]);
    expect(await tenant.events.take(2)).toMatchObject([
      { type: 'directory.activated' },
      { type: 'group.created' },
    ]);
    await tenant.expectNoEvents();
  });
});
