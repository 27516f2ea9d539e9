import { expect, it } from 'vitest';
import { group, idOfResult, post, runBulk, statusesOf, user } from '../harness/bulk.ts';
import { describeEachBackend } from '../harness/each-backend.ts';
import { objectOf } from '../harness/json.ts';
import type { JsonObject } from '../harness/json.ts';
import { connectPlain } from '../harness/provisioning.ts';
import { scimError } from '../harness/scim-answers.ts';
import { patchRequest } from '../harness/scim-requests.ts';
import { enterpriseSchema } from '../harness/scim-schemas.ts';
import type { Tenant } from '../harness/tenant.ts';

const typesOf = (events: readonly JsonObject[]): readonly unknown[] => events.map(({ type }) => type);

const managerOf = async ({ scim }: Tenant, id: string): Promise<unknown> => {
  const extension = objectOf((await scim.get(`/Users/${id}`)).body)[enterpriseSchema];
  return objectOf(objectOf(extension)['manager'])['value'];
};

describeEachBackend('Bulk with references', (server) => {
  it(
    'creates what is referred to first, whatever the order, and answers in the order of the request',
    { tags: ['rfc-121'] },
    async () => {
      const tenant = await connectPlain(server);
      const results = await runBulk(tenant, [
        post('/Groups', 'outer', group('Outer', 'bulkId:inner')),
        post('/Users', 'ada', user('ada', { [enterpriseSchema]: { manager: { value: 'bulkId:bob' } } })),
        post('/Groups', 'inner', group('Inner', 'bulkId:ada', 'bulkId:bob')),
        post('/Users', 'bob', user('bob')),
      ]);
      expect(results.map(({ bulkId }) => bulkId)).toEqual(['outer', 'ada', 'inner', 'bob']);
      expect(statusesOf(results)).toEqual(['201', '201', '201', '201']);
      const [outer = '', ada = '', inner = '', bob = ''] = results.map(idOfResult);
      expect(await tenant.memberIds(outer)).toEqual([inner]);
      expect(await tenant.memberIds(inner)).toEqual([ada, bob].toSorted());
      expect(await managerOf(tenant, ada)).toBe(bob);
      expect(typesOf(await tenant.events.take(7))).toEqual([
        ...['user.created', 'user.created', 'group.created', 'group.user_added', 'group.user_added'],
        ...['group.created', 'group.group_added'],
      ]);
      await tenant.expectNoEvents();
    },
  );

  it(
    'resolves references in paths, in PATCH values and paths, and deep inside an extension',
    { tags: ['rfc-121'] },
    async () => {
      const tenant = await connectPlain(server);
      const results = await runBulk(tenant, [
        {
          method: 'PATCH',
          path: '/Users/bulkId:ada',
          data: patchRequest(
            { op: 'add', path: `${enterpriseSchema}:manager`, value: { value: 'bulkId:bob' } },
            { op: 'add', value: { 'urn:acme:x': { friends: [{ of: ['bulkId:bob', 'bulkId:ada'] }] } } },
          ),
        },
        post('/Users', 'ada', user('ada')),
        post('/Users', 'bob', user('bob')),
        post('/Groups', 'all', group('All', 'bulkId:ada', 'bulkId:bob')),
        {
          method: 'PATCH',
          path: '/Groups/bulkId:all',
          data: patchRequest({ op: 'remove', path: 'members[value eq "bulkId:ada"]' }),
        },
        { method: 'PUT', path: '/Users/bulkId:bob', data: user('robert') },
        { method: 'DELETE', path: '/Groups/bulkId:all', version: 'W/"2"' },
      ]);
      expect(statusesOf(results)).toEqual(['200', '201', '201', '201', '204', '200', '204']);
      const [ada = '', , bob = ''] = results.map(idOfResult);
      expect(idOfResult(results[1])).toBe(ada);
      expect(await managerOf(tenant, ada)).toBe(bob);
      expect((await tenant.scim.get(`/Users/${ada}`)).body).toMatchObject({
        'urn:acme:x': { friends: [{ of: [bob, ada] }] },
      });
      expect(await tenant.user(bob)).toMatchObject({ userName: 'robert' });
    },
  );

  it(
    'creates groups that are in each other, with the events of single requests',
    { tags: ['rfc-121'] },
    async () => {
      const tenant = await connectPlain(server);
      // RFC 7644 section 3.7.1.
      const results = await runBulk(tenant, [
        post('/Groups', 'qwerty', group('Group A', 'bulkId:ytrewq')),
        post('/Groups', 'ytrewq', group('Group B', 'bulkId:qwerty')),
      ]);
      expect(results).toMatchObject([
        { status: '201', version: 'W/"2"' },
        { status: '201', version: 'W/"1"' },
      ]);
      const [first = '', second = ''] = results.map(idOfResult);
      expect(await tenant.memberIds(first)).toEqual([second]);
      expect(await tenant.memberIds(second)).toEqual([first]);
      expect(await tenant.group(first)).toMatchObject({ memberCount: 1, version: 2 });
      expect(typesOf(await tenant.events.take(4))).toEqual([
        ...['group.created', 'group.created', 'group.group_added', 'group.group_added'],
      ]);
      await tenant.expectNoEvents();
    },
  );

  it('creates users who manage each other', { tags: ['rfc-121'] }, async () => {
    const tenant = await connectPlain(server);
    const managedBy = (bulkId: string): JsonObject => ({
      [enterpriseSchema]: { manager: { value: `bulkId:${bulkId}` } },
    });
    const results = await runBulk(tenant, [
      post('/Users', 'ada', user('ada', managedBy('bob'))),
      post('/Users', 'bob', user('bob', managedBy('cyd'))),
      post('/Users', 'cyd', user('cyd', managedBy('ada'))),
      post('/Users', 'dan', user('dan', managedBy('dan'))),
    ]);
    const [ada = '', bob = '', cyd = '', dan = ''] = results.map(idOfResult);
    const managers = await Promise.all([ada, bob, cyd, dan].map((id) => managerOf(tenant, id)));
    expect(managers).toEqual([bob, cyd, ada, dan]);
    expect(typesOf(await tenant.events.take(4))).toEqual(Array.from({ length: 4 }, () => 'user.created'));
    await tenant.expectNoEvents();
  });

  it(
    'creates no part of a circle of which one part fails, and what does not need it all the same',
    { tags: ['rfc-121'] },
    async () => {
      const tenant = await connectPlain(server);
      await tenant.scim.post('/Groups', group('Taken'));
      await tenant.events.take(1);
      const results = await runBulk(tenant, [
        post('/Groups', 'a', group('A', 'bulkId:b')),
        post('/Groups', 'b', group('Taken', 'bulkId:a')),
        post('/Users', 'ada', user('ada')),
        { method: 'PUT', path: '/Groups/bulkId:a', data: group('A') },
        post('/Groups', 'c', group('C', 'bulkId:ada')),
      ]);
      expect(statusesOf(results)).toEqual(['409', '409', '201', '409', '201']);
      expect(results[0]).toEqual({ method: 'POST', bulkId: 'a', status: '409', response: scimError(409) });
      expect(results[3]).toEqual({ method: 'PUT', status: '409', response: scimError(409) });
      const groups = objectOf((await tenant.scim.get('/Groups')).body);
      expect(groups).toMatchObject({
        totalResults: 2,
        Resources: [{ displayName: 'Taken' }, { displayName: 'C' }],
      });
      expect(typesOf(await tenant.events.take(3))).toEqual([
        'user.created',
        'group.created',
        'group.user_added',
      ]);
      await tenant.expectNoEvents();
    },
  );
});
