import { beforeAll, expect, it } from 'vitest';
import { idOfResult, runBulk } from '../harness/bulk.ts';
import { describeEachBackend } from '../harness/each-backend.ts';
import { okta } from '../harness/identity-providers.ts';
import { idOf, objectOf } from '../harness/json.ts';
import type { JsonObject } from '../harness/json.ts';
import { patchRequest } from '../harness/scim-requests.ts';
import { groupSchema, userSchema } from '../harness/scim-schemas.ts';
import { createTenant } from '../harness/tenant.ts';
import type { Tenant } from '../harness/tenant.ts';

const size = 1500;

/** Makes users by bulk requests. */
async function createUsers(tenant: Tenant, count: number): Promise<readonly string[]> {
  const ids: string[] = [];
  while (ids.length < count) {
    const operations = Array.from({ length: Math.min(1000, count - ids.length) }, (_, at) => ({
      ...{ method: 'POST', path: '/Users', bulkId: `b${at}` },
      data: { schemas: [userSchema], userName: `user-${ids.length + at}` },
    }));
    ids.push(...(await runBulk(tenant, operations)).map(idOfResult));
  }
  return ids;
}

const members = (ids: readonly string[]): readonly JsonObject[] => ids.map((value) => ({ value }));

describeEachBackend('A group of 1,500 members', (server) => {
  let tenant: Tenant;
  let everybody: readonly string[];
  beforeAll(async () => {
    tenant = await createTenant(server, { provider: 'generic', identityProvider: okta });
    everybody = await createUsers(tenant, size + 1);
    await tenant.events.take(size + 2);
  });

  /** A new group of all but the last user; its events are taken. */
  async function createGroup(displayName: string): Promise<string> {
    const body = { schemas: [groupSchema], displayName, members: members(everybody.slice(0, size)) };
    const created = await tenant.scim.post('/Groups', body);
    expect(objectOf(created.body)['members']).toHaveLength(size);
    await tenant.events.take(size + 1);
    return idOf(created);
  }

  async function expectMembers(group: string, ids: readonly string[]): Promise<void> {
    expect(await tenant.memberIds(group)).toEqual(ids.toSorted());
    expect(await tenant.group(group)).toMatchObject({ memberCount: ids.length });
  }

  it(
    'is read whole, alone and in lists, and without its members where they are excluded',
    { tags: ['mistake-8'] },
    async () => {
      const group = await createGroup('Read');
      const all = everybody.slice(0, size);
      await expectMembers(group, all);
      const filters = [
        'displayName eq "Read"',
        `members eq "${all.at(-1)}"`,
        `members[value eq "${all[700]}"] and displayName sw "re"`,
      ];
      for (const filter of filters) {
        const { body } = await tenant.scim.get(`/Groups?filter=${encodeURIComponent(filter)}`);
        expect(body, filter).toMatchObject({ totalResults: 1, Resources: [{ id: group }] });
        const [found] = objectOf(body)['Resources'] as readonly unknown[];
        expect(objectOf(found)['members'], filter).toHaveLength(size);
      }
      for (const target of [`/Groups/${group}`, '/Groups']) {
        const without = await tenant.scim.get(`${target}?excludedAttributes=members`);
        expect(without.status).toBe(200);
        expect(without.text).toContain(group);
        expect(without.text).not.toContain('members');
      }
      const projected = await tenant.scim.get(`/Groups/${group}?attributes=members.value`);
      expect(objectOf(projected.body)['members']).toHaveLength(size);
      await tenant.expectNoEvents();
    },
  );

  it('keeps all of them when it is renamed', { tags: ['mistake-1', 'mistake-8'] }, async () => {
    const group = await createGroup('Old');
    const operation = { op: 'replace', value: { id: group, displayName: 'New' } };
    expect((await tenant.scim.patch(`/Groups/${group}`, patchRequest(operation))).status).toBe(204);
    await expectMembers(group, everybody.slice(0, size));
    expect(await tenant.events.take(1)).toMatchObject([{ type: 'group.updated' }]);
    await tenant.expectNoEvents();
  });

  it(
    'keeps the others when one is added and one removed',
    { tags: ['mistake-2', 'mistake-8', 'mistake-13'] },
    async () => {
      const group = await createGroup('Patched');
      const [first = '', last = ''] = [everybody[0], everybody[size]];
      const add = { op: 'add', path: 'members', value: members([last]) };
      expect((await tenant.scim.patch(`/Groups/${group}`, patchRequest(add))).status).toBe(204);
      await expectMembers(group, everybody);
      const remove = { op: 'remove', path: `members[value eq "${first}"]` };
      expect((await tenant.scim.patch(`/Groups/${group}`, patchRequest(remove))).status).toBe(204);
      await expectMembers(group, everybody.slice(1));
      expect(await tenant.events.take(2)).toMatchObject([
        { type: 'group.user_added', data: { user: { id: last } } },
        { type: 'group.user_removed', data: { user: { id: first } } },
      ]);
      await tenant.expectNoEvents();
    },
  );

  it(
    'loses those alone that a filter chooses by what they are',
    { tags: ['rfc-104', 'mistake-8'] },
    async () => {
      const group = await createGroup('Chosen');
      const all = everybody.slice(0, size);
      const inner = idOf(await tenant.scim.post('/Groups', { schemas: [groupSchema], displayName: 'Inner' }));
      await tenant.events.take(1);
      const patch = async (...operations: readonly JsonObject[]): Promise<void> => {
        const answer = await tenant.scim.patch(`/Groups/${group}`, patchRequest(...operations));
        expect(answer.status).toBe(204);
      };
      await patch({ op: 'add', path: 'members', value: members([inner]) });
      await expectMembers(group, [...all, inner]);
      await patch({ op: 'remove', path: 'members[type eq "Group"]' });
      await expectMembers(group, all);
      await patch({ op: 'remove', path: `members[not (value eq "${all[700]}")]` });
      await expectMembers(group, [all[700] ?? '']);
      // Added and chosen in one request.
      await patch(
        { op: 'add', path: 'members', value: members([...all, inner]) },
        { op: 'remove', path: 'members[type ne "User"]' },
      );
      await expectMembers(group, all);
      const types = (await tenant.events.take(2 + 2 * (size - 1))).map(({ type }) => type);
      expect(types.slice(0, 2)).toEqual(['group.group_added', 'group.group_removed']);
      expect(new Set(types.slice(2, size + 1))).toEqual(new Set(['group.user_removed']));
      expect(new Set(types.slice(size + 1))).toEqual(new Set(['group.user_added']));
      await tenant.expectNoEvents();
    },
  );

  it(
    'changes by the difference alone when all are sent by PUT',
    { tags: ['mistake-3', 'mistake-12', 'rfc-87'] },
    async () => {
      const group = await createGroup('Replaced');
      const body = { schemas: [groupSchema], displayName: 'Replaced', members: members(everybody.slice(1)) };
      const replaced = await tenant.scim.put(`/Groups/${group}`, body);
      expect(objectOf(replaced.body)['members']).toHaveLength(size);
      await expectMembers(group, everybody.slice(1));
      const events = await tenant.events.take(2);
      expect(events.map(({ type }) => type).toSorted()).toEqual(['group.user_added', 'group.user_removed']);
      await tenant.expectNoEvents();
    },
  );
});
