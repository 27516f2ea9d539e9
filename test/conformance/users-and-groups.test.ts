import { expect, it } from 'vitest';
import { describeEachBackend } from '../harness/each-backend.ts';
import { idOf, objectOf } from '../harness/json.ts';
import type { JsonObject } from '../harness/json.ts';
import { connectPlain, filtered, groupNamed, provision } from '../harness/provisioning.ts';
import { list, scimError } from '../harness/scim-answers.ts';
import { patchRequest } from '../harness/scim-requests.ts';
import { enterpriseSchema, groupSchema, userSchema } from '../harness/scim-schemas.ts';

const user = (userName: string, changes: JsonObject = {}): JsonObject => ({
  schemas: [userSchema],
  userName,
  ...changes,
});

describeEachBackend('Users and groups', (server) => {
  it(
    'have a userName that is unique without regard to case and keeps its own',
    { tags: ['rfc-33', 'rfc-43', 'rfc-89', 'mistake-37'] },
    async () => {
      const tenant = await connectPlain(server);
      const created = await tenant.scim.post('/Users', user('Ada@Example.com'));
      expect(created).toMatchObject({ status: 201, body: { userName: 'Ada@Example.com' } });
      const bob = await provision(tenant, '/Users', user('bob'));
      const taken = { status: 409, body: scimError(409, 'uniqueness') };
      expect(await tenant.scim.post('/Users', user('aDA@example.com'))).toMatchObject(taken);
      expect(await tenant.scim.put(`/Users/${bob}`, user('ADA@EXAMPLE.COM'))).toMatchObject(taken);
      const found = await tenant.scim.get(filtered('/Users', 'userName eq "ada@example.COM"'));
      expect(found.body).toEqual(list([created.body]));
      for (const userName of [undefined, null, '']) {
        const answer = await tenant.scim.post('/Users', { schemas: [userSchema], userName });
        expect(answer).toMatchObject({ status: 400, body: scimError(400, 'invalidValue') });
      }
    },
  );

  it('show no password, wherever it came in', { tags: ['rfc-34', 'rfc-67', 'mistake-48'] }, async () => {
    const tenant = await connectPlain(server);
    const secret = 'hunter2-hunter2';
    const created = await tenant.scim.post(
      '/Users?attributes=userName,password',
      user('ada', { password: secret }),
    );
    const id = idOf(created);
    const answers = [
      created,
      await tenant.scim.put(`/Users/${id}`, user('ada', { password: secret })),
      await tenant.scim.patch(
        `/Users/${id}?attributes=password`,
        patchRequest({ op: 'replace', path: 'password', value: secret }),
      ),
      await tenant.scim.get(`/Users/${id}?attributes=password`),
      await tenant.scim.get('/Users'),
      await tenant.scim.get(filtered('/Users', `password eq "${secret}"`)),
      await tenant.scim.get(filtered('/Users', 'password pr')),
      await tenant.api.send('GET', `/v1/directories/${tenant.directoryId}/users/${id}`),
    ];
    for (const { text } of answers.slice(0, 5)) expect(text).not.toMatch(/password|hunter2/);
    expect(answers.slice(5, 7).map(({ body }) => body)).toEqual([
      scimError(400, 'invalidFilter'),
      scimError(400, 'invalidFilter'),
    ]);
    expect(answers[7]?.text).not.toMatch(/password|hunter2/);
    expect(JSON.stringify(await tenant.events.take(1))).not.toMatch(/password|hunter2/);
    await tenant.expectNoEvents();
  });

  it(
    'follow each other: groups of a user are read-only and come and go with the groups',
    { tags: ['rfc-35', 'rfc-42', 'rfc-88', 'rfc-113', 'mistake-50'] },
    async () => {
      const tenant = await connectPlain(server);
      const groups = [{ value: 'nowhere', display: 'Root' }];
      const created = await tenant.scim.post('/Users', user('ada', { groups }));
      const ada = idOf(created);
      expect(objectOf(created.body)).not.toHaveProperty('groups');
      const group = await provision(tenant, '/Groups', groupNamed('All', [ada]));
      await tenant.scim.put(`/Users/${ada}`, user('ada', { groups: [], title: 'x' }));
      const read = async (): Promise<unknown> =>
        objectOf((await tenant.scim.get(`/Users/${ada}`)).body)['groups'];
      expect(await read()).toEqual([
        { value: group, $ref: `${tenant.scimBaseUrl}/Groups/${group}`, display: 'All', type: 'direct' },
      ]);
      await tenant.scim.delete(`/Groups/${group}`);
      expect(await read()).toBeUndefined();
    },
  );

  it(
    'are members with a value, a $ref and a type, groups in groups too',
    { tags: ['rfc-38', 'rfc-45'] },
    async () => {
      const tenant = await connectPlain(server);
      const ada = await provision(tenant, '/Users', user('ada'));
      const inner = await provision(tenant, '/Groups', groupNamed('Inner'));
      const outer = await tenant.scim.post('/Groups', groupNamed('Outer', [ada, inner]));
      const members = objectOf(outer.body)['members'] as readonly JsonObject[];
      expect(
        members.toSorted((one, other) => (String(one['type']) < String(other['type']) ? -1 : 1)),
      ).toEqual([
        { value: inner, $ref: `${tenant.scimBaseUrl}/Groups/${inner}`, type: 'Group' },
        { value: ada, $ref: `${tenant.scimBaseUrl}/Users/${ada}`, type: 'User' },
      ]);
      for (const displayName of [undefined, null, '']) {
        const answer = await tenant.scim.post('/Groups', { schemas: [groupSchema], displayName });
        expect(answer).toMatchObject({ status: 400, body: scimError(400, 'invalidValue') });
      }
    },
  );

  it(
    'lose a deleted user everywhere, except as a manager’s id',
    { tags: ['rfc-111', 'rfc-112', 'rfc-113', 'rfc-40'] },
    async () => {
      const tenant = await connectPlain(server);
      const ada = await provision(tenant, '/Users', user('ada', { externalId: '1' }));
      const manager = { [enterpriseSchema]: { manager: { value: ada } } };
      const bob = await provision(tenant, '/Users', user('bob', manager));
      const group = await provision(tenant, '/Groups', groupNamed('All', [ada, bob]));
      const deleted = await tenant.scim.delete(`/Users/${ada}`);
      expect(deleted).toMatchObject({ status: 204, text: '' });
      const answers = [
        await tenant.scim.get(`/Users/${ada}`),
        await tenant.scim.put(`/Users/${ada}`, user('ada')),
        await tenant.scim.patch(`/Users/${ada}`, patchRequest({ op: 'replace', path: 'title', value: 'x' })),
        await tenant.scim.delete(`/Users/${ada}`),
      ];
      expect(answers.map(({ body }) => body)).toEqual(Array(4).fill(scimError(404)));
      expect((await tenant.scim.get('/Users')).body).toMatchObject({
        totalResults: 1,
        Resources: [{ id: bob }],
      });
      expect(await tenant.memberIds(group)).toEqual([bob]);
      expect((await tenant.scim.get(`/Users/${bob}`)).body).toMatchObject(manager);
      const again = await tenant.scim.post('/Users', user('ADA', { externalId: '1' }));
      expect(again.status).toBe(201);
      expect(idOf(again)).not.toBe(ada);
    },
  );
});

describeEachBackend('A PUT', (server) => {
  it(
    'clears what is null, an empty list or left out',
    { tags: ['rfc-87', 'rfc-90', 'mistake-47'] },
    async () => {
      const tenant = await connectPlain(server);
      const full = user('ada', {
        ...{ title: 'x', nickName: 'y', active: false, emails: [{ value: 'a@example.com' }] },
        [enterpriseSchema]: { department: 'Sales' },
      });
      const id = await provision(tenant, '/Users', full);
      const replaced = await tenant.scim.put(`/Users/${id}`, user('ada', { title: null, emails: [] }));
      const { meta: _meta, ...rest } = objectOf(replaced.body);
      expect(rest).toEqual({ ...user('ada'), id, active: false });
    },
  );

  it(
    'names its schemas, and an id that is not the path’s does nothing',
    { tags: ['rfc-91', 'rfc-88'] },
    async () => {
      const tenant = await connectPlain(server);
      const id = await provision(tenant, '/Users', user('ada'));
      const bob = await provision(tenant, '/Users', user('bob'));
      for (const schemas of [undefined, [], [groupSchema], 7]) {
        const answer = await tenant.scim.put(`/Users/${id}`, { schemas, userName: 'ada' });
        expect(answer, String(schemas)).toMatchObject({ status: 400, body: scimError(400, 'invalidSyntax') });
      }
      const replaced = await tenant.scim.put(`/Users/${id}`, user('ada', { id: bob, title: 'x' }));
      expect(replaced).toMatchObject({ status: 200, body: { id, title: 'x' } });
      expect((await tenant.scim.get(`/Users/${bob}`)).body).toMatchObject({ userName: 'bob' });
      const missing = await tenant.scim.put(`/Users/${id}`, { schemas: [userSchema], title: 'y' });
      expect(missing).toMatchObject({ status: 400, body: scimError(400, 'invalidValue') });
    },
  );
});
