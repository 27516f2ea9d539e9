import { expect, it } from 'vitest';
import {
  bulkRequest,
  comparable,
  group,
  idOfResult,
  post,
  runBulk,
  runSingly,
  statusesOf,
  user,
} from '../harness/bulk.ts';
import { describeEachBackend } from '../harness/each-backend.ts';
import { idOf, objectOf } from '../harness/json.ts';
import type { JsonObject } from '../harness/json.ts';
import { connectPlain } from '../harness/provisioning.ts';
import { scimError } from '../harness/scim-answers.ts';
import { patchRequest } from '../harness/scim-requests.ts';
import { enterpriseSchema, userSchema } from '../harness/scim-schemas.ts';

const typesOf = (events: readonly JsonObject[]): readonly unknown[] => events.map(({ type }) => type);

describeEachBackend('Bulk', (server) => {
  it(
    'does what each method does alone, and answers what each would',
    { tags: ['rfc-117', 'rfc-118', 'rfc-119'] },
    async () => {
      const tenant = await connectPlain(server);
      const { scim, scimBaseUrl } = tenant;
      const bob = idOf(await scim.post('/Users', user('bob')));
      const cyd = idOf(await scim.post('/Users', user('cyd')));
      const all = idOf(await scim.post('/Groups', group('All', bob)));
      await tenant.events.take(4);

      const results = await runBulk(tenant, [
        post('/Users', 'ada', user('ada')),
        { method: 'PUT', path: `/Users/${bob}`, version: 'W/"1"', data: user('bob', { title: 'Boss' }) },
        {
          method: 'PATCH',
          path: `/Groups/${all}`,
          bulkId: 'all',
          data: patchRequest({ op: 'add', path: 'members', value: [{ value: 'bulkId:ada' }] }),
        },
        { method: 'DELETE', path: `/Users/${cyd}` },
      ]);
      const ada = idOfResult(results[0]);
      expect(results).toEqual([
        {
          ...{ method: 'POST', bulkId: 'ada', status: '201', version: 'W/"1"' },
          location: `${scimBaseUrl}/Users/${ada}`,
        },
        { method: 'PUT', status: '200', version: 'W/"2"', location: `${scimBaseUrl}/Users/${bob}` },
        {
          ...{ method: 'PATCH', bulkId: 'all', status: '204', version: 'W/"2"' },
          location: `${scimBaseUrl}/Groups/${all}`,
        },
        { method: 'DELETE', status: '204', location: `${scimBaseUrl}/Users/${cyd}` },
      ]);
      expect(await tenant.user(ada)).toMatchObject({ userName: 'ada', version: 1 });
      expect(await tenant.user(bob)).toMatchObject({ title: 'Boss' });
      expect(await tenant.memberIds(all)).toEqual([ada, bob].toSorted());
      expect((await scim.get(`/Users/${cyd}`)).status).toBe(404);
      const events = await tenant.events.take(4);
      expect(typesOf(events)).toEqual(['user.created', 'user.updated', 'group.user_added', 'user.deleted']);
      expect(events[0]).toEqual(tenant.event(6, 'user.created', { user: await tenant.user(ada) }));
      await tenant.expectNoEvents();
    },
  );

  it(
    'says of each operation that fails what a request of its own would be told, and goes on',
    { tags: ['rfc-117', 'rfc-118', 'rfc-119', 'rfc-120', 'rfc-124'] },
    async () => {
      const tenant = await connectPlain(server);
      const ada = idOf(await tenant.scim.post('/Users', user('ada')));
      await tenant.events.take(1);
      const missing = '/Users/0198a7c9-0000-7000-8000-000000000000';
      const operations = [
        post('/Users', 'twin', user('ADA')),
        post('/Users', 'nameless', { schemas: [userSchema] }),
        { method: 'PUT', path: missing, data: user('nobody') },
        { method: 'PATCH', path: `/Users/${ada}`, version: 'W/"7"', data: patchRequest() },
        {
          method: 'PATCH',
          path: `/Users/${ada}`,
          data: patchRequest({ op: 'replace', path: 'nope', value: 1 }),
        },
        { method: 'DELETE', path: missing },
        post('/Groups', 'ghosts', group('Ghosts', 'bulkId:nobody')),
        post('/Groups', 'orphans', group('Orphans', 'bulkId:twin')),
        post('/Me', 'me', user('me')),
        post('/Bulk', 'bulk', bulkRequest([])),
        { method: 'PUT', path: '/Schemas/x', data: {} },
        { method: 'GET', path: `/Users/${ada}` },
        { path: '/Users', bulkId: 'what' },
        'what',
        post('/Users', 'bob', user('bob')),
      ];
      const results = await runBulk(tenant, operations);
      expect(
        results.map(({ status, response }) => [status, response && objectOf(response)['scimType']]),
      ).toEqual([
        ['409', 'uniqueness'],
        ['400', 'invalidValue'],
        ['404', undefined],
        ['400', 'invalidSyntax'],
        ['400', 'invalidPath'],
        ['404', undefined],
        ['400', 'invalidValue'],
        ['409', undefined],
        ['501', undefined],
        ['400', 'invalidSyntax'],
        ['405', undefined],
        ['400', 'invalidSyntax'],
        ['400', 'invalidSyntax'],
        ['400', 'invalidSyntax'],
        ['201', undefined],
      ]);
      for (const { status, response } of results.slice(0, -1)) {
        expect(response).toEqual(
          scimError(Number(status), objectOf(response)['scimType'] as string | undefined),
        );
      }
      expect(results[0]).not.toHaveProperty('location');
      expect(results[2]).toMatchObject({ location: tenant.scimBaseUrl + missing, method: 'PUT' });
      expect(results[12]).toMatchObject({ bulkId: 'what' });
      expect(typesOf(await tenant.events.take(1))).toEqual(['user.created']);
      await tenant.expectNoEvents();
    },
  );

  it('refuses a change of another version', async () => {
    const tenant = await connectPlain(server);
    const ada = idOf(await tenant.scim.post('/Users', user('ada')));
    const results = await runBulk(tenant, [
      { method: 'PUT', path: `/Users/${ada}`, version: 'W/"2"', data: user('eve') },
      { method: 'DELETE', path: `/Users/${ada}`, version: 'W/"2"' },
      { method: 'PUT', path: `/Users/${ada}`, version: 'W/"1"', data: user('ada') },
    ]);
    expect(statusesOf(results)).toEqual(['412', '412', '200']);
    expect(results[2]).toMatchObject({ version: 'W/"1"' });
  });

  it.for([
    [1, ['201', '409']],
    [2, ['201', '409', '400']],
    [3, ['201', '409', '400', '201', '404']],
    [4, ['201', '409', '400', '201', '404', '201']],
  ] as const)(
    'stops after %i errors and says nothing of what it did not try',
    { tags: ['rfc-120'] },
    async ([failOnErrors, statuses]) => {
      const tenant = await connectPlain(server);
      const operations = [
        post('/Users', 'ada', user('ada')),
        post('/Users', 'twin', user('ada')),
        post('/Users', 'nameless', {}),
        post('/Users', 'bob', user('bob')),
        { method: 'DELETE', path: '/Users/nobody' },
        post('/Users', 'cyd', user('cyd')),
      ];
      const results = await runBulk(tenant, operations, { failOnErrors });
      const tried = failOnErrors === 3 ? statuses.slice(0, 5) : statuses;
      expect(statusesOf(results)).toEqual(tried);
      const created = tried.filter((status) => status === '201').length;
      expect((await tenant.scim.get('/Users')).body).toMatchObject({ totalResults: created });
    },
  );

  it.for<readonly [what: string, body: unknown, status: number, scimType?: string]>([
    ['no schemas', { Operations: [{}] }, 400, 'invalidSyntax'],
    ['the schemas of a PATCH', { ...patchRequest({}), failOnErrors: 1 }, 400, 'invalidSyntax'],
    ['no operations', bulkRequest([]), 400, 'invalidSyntax'],
    ['a word for failOnErrors', bulkRequest([{}], { failOnErrors: 'one' }), 400, 'invalidValue'],
    [
      'a bulkId twice',
      bulkRequest([post('/Users', 'a', user('ada')), post('/Users', 'a', user('bob'))]),
      400,
      'invalidSyntax',
    ],
    ['what is not JSON', '{', 400, 'invalidSyntax'],
  ])(
    'refuses %s as a whole and writes nothing',
    { tags: ['rfc-124'] },
    async ([, body, status, scimType]) => {
      const tenant = await connectPlain(server);
      expect(await tenant.scim.post('/Bulk', body)).toMatchObject({
        status,
        body: scimError(status, scimType),
      });
      await tenant.expectNoEvents();
    },
  );

  it(
    'refuses more operations and more bytes than it advertises before it writes',
    { tags: ['rfc-122'] },
    async () => {
      const tenant = await connectPlain(server);
      const { maxOperations, maxPayloadSize } = objectOf(
        objectOf((await tenant.scim.get('/ServiceProviderConfig')).body)['bulk'],
      );
      const create = (_: unknown, index: number): JsonObject => post('/Users', `${index}`, user(`u${index}`));
      const many = Array.from({ length: Number(maxOperations) + 1 }, create);
      const tooMany = await tenant.scim.post('/Bulk', bulkRequest(many));
      expect(tooMany).toMatchObject({ status: 413, body: scimError(413) });
      expect(tooMany.text).toContain(String(maxOperations));

      const whole = JSON.stringify(bulkRequest([post('/Users', 'ada', user('ada'))]));
      const padded = (size: number): string => whole + ' '.repeat(size - whole.length);
      const tooLarge = await tenant.scim.post('/Bulk', padded(Number(maxPayloadSize) + 1));
      expect(tooLarge).toMatchObject({ status: 413, body: scimError(413) });
      expect(tooLarge.text).toContain(String(maxPayloadSize));
      await tenant.expectNoEvents();

      expect(await tenant.scim.post('/Bulk', padded(Number(maxPayloadSize)))).toMatchObject({ status: 200 });
    },
  );

  it('lets other requests through while it runs a thousand operations', async () => {
    const tenant = await connectPlain(server);
    const create = (_: unknown, index: number): JsonObject =>
      post(index === 0 ? '/Groups' : '/Users', `b${index}`, index === 0 ? group('All') : user(`u${index}`));
    let isRunning = true;
    const bulk = runBulk(tenant, Array.from({ length: 1000 }, create)).finally(() => {
      isRunning = false;
    });
    let answered = 0;
    while (isRunning) {
      expect((await tenant.scim.get('/Groups?count=1')).status).toBe(200);
      if (isRunning) answered += 1;
    }
    expect(new Set(statusesOf(await bulk))).toEqual(new Set(['201']));
    expect(answered).toBeGreaterThan(2);
    expect((await tenant.scim.get('/Users?count=0')).body).toMatchObject({ totalResults: 999 });
  });

  it('makes the events that single requests make', async () => {
    const patchGroup = (op: string, member: string): JsonObject => ({
      ...{ method: 'PATCH', path: '/Groups/bulkId:all' },
      data: patchRequest({ op, path: 'members', value: [{ value: `bulkId:${member}` }] }),
    });
    const operations = [
      post('/Users', 'ada', user('ada', { active: true, emails: [{ value: 'ada@x', type: 'work' }] })),
      post('/Users', 'bob', user('bob', { [enterpriseSchema]: { manager: { value: 'bulkId:ada' } } })),
      post('/Groups', 'all', group('All', 'bulkId:ada')),
      post('/Groups', 'outer', group('Outer', 'bulkId:all', 'bulkId:bob')),
      patchGroup('add', 'bob'),
      patchGroup('add', 'bob'),
      {
        method: 'PATCH',
        path: '/Users/bulkId:bob',
        data: patchRequest({ op: 'replace', value: { active: false } }),
      },
      { method: 'PUT', path: '/Users/bulkId:ada', data: user('ada', { title: 'Countess' }) },
      patchGroup('replace', 'bob'),
      { method: 'DELETE', path: '/Users/bulkId:bob' },
      { method: 'PUT', path: '/Groups/bulkId:all', data: group('Everybody') },
      { method: 'DELETE', path: '/Groups/bulkId:all' },
    ];
    const [together, singly] = [await connectPlain(server), await connectPlain(server)];
    const results = await runBulk(together, operations);
    expect(results.filter(({ status }) => Number(status) >= 300)).toEqual([]);
    await runSingly(singly, operations);
    const count = 17;
    expect(comparable(await together.events.take(count))).toEqual(
      comparable(await singly.events.take(count)),
    );
    await together.expectNoEvents();
    await singly.expectNoEvents();
  });

  it('meets no other tenant', async () => {
    const tenant = await connectPlain(server);
    const other = await connectPlain(server);
    const ada = idOf(await other.scim.post('/Users', user('ada')));
    await other.events.take(1);
    const results = await runBulk(tenant, [
      { method: 'PUT', path: `/Users/${ada}`, data: user('eve') },
      { method: 'DELETE', path: `/Users/${ada}` },
      post('/Groups', 'thieves', group('Thieves', ada)),
    ]);
    expect(statusesOf(results)).toEqual(['404', '404', '400']);
    await other.expectNoEvents();
    await tenant.expectNoEvents();
  });
});
