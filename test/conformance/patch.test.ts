import { expect, it } from 'vitest';
import { describeEachBackend } from '../harness/each-backend.ts';
import { objectOf } from '../harness/json.ts';
import type { JsonObject } from '../harness/json.ts';
import { connectPlain, groupNamed, provision } from '../harness/provisioning.ts';
import { scimError } from '../harness/scim-answers.ts';
import { patchRequest } from '../harness/scim-requests.ts';
import { enterpriseSchema, userSchema } from '../harness/scim-schemas.ts';
import type { Tenant } from '../harness/tenant.ts';

const work = { value: 'w@example.com', type: 'work', primary: true };
const home = { value: 'h@example.com', type: 'home' };
const ada: JsonObject = {
  ...{ schemas: [userSchema, enterpriseSchema], userName: 'ada', active: true, title: 'Engineer' },
  name: { givenName: 'Ada', familyName: 'Lovelace' },
  emails: [work, home],
  addresses: [
    { type: 'work', country: 'GB', locality: 'London' },
    { type: 'home', country: 'FR' },
  ],
  [enterpriseSchema]: { department: 'Sales', costCenter: '7' },
};
const acme = 'urn:acme:params:scim:2.0:User';

/** What a user is after some operations, without what the server adds. */
async function after(tenant: Tenant, id: string, ...operations: readonly JsonObject[]): Promise<JsonObject> {
  const { status, body } = await tenant.scim.patch(`/Users/${id}`, patchRequest(...operations));
  expect(status, JSON.stringify(body)).toBe(200);
  const { id: _id, meta: _meta, ...rest } = objectOf(body);
  return rest;
}

type Case = readonly [what: string, operations: readonly JsonObject[], expected: JsonObject];

const replaced: readonly Case[] = [
  ['an attribute', [{ op: 'replace', path: 'title', value: 'Countess' }], { title: 'Countess' }],
  [
    'a sub-attribute',
    [{ op: 'replace', path: 'name.familyName', value: 'King' }],
    { name: { givenName: 'Ada', familyName: 'King' } },
  ],
  [
    'some of a complex attribute',
    [{ op: 'replace', path: 'name', value: { familyName: 'King' } }],
    { name: { givenName: 'Ada', familyName: 'King' } },
  ],
  ['a list whole', [{ op: 'replace', path: 'emails', value: [home] }], { emails: [home] }],
  [
    'a sub-attribute of what a filter finds',
    [{ op: 'replace', path: 'emails[type eq "home"].value', value: 'x@example.com' }],
    { emails: [work, { ...home, value: 'x@example.com' }] },
  ],
  [
    'what a filter finds whole, and all that it finds',
    [{ op: 'replace', path: 'addresses[country pr].locality', value: 'Town' }],
    {
      addresses: [
        { type: 'work', country: 'GB', locality: 'Town' },
        { type: 'home', country: 'FR', locality: 'Town' },
      ],
    },
  ],
  [
    'an attribute behind its URN',
    [{ op: 'replace', path: `${userSchema}:title`, value: 'x' }],
    { title: 'x' },
  ],
  [
    'an attribute of an extension',
    [{ op: 'replace', path: `${enterpriseSchema}:department`, value: 'Ops' }],
    { [enterpriseSchema]: { department: 'Ops', costCenter: '7' } },
  ],
  [
    'some of an extension by its URN',
    [{ op: 'replace', path: enterpriseSchema, value: { department: 'Ops' } }],
    { [enterpriseSchema]: { department: 'Ops', costCenter: '7' } },
  ],
  ['what is not there yet', [{ op: 'replace', path: 'nickName', value: 'A' }], { nickName: 'A' }],
  [
    'several without a path',
    [{ op: 'replace', value: { title: 'x', nickName: 'A' } }],
    { title: 'x', nickName: 'A' },
  ],
];

const added: readonly Case[] = [
  ['a value', [{ op: 'add', path: 'nickName', value: 'A' }], { nickName: 'A' }],
  ['over a value', [{ op: 'add', path: 'title', value: 'x' }], { title: 'x' }],
  [
    'to a list',
    [{ op: 'add', path: 'emails', value: [{ value: 'n@example.com', type: 'other' }] }],
    { emails: [work, home, { value: 'n@example.com', type: 'other' }] },
  ],
  [
    'into a complex attribute',
    [{ op: 'add', path: 'name', value: { middleName: 'K' } }],
    { name: { givenName: 'Ada', familyName: 'Lovelace', middleName: 'K' } },
  ],
  [
    'without a path',
    [{ op: 'add', value: { name: { middleName: 'K' }, nickName: 'A' } }],
    { nickName: 'A', name: { givenName: 'Ada', familyName: 'Lovelace', middleName: 'K' } },
  ],
  [
    'to an extension that nobody described',
    [{ op: 'add', path: `${acme}:badge`, value: '7' }],
    { schemas: [userSchema, enterpriseSchema, acme], [acme]: { badge: '7' } },
  ],
  [
    'a primary value, which takes it from the other',
    [{ op: 'add', path: 'emails', value: [{ value: 'n@example.com', primary: true }] }],
    { emails: [{ ...work, primary: false }, home, { value: 'n@example.com', primary: true }] },
  ],
];

const removed: readonly Case[] = [
  ['an attribute', [{ op: 'remove', path: 'title' }], { title: undefined }],
  ['a sub-attribute', [{ op: 'remove', path: 'name.familyName' }], { name: { givenName: 'Ada' } }],
  ['a list', [{ op: 'remove', path: 'emails' }], { emails: undefined }],
  ['what a filter finds', [{ op: 'remove', path: 'emails[type eq "work"]' }], { emails: [home] }],
  [
    'a sub-attribute of what a filter finds',
    [{ op: 'remove', path: 'addresses[type eq "work"].locality' }],
    {
      addresses: [
        { type: 'work', country: 'GB' },
        { type: 'home', country: 'FR' },
      ],
    },
  ],
  [
    'the last of a list, which is gone then',
    [{ op: 'remove', path: 'emails[value pr]' }],
    { emails: undefined },
  ],
  [
    'an extension by its URN',
    [{ op: 'remove', path: enterpriseSchema }],
    { schemas: [userSchema], [enterpriseSchema]: undefined },
  ],
];

/** What is there already, or is not there to be removed. */
const nothing: readonly (readonly [what: string, operation: JsonObject])[] = [
  ['adding a value that is there', { op: 'add', path: 'title', value: 'Engineer' }],
  ['adding an element that is there', { op: 'add', path: 'emails', value: [work] }],
  [
    'adding to a value path what it has',
    { op: 'add', path: 'emails[type eq "work"].value', value: work.value },
  ],
  ['adding without a path what is there', { op: 'add', value: { name: { givenName: 'Ada' }, active: true } }],
  [
    'replacing by the same',
    { op: 'replace', value: { emails: [work, home], [enterpriseSchema]: { department: 'Sales' } } },
  ],
  ['removing what is not there', { op: 'remove', path: 'nickName' }],
  [
    'an equal meta in a value',
    { op: 'replace', value: { title: 'Engineer', meta: { resourceType: 'User' } } },
  ],
];

type Refusal = readonly [what: string, operation: JsonObject, scimType: string];

const refusals: readonly Refusal[] = [
  ['a path that is malformed', { op: 'replace', path: 'name.givenName.first', value: 'x' }, 'invalidPath'],
  ['the number of an element', { op: 'replace', path: 'emails[0].value', value: 'x' }, 'invalidFilter'],
  [
    'a malformed filter in a path',
    { op: 'replace', path: 'emails[type like "work"].value', value: 'x' },
    'invalidFilter',
  ],
  [
    'a filter that is not closed',
    { op: 'replace', path: 'emails[type eq "work".value', value: 'x' },
    'invalidFilter',
  ],
  ['a remove without a path', { op: 'remove' }, 'noTarget'],
  ['an add without a value', { op: 'add', path: 'title' }, 'invalidValue'],
  [
    'a read-only target',
    { op: 'replace', path: 'meta.created', value: '2001-01-01T00:00:00Z' },
    'mutability',
  ],
  ['the removal of what is required', { op: 'remove', path: 'userName' }, 'mutability'],
  ['null for what is required', { op: 'replace', path: 'userName', value: null }, 'invalidValue'],
  ['nothing for what is required', { op: 'replace', value: { userName: '' } }, 'invalidValue'],
  ['a wrong type', { op: 'replace', path: 'title', value: { a: 1 } }, 'invalidValue'],
  ['an attribute that nobody knows', { op: 'replace', path: 'shoeSize', value: 43 }, 'invalidPath'],
  ['another op', { op: 'move', path: 'title', value: 'x' }, 'invalidSyntax'],
];

describeEachBackend('A PATCH', (server) => {
  const provisioned = async (mode: 'compat' | 'strict' = 'strict'): Promise<readonly [Tenant, string]> => {
    const tenant = await connectPlain(server, mode);
    return [tenant, await provision(tenant, '/Users', ada)];
  };

  it.for(replaced)(
    'replaces %s',
    { tags: ['rfc-95', 'rfc-107', 'mistake-14', 'mistake-25'] },
    async ([, operations, expected]) => {
      const [tenant, id] = await provisioned();
      expect(await after(tenant, id, ...operations)).toEqual({ ...ada, ...expected });
    },
  );

  it.for(added)('adds %s', { tags: ['rfc-102', 'rfc-101', 'rfc-99'] }, async ([, operations, expected]) => {
    const [tenant, id] = await provisioned();
    expect(await after(tenant, id, ...operations)).toEqual({ ...ada, ...expected });
  });

  it.for(removed)(
    'removes %s',
    { tags: ['rfc-104', 'rfc-101', 'mistake-23'] },
    async ([, operations, expected]) => {
      const [tenant, id] = await provisioned();
      expect(await after(tenant, id, ...operations)).toEqual({ ...ada, ...expected });
    },
  );

  it.for(nothing)(
    'changes nothing by %s',
    { tags: ['rfc-102', 'rfc-114', 'rfc-100', 'mistake-24'] },
    async ([, operation]) => {
      const [tenant, id] = await provisioned('compat');
      const before = await tenant.scim.get(`/Users/${id}`);
      const patched = await tenant.scim.patch(`/Users/${id}`, patchRequest(operation));
      expect(patched).toMatchObject({ status: 200, headers: { etag: 'W/"1"' } });
      expect(patched.body).toEqual(before.body);
      await tenant.expectNoEvents();
    },
  );

  it.for(refusals)(
    'refuses %s, and with it all that came before',
    { tags: ['rfc-94', 'rfc-96', 'rfc-100', 'rfc-104', 'rfc-108', 'rfc-109', 'mistake-20', 'mistake-21'] },
    async ([, operation, scimType]) => {
      const [tenant, id] = await provisioned();
      const before = await tenant.scim.get(`/Users/${id}`);
      const first = { op: 'replace', path: 'title', value: 'Chief' };
      const answer = await tenant.scim.patch(`/Users/${id}`, patchRequest(first, operation));
      expect(answer).toMatchObject({ status: 400, body: scimError(400, scimType) });
      expect((await tenant.scim.get(`/Users/${id}`)).body).toEqual(before.body);
      await tenant.expectNoEvents();
    },
  );

  it('sees in each operation what those before it made', { tags: ['rfc-96'] }, async () => {
    const [tenant, id] = await provisioned();
    const changed = await after(
      tenant,
      id,
      { op: 'remove', path: 'emails' },
      { op: 'add', path: 'emails', value: [{ value: 'n@example.com', type: 'work' }] },
      { op: 'replace', path: 'emails[type eq "work"].value', value: 'm@example.com' },
      { op: 'add', path: 'emails[type eq "work"].primary', value: true },
    );
    expect(changed).toEqual({ ...ada, emails: [{ value: 'm@example.com', type: 'work', primary: true }] });
  });

  it(
    'takes value paths that match nothing as the mode says',
    { tags: ['rfc-103', 'rfc-107', 'mistake-18'] },
    async () => {
      const [strict, strictId] = await provisioned();
      const [compat, compatId] = await provisioned('compat');
      for (const op of ['add', 'replace']) {
        const path = `phoneNumbers[type eq "${op}"].value`;
        const operation = { op, path, value: '7' };
        const refused = await strict.scim.patch(`/Users/${strictId}`, patchRequest(operation));
        expect(refused.body).toEqual(scimError(400, 'noTarget'));
        expect(await after(compat, compatId, operation)).toMatchObject({
          phoneNumbers: expect.arrayContaining([{ type: op, value: '7' }]),
        });
      }
    },
  );

  it(
    'answers 200 for a user, 204 for a group, and 200 for it when attributes are asked for',
    { tags: ['rfc-97', 'rfc-98'] },
    async () => {
      const [tenant, id] = await provisioned();
      const group = await provision(tenant, '/Groups', groupNamed('All'));
      const rename = (displayName: string) =>
        patchRequest({ op: 'replace', path: 'displayName', value: displayName });
      expect(await tenant.scim.patch(`/Users/${id}`, rename('A'))).toMatchObject({
        status: 200,
        body: { displayName: 'A' },
      });
      expect(await tenant.scim.patch(`/Groups/${group}`, rename('B'))).toMatchObject({
        status: 204,
        text: '',
      });
      expect(await tenant.scim.patch(`/Groups/${group}?attributes=displayName`, rename('C'))).toMatchObject({
        status: 200,
        body: { displayName: 'C' },
      });
      for (const target of [`/Users/${id}`, `/Groups/${group}`]) {
        const stale = await tenant.scim.send('PATCH', target, { 'If-Match': 'W/"1"' }, rename('D'));
        expect(stale).toMatchObject({ status: 412, body: scimError(412) });
      }
    },
  );

  it(
    'removes no member that is not there, and of a list only those that are named',
    { tags: ['rfc-105', 'rfc-106', 'mistake-2', 'mistake-7'] },
    async () => {
      const tenant = await connectPlain(server);
      const ids = [];
      for (const userName of ['ada', 'bob', 'cyd'])
        ids.push(await provision(tenant, '/Users', { schemas: [userSchema], userName }));
      const [first = '', second = '', third = ''] = ids;
      const group = await provision(tenant, '/Groups', groupNamed('All', [first, second]));
      await tenant.events.take(2);
      const send = (operation: JsonObject) => tenant.scim.patch(`/Groups/${group}`, patchRequest(operation));
      for (const operation of [
        { op: 'remove', path: `members[value eq "${third}"]` },
        { op: 'remove', path: 'members', value: [{ value: third }] },
        { op: 'add', path: 'members', value: [{ value: first }, { value: first }] },
      ]) {
        expect(await send(operation)).toMatchObject({ status: 204, headers: { etag: 'W/"1"' } });
      }
      expect((await send({ op: 'remove', path: 'members', value: [{ value: first }] })).status).toBe(204);
      expect(await tenant.memberIds(group)).toEqual([second]);
      expect(await tenant.events.take(1)).toMatchObject([
        { type: 'group.user_removed', data: { user: { id: first } } },
      ]);
      await tenant.expectNoEvents();
    },
  );
});
