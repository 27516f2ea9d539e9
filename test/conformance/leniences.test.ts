import { readFile } from 'node:fs/promises';
import type { Lenience } from '@dirsync/client';
import { expect, inject, it } from 'vitest';
import { bulkRequest } from '../harness/bulk.ts';
import type { Answer } from '../harness/contract-fetch.ts';
import { describeEachBackend } from '../harness/each-backend.ts';
import { entra, okta } from '../harness/identity-providers.ts';
import type { ServerAddress } from '../harness/installation.ts';
import { idOf, objectOf } from '../harness/json.ts';
import type { JsonObject } from '../harness/json.ts';
import { scimError } from '../harness/scim-answers.ts';
import { patchRequest } from '../harness/scim-requests.ts';
import { enterpriseSchema, groupSchema, userSchema } from '../harness/scim-schemas.ts';
import { createTenant } from '../harness/tenant.ts';
import type { Tenant } from '../harness/tenant.ts';

/** A directory with Ada, who has a work address, and a group that she is in; nothing yet leaned on a lenience. */
interface Scene {
  readonly tenant: Tenant;
  readonly ada: string;
  readonly group: string;
}

const work = { value: 'ada@acme.com', type: 'work', primary: true };
const managerPath = `${enterpriseSchema}:manager`;

async function setUp(server: ServerAddress, mode: 'compat' | 'strict'): Promise<Scene> {
  const tenant = await createTenant(server, { provider: 'generic', identityProvider: okta, mode });
  const user = { schemas: [userSchema], userName: 'ada', externalId: 'jyoung', title: 'T', emails: [work] };
  const ada = idOf(await tenant.scim.post('/Users', user));
  const members = [{ value: ada }];
  const all = { schemas: [groupSchema], displayName: 'All', members };
  return { tenant, ada, group: idOf(await tenant.scim.post('/Groups', all)) };
}

/** What a lenience takes. */
interface Case {
  readonly send: (scene: Scene) => Promise<Answer>;
  /** The body in compat mode, `undefined` for 204. */
  readonly accepted: JsonObject | undefined;
  /** In strict mode: the `scimType` of a 400, or the body when the RFC has another meaning for it. */
  readonly strict: string | JsonObject;
}

const patchAda =
  (...operations: readonly JsonObject[]) =>
  ({ tenant, ada }: Scene): Promise<Answer> =>
    tenant.scim.patch(`/Users/${ada}`, patchRequest(...operations));

const patchAll =
  (operation: (scene: Scene) => JsonObject) =>
  (scene: Scene): Promise<Answer> =>
    scene.tenant.scim.patch(`/Groups/${scene.group}`, patchRequest(operation(scene)));

const create =
  (endpoint: '/Users' | '/Groups', body: JsonObject) =>
  ({ tenant }: Scene): Promise<Answer> =>
    tenant.scim.post(endpoint, body);

const get =
  (target: string) =>
  ({ tenant }: Scene): Promise<Answer> =>
    tenant.scim.get(target);

const filter = (text: string): string => `/Users?filter=${encodeURIComponent(text)}`;

/** Its type makes sure that each lenience of the contract is here. */
const cases: { readonly [Name in Lenience]: Case } = {
  appRole: {
    send: patchAda({ op: 'add', path: 'roles', value: ['{"id":"1","value":"dev","displayName":"Dev"}'] }),
    accepted: { roles: [{ value: 'dev', display: 'Dev' }] },
    strict: 'invalidValue',
  },
  attributePathKey: {
    send: patchAda({ op: 'replace', value: { 'name.givenName': 'Ada' } }),
    accepted: { name: { givenName: 'Ada' } },
    strict: 'invalidSyntax',
  },
  bareValue: {
    send: patchAda({ op: 'add', path: managerPath, value: 'm1' }),
    accepted: { [enterpriseSchema]: { manager: { value: 'm1' } } },
    strict: 'invalidValue',
  },
  bulkMethodCase: {
    send: ({ tenant, ada }) =>
      tenant.scim.post('/Bulk', bulkRequest([{ method: 'delete', path: `/Users/${ada}` }])),
    accepted: { Operations: [{ method: 'delete', status: '204' }] },
    strict: { Operations: [{ method: 'delete', status: '400', response: scimError(400, 'invalidSyntax') }] },
  },
  complexFilter: {
    send: get(filter(`${managerPath} eq "m1"`)),
    accepted: { totalResults: 0 },
    strict: 'invalidFilter',
  },
  elementByFilter: {
    send: patchAda({ op: 'replace', path: 'emails[type eq "home"].value', value: 'ada@home' }),
    accepted: { emails: [work, { type: 'home', value: 'ada@home' }] },
    strict: 'noTarget',
  },
  emptyPath: {
    send: patchAda({ op: 'replace', path: '', value: { title: 'Boss' } }),
    accepted: { title: 'Boss' },
    strict: 'invalidPath',
  },
  emptyString: {
    send: patchAda({ op: 'replace', path: 'title', value: '' }),
    accepted: { title: undefined },
    strict: { title: '' },
  },
  filterValueType: {
    send: patchAda({ op: 'replace', path: 'emails[primary eq "True"].value', value: 'ada@new' }),
    accepted: { emails: [{ ...work, value: 'ada@new' }] },
    strict: 'invalidFilter',
  },
  invalidBase64: {
    send: patchAda({ op: 'add', path: 'x509Certificates', value: [{ value: 'no base64!' }] }),
    accepted: { x509Certificates: [{ value: 'no base64!' }] },
    strict: 'invalidValue',
  },
  invalidReference: {
    send: patchAda({ op: 'add', path: 'profileUrl', value: 'ask at the desk' }),
    accepted: { profileUrl: 'ask at the desk' },
    strict: 'invalidValue',
  },
  legacySchemaUrn: {
    send: create('/Users', { schemas: ['urn:scim:schemas:core:1.0'], userName: 'bob' }),
    accepted: { schemas: [userSchema], userName: 'bob' },
    strict: 'invalidSyntax',
  },
  listForSingle: {
    send: patchAda({ op: 'add', path: managerPath, value: [{ value: 'm1' }] }),
    accepted: { [enterpriseSchema]: { manager: { value: 'm1' } } },
    strict: 'invalidValue',
  },
  managerId: {
    send: patchAda({ op: 'add', path: managerPath, value: { managerId: 'm1' } }),
    accepted: { [enterpriseSchema]: { manager: { value: 'm1' } } },
    strict: 'invalidSyntax',
  },
  memberSubAttribute: {
    send: patchAll(({ ada }) => ({
      ...{ op: 'replace', path: `members[value eq "${ada}"].display` },
      value: 'Ada',
    })),
    accepted: undefined,
    strict: 'invalidPath',
  },
  nullAddition: {
    send: patchAda({ op: 'add', path: 'nickName', value: null }),
    accepted: { nickName: undefined },
    strict: 'invalidValue',
  },
  opCase: {
    send: patchAda({ op: 'Replace', path: 'title', value: 'Boss' }),
    accepted: { title: 'Boss' },
    strict: 'invalidSyntax',
  },
  plusForSpace: {
    send: get('/Users?filter=userName+eq+%22ada%22'),
    accepted: { totalResults: 1 },
    strict: 'invalidFilter',
  },
  readOnlyInValue: {
    send: (scene) => patchAda({ op: 'replace', value: { id: scene.ada, meta: {}, title: 'Boss' } })(scene),
    accepted: { title: 'Boss' },
    strict: 'mutability',
  },
  removeByValue: {
    send: patchAda({ op: 'remove', path: 'emails', value: [{ value: 'ada@acme.com' }] }),
    accepted: { emails: undefined },
    strict: 'invalidValue',
  },
  schemasText: {
    send: create('/Users', { schemas: userSchema, userName: 'bob' }),
    accepted: { schemas: [userSchema], userName: 'bob' },
    strict: 'invalidSyntax',
  },
  severalPrimaries: {
    send: patchAda({ op: 'replace', path: 'emails', value: [work, { value: 'b@x', primary: true }] }),
    accepted: { emails: [work, { value: 'b@x', primary: false }] },
    strict: 'invalidValue',
  },
  singleForList: {
    send: patchAda({ op: 'replace', path: 'emails', value: { value: 'ada@new' } }),
    accepted: { emails: [{ value: 'ada@new' }] },
    strict: 'invalidValue',
  },
  singleOperation: {
    send: ({ tenant, ada }) => {
      const operation = { op: 'replace', path: 'title', value: 'Boss' };
      return tenant.scim.patch(`/Users/${ada}`, { ...patchRequest(), Operations: operation });
    },
    accepted: { title: 'Boss' },
    strict: 'invalidSyntax',
  },
  stringBoolean: {
    send: patchAda({ op: 'replace', path: 'active', value: 'False' }),
    accepted: { active: false },
    strict: 'invalidValue',
  },
  unknownAttribute: {
    send: create('/Users', { schemas: [userSchema], userName: 'bob', shoeSize: 42 }),
    accepted: { userName: 'bob', shoeSize: undefined },
    strict: 'invalidSyntax',
  },
  unknownQueryParameter: {
    send: get('/Users?aadOptscim062020'),
    accepted: { totalResults: 1 },
    strict: 'invalidValue',
  },
  unknownSchema: {
    send: create('/Groups', {
      schemas: [groupSchema, 'http://schemas.microsoft.com/2006/11/ResourceManagement/ADSCIM/2.0/Group'],
      displayName: 'Sales',
    }),
    accepted: { schemas: [groupSchema], displayName: 'Sales' },
    strict: 'invalidSyntax',
  },
  unquotedFilterValue: {
    send: get(filter('externalId eq jyoung')),
    accepted: { totalResults: 1 },
    strict: 'invalidFilter',
  },
};

const entries = Object.entries(cases);

/** Checks members of an answer; those that are undefined must be missing. */
function expectMembers(body: unknown, members: JsonObject): void {
  const object = objectOf(body);
  const seen = Object.fromEntries(Object.keys(members).map((name) => [name, object[name]]));
  expect(seen).toMatchObject(members);
}

async function usedLeniences({ dirsync, directoryId }: Tenant): Promise<readonly unknown[]> {
  const { data, nextCursor } = await dirsync.directories.listLeniences(directoryId);
  expect(nextCursor).toBeNull();
  return data.map(({ name, requestCount, isExpected }) => [name, requestCount, isExpected]);
}

describeEachBackend('Leniences', (server) => {
  it.for(entries)(
    '%s is taken in compat mode, and counted',
    { tags: ['rfc-93', 'rfc-100', 'rfc-103', 'rfc-106', 'rfc-110'] },
    async ([name, { send, accepted }]) => {
      const scene = await setUp(server, 'compat');
      const answer = await send(scene);
      expect(answer.status).toBeLessThan(300);
      if (accepted === undefined) expect(answer.status).toBe(204);
      else expectMembers(answer.body, accepted);
      expect(await usedLeniences(scene.tenant)).toEqual([[name, 1, false]]);
    },
  );

  it.for(entries)(
    '%s is refused in strict mode, or what the RFC makes of it',
    { tags: ['rfc-93', 'rfc-103'] },
    async ([, { send, strict }]) => {
      const scene = await setUp(server, 'strict');
      const read = async (): Promise<unknown> => (await scene.tenant.scim.get(`/Users/${scene.ada}`)).body;
      const before = await read();
      const answer = await send(scene);
      if (typeof strict === 'string') {
        expect(answer).toMatchObject({ status: 400, body: scimError(400, strict) });
        expect(await read()).toEqual(before);
      } else {
        expect(answer).toMatchObject({ status: 200, body: strict });
      }
      expect(await usedLeniences(scene.tenant)).toEqual([]);
    },
  );

  it('are counted by request, and said to be expected of the provider that is known for them', async () => {
    const tenant = await createTenant(server, { provider: 'entra', identityProvider: entra });
    const ada = idOf(await tenant.scim.post('/Users', { schemas: [userSchema], userName: 'ada' }));
    const disable = { op: 'Replace', path: 'active', value: 'False' };
    const enable = { op: 'Replace', path: 'active', value: 'True' };
    await tenant.scim.patch(`/Users/${ada}`, patchRequest(disable, enable, disable));
    await tenant.scim.patch(`/Users/${ada}`, patchRequest(enable));
    await tenant.scim.patch(`/Users/${ada}`, { ...patchRequest(), Operations: enable });
    expect(await usedLeniences(tenant)).toEqual([
      ['opCase', 3, true],
      ['singleOperation', 1, false],
      ['stringBoolean', 3, true],
    ]);
  });

  it('make no event and no new version of the directory', async () => {
    const { tenant, ada } = await setUp(server, 'compat');
    await tenant.events.take(4);
    const before = await tenant.dirsync.directories.get(tenant.directoryId);
    // Ada is active already.
    await patchAda({ op: 'Replace', path: 'active', value: 'True' })({ tenant, ada, group: '' });
    expect(await usedLeniences(tenant)).toHaveLength(2);
    const after = await tenant.dirsync.directories.get(tenant.directoryId);
    expect(after.updatedAt).toBe(before.updatedAt);
    expect(await tenant.user(ada)).toMatchObject({ version: 1 });
    await tenant.expectNoEvents();
  });

  it('of another environment are 404', async () => {
    const { api } = await createTenant(server, { provider: 'generic', identityProvider: okta });
    const answer = await api.send('GET', '/v1/directories/0198a7c9-0000-7000-8000-000000000000/leniences');
    expect(answer.status).toBe(404);
  });
});

it('are all those that the contract names, each with its line in docs/leniences.md', async () => {
  const response = await fetch(`${inject('servers').embedded.url}/openapi.json`);
  const { components } = objectOf(await response.json());
  const lenience = objectOf(objectOf(objectOf(components)['schemas'])['Lenience']);
  expect(lenience['enum']).toEqual(Object.keys(cases));
  const page = await readFile(new URL('../../docs/leniences.md', import.meta.url), 'utf8');
  const names = [...page.matchAll(/^\| `(\w+)`/gm)].map(([, name]) => name);
  expect(names).toEqual(Object.keys(cases));
});
