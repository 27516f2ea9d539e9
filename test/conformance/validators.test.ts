import { expect, it } from 'vitest';
import { describeEachBackend } from '../harness/each-backend.ts';
import { idOf, objectOf } from '../harness/json.ts';
import type { JsonObject } from '../harness/json.ts';
import { connectPlain, filtered, groupNamed, provision } from '../harness/provisioning.ts';
import { list, scimError } from '../harness/scim-answers.ts';
import { patchRequest } from '../harness/scim-requests.ts';
import { enterpriseSchema, userSchema } from '../harness/scim-schemas.ts';

// What the validators of Entra and Okta try, with the data that they send.

const managerPath = `${enterpriseSchema}:manager`;

const generated: JsonObject = {
  schemas: [userSchema, enterpriseSchema],
  userName: 'karley@schamberger.example',
  externalId: '6a7c3a5e',
  active: true,
  displayName: 'FQUBJNLXWEMR',
  title: 'RYZHCVMQKAUH',
  preferredLanguage: 'yo-NG',
  locale: 'SGKHFYQVPMTR',
  timezone: 'Africa/Gaborone',
  name: { givenName: 'Lorenz', familyName: 'Demetris', formatted: 'Makayla', middleName: 'Jett' },
  emails: [{ type: 'untyped', value: 'rowan@hilpert.example', primary: true }],
  phoneNumbers: [{ type: 'work', value: '36-473-0427', primary: true }],
  addresses: [
    {
      type: 'work',
      formatted: 'LMTPDHZXVREA',
      country: 'Sierra Leone',
      postalCode: 'gw9 4tm',
      primary: true,
    },
  ],
  roles: [{ primary: 'True', display: 'DXJQNERFPMGA', value: 'JQHWRCVYFOTZ', type: 'GSKPKXVREACB' }],
  [enterpriseSchema]: { employeeNumber: 'MVNWCRALFTSA', department: 'QVZNWPRZRCTH' },
};

describeEachBackend('A validator', (server) => {
  it(
    'creates a user, finds them in any case, and finds nobody else',
    { tags: ['mistake-49', 'mistake-37', 'mistake-29', 'rfc-49'] },
    async () => {
      const tenant = await connectPlain(server);
      const created = await tenant.scim.post('/Users', generated);
      expect(created).toMatchObject({
        status: 201,
        body: { ...generated, roles: [{ primary: true, value: 'JQHWRCVYFOTZ' }] },
      });
      for (const userName of ['karley@schamberger.example', 'KARLEY@Schamberger.EXAMPLE']) {
        const found = await tenant.scim.get(filtered('/Users', `userName eq "${userName}"`));
        expect(found.body).toEqual(list([created.body]));
      }
      expect((await tenant.scim.get(filtered('/Users', 'userName eq "nobody"'))).body).toEqual(list([]));
      const again = await tenant.scim.post('/Users', generated);
      expect(again).toMatchObject({ status: 409, body: scimError(409, 'uniqueness') });
    },
  );

  it(
    'changes each attribute by an operation of its own, and the userName',
    { tags: ['rfc-107', 'mistake-16', 'mistake-17'] },
    async () => {
      const tenant = await connectPlain(server);
      const id = await provision(tenant, '/Users', generated);
      const changed = await tenant.scim.patch(
        `/Users/${id}`,
        patchRequest(
          { op: 'replace', path: 'emails[type eq "untyped"].value', value: 'new@hilpert.example' },
          { op: 'replace', path: 'roles[primary eq "True"].value', value: 'Owner' },
          { op: 'replace', path: 'addresses[type eq "work"].country', value: 'Côte d’Ivoire' },
          { op: 'replace', path: 'name.givenName', value: 'Lora' },
          { op: 'replace', path: `${enterpriseSchema}:department`, value: 'Ops' },
          { op: 'replace', path: 'userName', value: 'lora@schamberger.example' },
          { op: 'replace', path: 'active', value: 'False' },
        ),
      );
      expect(changed).toMatchObject({
        status: 200,
        body: {
          ...{ userName: 'lora@schamberger.example', active: false, name: { givenName: 'Lora' } },
          emails: [{ type: 'untyped', value: 'new@hilpert.example' }],
          roles: [{ value: 'Owner', primary: true }],
          addresses: [{ country: 'Côte d’Ivoire' }],
          [enterpriseSchema]: { department: 'Ops', employeeNumber: 'MVNWCRALFTSA' },
        },
      });
      expect(
        (await tenant.scim.get(filtered('/Users', 'userName eq "lora@schamberger.example"'))).body,
      ).toMatchObject({
        totalResults: 1,
        Resources: [{ id, active: false }],
      });
    },
  );

  it('removes, adds and replaces one attribute in one request', { tags: ['rfc-96'] }, async () => {
    const tenant = await connectPlain(server);
    const id = await provision(tenant, '/Users', generated);
    const changed = await tenant.scim.patch(
      `/Users/${id}`,
      patchRequest(
        { op: 'remove', path: 'displayName' },
        { op: 'add', path: 'displayName', value: 'First' },
        { op: 'replace', path: 'displayName', value: 'Second' },
      ),
    );
    expect(changed).toMatchObject({ status: 200, body: { displayName: 'Second' } });
    expect(await tenant.events.take(1)).toMatchObject([
      { type: 'user.updated', data: { previous: { displayName: 'FQUBJNLXWEMR' } } },
    ]);
    await tenant.expectNoEvents();
  });

  it(
    'adds, replaces and clears a manager by a bare string',
    { tags: ['rfc-110', 'rfc-39', 'mistake-19'] },
    async () => {
      const tenant = await connectPlain(server);
      const [one, other] = [
        await provision(tenant, '/Users', { schemas: [userSchema], userName: 'one' }),
        await provision(tenant, '/Users', { schemas: [userSchema], userName: 'other' }),
      ];
      const id = await provision(tenant, '/Users', generated);
      const managerAfter = async (operation: JsonObject): Promise<unknown> => {
        const { body } = await tenant.scim.patch(`/Users/${id}`, patchRequest(operation));
        return objectOf(objectOf(body)[enterpriseSchema])['manager'];
      };
      expect(await managerAfter({ op: 'Add', path: managerPath, value: one })).toEqual({ value: one });
      expect(await managerAfter({ op: 'Replace', path: managerPath, value: other })).toEqual({
        value: other,
      });
      expect(await managerAfter({ op: 'Replace', path: managerPath, value: '' })).toBeUndefined();
    },
  );

  it(
    'updates to nothing, by an empty text and by null, alone and together',
    { tags: ['rfc-25', 'rfc-90', 'mistake-22'] },
    async () => {
      const tenant = await connectPlain(server);
      const id = await provision(tenant, '/Users', generated);
      for (const operation of [
        { op: 'replace', path: 'title', value: '' },
        { op: 'replace', path: 'preferredLanguage', value: null },
        { op: 'replace', value: { locale: '', timezone: null, 'name.middleName': '' } },
      ]) {
        expect((await tenant.scim.patch(`/Users/${id}`, patchRequest(operation))).status).toBe(200);
      }
      const { body } = await tenant.scim.get(`/Users/${id}`);
      const { title, preferredLanguage, locale, timezone, name } = objectOf(body);
      expect([title, preferredLanguage, locale, timezone].filter(Boolean)).toEqual([]);
      expect(objectOf(name)['middleName'] ?? '').toBe('');
      expect(JSON.stringify(body)).not.toContain('null');
    },
  );

  it('deletes a user and a group twice, and what never was', { tags: ['rfc-111'] }, async () => {
    const tenant = await connectPlain(server);
    const user = await provision(tenant, '/Users', generated);
    const group = await provision(tenant, '/Groups', groupNamed('All'));
    for (const target of [`/Users/${user}`, `/Groups/${group}`]) {
      expect(await tenant.scim.delete(target)).toMatchObject({ status: 204, text: '' });
      for (const again of [await tenant.scim.delete(target), await tenant.scim.get(target)]) {
        expect(again).toMatchObject({ status: 404, body: scimError(404) });
      }
    }
    for (const target of ['/Users/5171a35d', '/Groups/5171a35d']) {
      expect(await tenant.scim.delete(target)).toMatchObject({ status: 404, body: scimError(404) });
    }
  });

  it(
    'reads, finds, changes and deletes a group with and without its members',
    { tags: ['rfc-81', 'rfc-86', 'mistake-1'] },
    async () => {
      const tenant = await connectPlain(server);
      const id = await provision(tenant, '/Users', generated);
      const created = await tenant.scim.post('/Groups', {
        ...groupNamed('ZRMYCXTLIQVU', [id]),
        externalId: 'g-1',
      });
      const group = idOf(created);
      expect((await tenant.scim.get(`/Groups/${group}`)).body).toEqual(created.body);
      const without = await tenant.scim.get(`/Groups/${group}?excludedAttributes=members`);
      expect(objectOf(without.body)).not.toHaveProperty('members');
      for (const name of ['ZRMYCXTLIQVU', 'zrmycxtliqvu']) {
        expect((await tenant.scim.get(filtered('/Groups', `displayName eq "${name}"`))).body).toEqual(
          list([created.body]),
        );
      }
      expect((await tenant.scim.get(filtered('/Groups', 'displayName eq "None"'))).body).toEqual(list([]));
      expect(await tenant.scim.post('/Groups', groupNamed('zrmycxtliqvu'))).toMatchObject({
        status: 409,
        body: scimError(409, 'uniqueness'),
      });
      const renamed = patchRequest(
        { op: 'replace', path: 'displayName', value: 'New' },
        { op: 'replace', path: 'externalId', value: 'g-2' },
      );
      expect((await tenant.scim.patch(`/Groups/${group}`, renamed)).status).toBe(204);
      expect((await tenant.scim.get(`/Groups/${group}`)).body).toMatchObject({
        displayName: 'New',
        externalId: 'g-2',
        members: [{ value: id }],
      });
      expect(await tenant.group(group)).toMatchObject({ memberCount: 1 });
    },
  );

  it('pages through a dozen users', { tags: ['rfc-77', 'mistake-34', 'mistake-35'] }, async () => {
    const tenant = await connectPlain(server);
    for (let number = 1; number <= 12; number += 1)
      await tenant.scim.post('/Users', { schemas: [userSchema], userName: `u${number}` });
    const seen = new Set<unknown>();
    for (const [startIndex, itemsPerPage] of [
      [1, 5],
      [6, 5],
      [11, 2],
    ] as const) {
      const { body } = await tenant.scim.get(`/Users?startIndex=${startIndex}&count=5`);
      expect(body).toMatchObject({ totalResults: 12, startIndex, itemsPerPage });
      for (const resource of objectOf(body)['Resources'] as readonly unknown[])
        seen.add(objectOf(resource)['id']);
    }
    expect(seen.size).toBe(12);
  });
});
