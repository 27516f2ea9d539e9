import { expect, it } from 'vitest';
import { describeEachBackend } from '../harness/each-backend.ts';
import { idOf, objectOf } from '../harness/json.ts';
import type { JsonObject } from '../harness/json.ts';
import { connectPlain, filtered, provision } from '../harness/provisioning.ts';
import { list, meta, scimError } from '../harness/scim-answers.ts';
import { patchRequest } from '../harness/scim-requests.ts';
import { enterpriseSchema, groupSchema, userSchema } from '../harness/scim-schemas.ts';

const ada = (changes: JsonObject = {}): JsonObject => ({
  schemas: [userSchema],
  userName: 'ada',
  ...changes,
});
const acme = 'urn:acme:params:scim:2.0:User';
const dateTime = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?Z$/;

describeEachBackend('A resource', (server) => {
  it('has its own id, whatever the client sends', { tags: ['rfc-18', 'rfc-42', 'mistake-42'] }, async () => {
    const tenant = await connectPlain(server);
    const first = await tenant.scim.post('/Users', ada({ title: 'First' }));
    const id = idOf(first);
    expect(id).not.toMatch(/bulkId/i);
    const second = await tenant.scim.post('/Users', ada({ userName: 'bob', id }));
    expect(second).toMatchObject({ status: 201, body: { userName: 'bob' } });
    expect(idOf(second)).not.toBe(id);
    expect((await tenant.scim.get(`/Users/${id}`)).body).toEqual(first.body);
    await tenant.scim.delete(`/Users/${id}`);
    const third = await tenant.scim.post('/Users', ada({ id }));
    expect(idOf(third)).not.toBe(id);
  });

  it(
    'has an externalId of its client’s, which another directory may have too',
    { tags: ['rfc-19'] },
    async () => {
      const [tenant, other] = [await connectPlain(server), await connectPlain(server)];
      const id = await provision(tenant, '/Users', ada({ externalId: 'Ext-1' }));
      expect(await other.scim.post('/Users', ada({ externalId: 'Ext-1' }))).toMatchObject({ status: 201 });
      expect((await tenant.scim.get(filtered('/Users', 'externalId eq "Ext-1"'))).body).toMatchObject({
        totalResults: 1,
        Resources: [{ id }],
      });
      expect((await tenant.scim.get(filtered('/Users', 'externalId eq "ext-1"'))).body).toEqual(list([]));
    },
  );

  it(
    'has a meta of the server’s, which says where it is and since when',
    { tags: ['rfc-20', 'rfc-21', 'rfc-22', 'rfc-23', 'rfc-41', 'rfc-44', 'rfc-47'] },
    async () => {
      const tenant = await connectPlain(server);
      const mine = {
        resourceType: 'Robot',
        created: '2001-01-01T00:00:00Z',
        version: 'W/"99"',
        location: 'https://x.example',
      };
      const created = await tenant.scim.post('/Users', ada({ meta: mine }));
      const id = idOf(created);
      const { body, headers } = created;
      expect(objectOf(body)['meta']).toEqual(meta(tenant, 'User', id, 1));
      const { created: since, lastModified, location, version } = objectOf(objectOf(body)['meta']);
      expect(since).toBe(lastModified);
      expect(since).toMatch(dateTime);
      expect(headers['location']).toBe(location);
      expect(headers['etag']).toBe(version);
      expect(version).toMatch(/^W\/"/);
      const read = await tenant.scim.get(String(location).slice(tenant.scimBaseUrl.length));
      expect(read).toMatchObject({ status: 200, headers: { etag: version } });
      expect(read.body).toEqual(body);
      expect((await tenant.scim.get('/Users/nobody')).status).toBe(404);
      const changed = await tenant.scim.put(`/Users/${id}`, ada({ title: 'x', meta: mine }));
      expect(objectOf(changed.body)['meta']).toEqual(meta(tenant, 'User', id, 2));
      expect(objectOf(objectOf(changed.body)['meta'])['created']).toBe(since);
    },
  );

  it(
    'takes the names of attributes in any case, in bodies, paths and filters',
    { tags: ['rfc-24', 'mistake-16'] },
    async () => {
      const tenant = await connectPlain(server);
      const created = await tenant.scim.post('/Users', {
        ...{
          SCHEMAS: [userSchema],
          USERNAME: 'ada',
          Name: { GIVENNAME: 'Ada' },
          EMails: [{ VALUE: 'a@example.com' }],
        },
      });
      expect(created).toMatchObject({
        status: 201,
        body: { userName: 'ada', name: { givenName: 'Ada' }, emails: [{ value: 'a@example.com' }] },
      });
      const patched = await tenant.scim.patch(
        `/Users/${idOf(created)}`,
        patchRequest({ op: 'replace', path: 'NAME.familyname', value: 'L' }),
      );
      expect(patched.body).toMatchObject({ name: { givenName: 'Ada', familyName: 'L' } });
      expect((await tenant.scim.get(filtered('/Users', 'NAME.FamilyName EQ "l"'))).body).toMatchObject({
        totalResults: 1,
      });
    },
  );

  it(
    'keeps no null, no empty list and nothing absent',
    { tags: ['rfc-25', 'rfc-60', 'mistake-22'] },
    async () => {
      const tenant = await connectPlain(server);
      const created = await tenant.scim.post(
        '/Users',
        ada({ title: null, emails: [], roles: null, name: {}, addresses: [null] }),
      );
      const id = idOf(created);
      expect(created.body).toEqual({ ...ada(), id, active: true, meta: meta(tenant, 'User', id, 1) });
      for (const attribute of ['title', 'emails', 'roles', 'name', 'addresses', 'nickName']) {
        expect((await tenant.scim.get(filtered('/Users', `${attribute} pr`))).body, attribute).toEqual(
          list([]),
        );
      }
    },
  );

  it('shows one primary value, and no value twice', { tags: ['rfc-27', 'rfc-28', 'rfc-99'] }, async () => {
    const tenant = await connectPlain(server);
    const [work, home] = [
      { value: 'w@example.com', type: 'work', primary: true },
      { value: 'h@example.com', type: 'home' },
    ];
    const strict = await connectPlain(server, 'strict');
    const two = await strict.scim.post('/Users', ada({ emails: [work, { ...home, primary: true }] }));
    expect(two).toMatchObject({ status: 400, body: scimError(400, 'invalidValue') });
    const id = await provision(tenant, '/Users', ada({ emails: [work, home] }));
    const again = await tenant.scim.patch(
      `/Users/${id}`,
      patchRequest({ op: 'add', path: 'emails', value: [work, home] }),
    );
    expect(again).toMatchObject({ status: 200, headers: { etag: 'W/"1"' } });
    const moved = await tenant.scim.patch(
      `/Users/${id}`,
      patchRequest({ op: 'replace', path: 'emails[type eq "home"].primary', value: true }),
    );
    const primary = (objectOf(moved.body)['emails'] as readonly unknown[])
      .map(objectOf)
      .filter((email) => email['primary'] === true);
    expect(primary).toMatchObject([{ value: 'h@example.com' }]);
  });

  it('means the same in any order of its attributes', { tags: ['rfc-29'] }, async () => {
    const tenant = await connectPlain(server);
    const user = ada({
      title: 'x',
      name: { familyName: 'L', givenName: 'Ada' },
      emails: [{ type: 'work', value: 'a@b.c' }],
    });
    const id = await provision(tenant, '/Users', user);
    const reversed = Object.fromEntries(Object.entries(user).toReversed());
    const name = { givenName: 'Ada', familyName: 'L' };
    const same = await tenant.scim.put(`/Users/${id}`, {
      ...reversed,
      name,
      emails: [{ value: 'a@b.c', type: 'work' }],
    });
    expect(same).toMatchObject({ status: 200, headers: { etag: 'W/"1"' } });
    const nested = await tenant.scim.post(
      '/Users',
      ada({ userName: 'bob', name: { givenName: { first: 'Bob' } } }),
    );
    expect(nested).toMatchObject({ status: 400, body: scimError(400, 'invalidValue') });
    await tenant.expectNoEvents();
  });

  it(
    'takes values that are not suggested, and keeps odd ones as they come',
    { tags: ['rfc-30', 'rfc-36', 'rfc-37', 'mistake-49'] },
    async () => {
      const tenant = await connectPlain(server);
      const odd = {
        emails: [{ value: 'not an address', type: 'untyped' }],
        phoneNumbers: [{ value: 'ext. 7', type: 'batphone' }],
        addresses: [{ country: 'Sierra Leone', type: 'summer' }],
        x509Certificates: [{ value: 'MIIDQzCCAqygAwIBAgICEAAwDQYJKoZIhvcNAQEFBQAwTjELMAkGA1UEBhMCVVMx' }],
        locale: 'zz-ZZ',
        timezone: 'Nowhere/City',
      };
      const created = await tenant.scim.post('/Users', ada({ ...odd, title: null, shoeSize: 43 }));
      expect(created).toMatchObject({ status: 201, body: odd });
      expect(created.text).not.toContain('shoeSize');
    },
  );

  it(
    'has unknown attributes ignored in compat mode and refused in strict mode',
    { tags: ['rfc-31', 'rfc-109'] },
    async () => {
      const [compat, strict] = [await connectPlain(server), await connectPlain(server, 'strict')];
      const created = await compat.scim.post('/Users', ada({ shoeSize: 43 }));
      expect(created.status).toBe(201);
      expect(created.text).not.toContain('shoeSize');
      expect(await strict.scim.post('/Users', ada({ shoeSize: 43 }))).toMatchObject({ status: 400 });
      const unknown = patchRequest({ op: 'replace', path: 'shoeSize', value: 43 });
      for (const tenant of [compat, strict]) {
        const id = idOf(await tenant.scim.post('/Users', ada({ userName: 'bob' })));
        const patched = await tenant.scim.patch(`/Users/${id}`, unknown);
        expect(patched).toMatchObject({ status: 400, body: scimError(400, 'invalidPath') });
      }
    },
  );

  it(
    'lists an extension in schemas exactly while it holds data',
    { tags: ['rfc-17', 'rfc-32', 'rfc-101', 'mistake-23'] },
    async () => {
      const tenant = await connectPlain(server);
      const created = await tenant.scim.post('/Users', {
        ...ada(),
        schemas: [userSchema, enterpriseSchema, userSchema],
      });
      const id = idOf(created);
      expect(objectOf(created.body)['schemas']).toEqual([userSchema]);
      const schemasAfter = async (operation: JsonObject): Promise<unknown> => {
        const { body } = await tenant.scim.patch(`/Users/${id}`, patchRequest(operation));
        return objectOf(body)['schemas'];
      };
      const path = `${enterpriseSchema}:department`;
      expect(await schemasAfter({ op: 'add', path, value: 'Sales' })).toEqual([userSchema, enterpriseSchema]);
      expect(await schemasAfter({ op: 'add', path: `${acme}:badge`, value: '7' })).toEqual([
        userSchema,
        enterpriseSchema,
        acme,
      ]);
      expect(await schemasAfter({ op: 'remove', path })).toEqual([userSchema, acme]);
      expect(await schemasAfter({ op: 'remove', path: `${acme}:badge` })).toEqual([userSchema]);
      const { body } = await tenant.scim.get(`/Users/${id}`);
      expect(Object.keys(objectOf(body)).filter((name) => name.startsWith('urn:'))).toEqual([]);
    },
  );

  it(
    'is shaped by attributes and excludedAttributes after a write too',
    { tags: ['rfc-46', 'rfc-97'] },
    async () => {
      const tenant = await connectPlain(server);
      const created = await tenant.scim.post('/Users?attributes=userName', ada({ title: 'x' }));
      const id = idOf(created);
      const chosen = { schemas: [userSchema], id, userName: 'ada' };
      expect(created.body).toEqual(chosen);
      expect((await tenant.scim.put(`/Users/${id}?attributes=userName`, ada({ title: 'y' }))).body).toEqual(
        chosen,
      );
      const title = patchRequest({ op: 'replace', path: 'title', value: 'z' });
      expect((await tenant.scim.patch(`/Users/${id}?excludedAttributes=meta,active`, title)).body).toEqual({
        ...chosen,
        title: 'z',
      });
      const group = await provision(tenant, '/Groups', { schemas: [groupSchema], displayName: 'All' });
      const rename = patchRequest({ op: 'replace', path: 'displayName', value: 'Everybody' });
      const renamed = await tenant.scim.patch(`/Groups/${group}?attributes=displayName`, rename);
      expect(renamed).toMatchObject({ status: 200 });
      expect(renamed.body).toEqual({ schemas: [groupSchema], id: group, displayName: 'Everybody' });
    },
  );
});
