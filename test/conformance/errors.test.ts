import { expect, it } from 'vitest';
import { describeEachBackend } from '../harness/each-backend.ts';
import { okta } from '../harness/identity-providers.ts';
import { idOf } from '../harness/json.ts';
import type { JsonObject } from '../harness/json.ts';
import { scimError } from '../harness/scim-answers.ts';
import { patchRequest } from '../harness/scim-requests.ts';
import { createScimClient } from '../harness/scim-client.ts';
import { groupSchema, patchSchema, userSchema } from '../harness/scim-schemas.ts';
import type { ServerAddress } from '../harness/installation.ts';
import { createTenant } from '../harness/tenant.ts';
import type { Tenant } from '../harness/tenant.ts';
import { expectUnchanged } from '../harness/unchanged.ts';

/** A tenant with Ada, Bob, and Ada's group; their events are taken. */
interface Populated {
  readonly tenant: Tenant;
  readonly ada: string;
  readonly bob: string;
  readonly group: string;
}

async function populate(server: ServerAddress): Promise<Populated> {
  const tenant = await createTenant(server, { provider: 'generic', identityProvider: okta });
  const create = async (userName: string): Promise<string> =>
    idOf(await tenant.scim.post('/Users', { schemas: [userSchema], userName, title: 'Engineer' }));
  const ada = await create('ada');
  const bob = await create('bob');
  const members = [{ value: ada }];
  const group = idOf(
    await tenant.scim.post('/Groups', { schemas: [groupSchema], displayName: 'All', members }),
  );
  await tenant.events.take(5);
  return { tenant, ada, bob, group };
}

/** 64 levels are more than any SCIM document has; a million would end a parser that recurses. */
const nested = (levels: number): string => `${'{"a":'.repeat(levels)}1${'}'.repeat(levels)}`;

interface BadBody {
  readonly what: string;
  readonly body: unknown;
  readonly status: number;
  readonly scimType?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

const user = (changes: JsonObject): JsonObject => ({ schemas: [userSchema], userName: 'new', ...changes });

const badUsers: readonly BadBody[] = [
  { what: 'a body that is not JSON', body: '{"userName":', status: 400, scimType: 'invalidSyntax' },
  { what: 'an empty body', body: '', status: 400, scimType: 'invalidSyntax' },
  { what: 'a list for a body', body: [], status: 400, scimType: 'invalidSyntax' },
  { what: 'null for a body', body: 'null', status: 400, scimType: 'invalidSyntax' },
  {
    what: 'a body that is not UTF-8',
    body: Buffer.from(JSON.stringify(user({ userName: 'Jos\u00e9' })), 'latin1'),
    status: 400,
    scimType: 'invalidSyntax',
  },
  {
    what: 'another media type',
    body: 'userName=new',
    status: 415,
    headers: { 'Content-Type': 'text/plain' },
  },
  { what: 'no media type', body: user({}), status: 415, headers: { 'Content-Type': '' } },
  { what: 'no userName', body: { schemas: [userSchema] }, status: 400, scimType: 'invalidValue' },
  { what: 'an empty userName', body: user({ userName: '' }), status: 400, scimType: 'invalidValue' },
  { what: 'a number for userName', body: user({ userName: 7 }), status: 400, scimType: 'invalidValue' },
  { what: 'a boolean for userName', body: user({ userName: true }), status: 400, scimType: 'invalidValue' },
  { what: 'no schemas', body: { userName: 'new' }, status: 400, scimType: 'invalidSyntax' },
  {
    what: 'an object for userName',
    body: user({ userName: { a: 1 } }),
    status: 400,
    scimType: 'invalidValue',
  },
  { what: 'a string for name', body: user({ name: 'Ada' }), status: 400, scimType: 'invalidValue' },
  {
    what: 'a boolean for an address',
    body: user({ emails: [true] }),
    status: 400,
    scimType: 'invalidValue',
  },
  {
    what: 'a boolean in an address',
    body: user({ emails: [{ value: true }] }),
    status: 400,
    scimType: 'invalidValue',
  },
  { what: 'a word for active', body: user({ active: 'maybe' }), status: 400, scimType: 'invalidValue' },
  { what: 'schemas that are no list', body: user({ schemas: 7 }), status: 400, scimType: 'invalidSyntax' },
  {
    what: 'the schemas of a group',
    body: { schemas: [groupSchema], userName: 'new' },
    status: 400,
    scimType: 'invalidSyntax',
  },
  { what: 'NUL in userName', body: user({ userName: 'a\u0000b' }), status: 400, scimType: 'invalidValue' },
  {
    what: 'NUL deep inside',
    body: user({ name: { givenName: '\u0000' } }),
    status: 400,
    scimType: 'invalidValue',
  },
  {
    what: 'NUL in the name of an extension’s attribute',
    body: user({ 'urn:example:ext': { 'a\u0000': 1 } }),
    status: 400,
    scimType: 'invalidValue',
  },
  {
    what: 'half of a surrogate pair',
    body: '{"schemas":["urn:ietf:params:scim:schemas:core:2.0:User"],"userName":"new","title":"\\ud83d"}',
    status: 400,
    scimType: 'invalidValue',
  },
  {
    what: 'a userName of 10,000 letters',
    body: user({ userName: 'x'.repeat(10_000) }),
    status: 400,
    scimType: 'invalidValue',
  },
  { what: 'a body of 11 MiB', body: user({ title: 'x'.repeat(11 * 1024 * 1024) }), status: 413 },
  {
    what: 'the userName of another in other letters',
    body: user({ userName: 'ADA' }),
    status: 409,
    scimType: 'uniqueness',
  },
];

describeEachBackend('A user is not created from', (server) => {
  it.for(badUsers)(
    '$what',
    { tags: ['rfc-4', 'rfc-12', 'rfc-13', 'rfc-26', 'rfc-45', 'rfc-89', 'mistake-28'] },
    async ({ body, status, scimType, headers }) => {
      const { tenant } = await populate(server);
      await expectUnchanged(tenant, async () => {
        const answer = await tenant.scim.send('POST', '/Users', headers, body);
        expect(answer.status).toBe(status);
        expect(answer.headers['content-type']).toMatch(/^application\/scim\+json/);
        expect(answer.body).toEqual(scimError(status, scimType));
      });
    },
  );

  it('a body that is nested a million levels deep', async () => {
    const { tenant } = await populate(server);
    await expectUnchanged(tenant, async () => {
      const body = `{"schemas":["${userSchema}"],"userName":"deep","urn:example:deep":${nested(1_000_000)}}`;
      const answer = await tenant.scim.post('/Users', body);
      expect(answer).toMatchObject({ status: 400, body: scimError(400, 'invalidValue') });
    });
  });
});

interface BadPatch {
  readonly what: string;
  readonly operations: (populated: Populated) => unknown;
  readonly scimType: string;
  readonly status?: number;
}

const rename = { op: 'replace', path: 'title', value: 'Chief' };

const badUserPatches: readonly BadPatch[] = [
  { what: 'no operations', operations: () => [], scimType: 'invalidSyntax' },
  { what: 'operations that are no list', operations: () => 'all', scimType: 'invalidSyntax' },
  {
    what: 'an unknown op',
    operations: () => [{ op: 'move', path: 'title', value: 'x' }],
    scimType: 'invalidSyntax',
  },
  {
    what: 'an operation without op',
    operations: () => [{ path: 'title', value: 'x' }],
    scimType: 'invalidSyntax',
  },
  {
    what: 'a path that cannot be read',
    operations: () => [{ op: 'replace', path: 'name..familyName', value: 'x' }],
    scimType: 'invalidPath',
  },
  { what: 'a remove without a path', operations: () => [{ op: 'remove' }], scimType: 'noTarget' },
  {
    what: 'a write of the id',
    operations: () => [{ op: 'replace', path: 'id', value: 'x' }],
    scimType: 'mutability',
  },
  {
    what: 'a write of groups',
    operations: () => [{ op: 'add', path: 'groups', value: [{ value: 'x' }] }],
    scimType: 'mutability',
  },
  {
    what: 'a word for active',
    operations: () => [{ op: 'replace', path: 'active', value: 'maybe' }],
    scimType: 'invalidValue',
  },
  {
    what: 'the removal of userName',
    operations: () => [{ op: 'remove', path: 'userName' }],
    scimType: 'mutability',
  },
  {
    what: 'an empty userName',
    operations: () => [{ op: 'replace', value: { userName: '' } }],
    scimType: 'invalidValue',
  },
  {
    what: 'a second operation that fails',
    operations: () => [rename, { op: 'replace', path: 'active', value: 'maybe' }],
    scimType: 'invalidValue',
  },
  {
    what: 'the userName of another',
    operations: () => [rename, { op: 'replace', path: 'userName', value: 'Bob' }],
    scimType: 'uniqueness',
    status: 409,
  },
  {
    what: 'NUL in a value',
    operations: () => [{ op: 'replace', path: 'title', value: '\u0000' }],
    scimType: 'invalidValue',
  },
];

describeEachBackend('A user is not changed by', (server) => {
  it.for(badUserPatches)(
    '$what',
    {
      tags: [
        'rfc-14',
        'rfc-92',
        'rfc-93',
        'rfc-94',
        'rfc-96',
        'rfc-104',
        'rfc-108',
        'mistake-14',
        'mistake-20',
        'mistake-21',
      ],
    },
    async ({ operations, status = 400, scimType }) => {
      const populated = await populate(server);
      const { tenant, ada } = populated;
      await expectUnchanged(tenant, async () => {
        const body = { schemas: [patchSchema], Operations: operations(populated) };
        const answer = await tenant.scim.patch(`/Users/${ada}`, body);
        expect(answer.body).toEqual(scimError(status, scimType));
      });
    },
  );

  it('a PATCH without the schema of one', { tags: ['rfc-92'] }, async () => {
    const { tenant, ada } = await populate(server);
    await expectUnchanged(tenant, async () => {
      const answer = await tenant.scim.patch(`/Users/${ada}`, { Operations: [rename] });
      expect(answer.body).toEqual(scimError(400, 'invalidSyntax'));
    });
  });

  it('a PUT with the userName of another', { tags: ['rfc-89'] }, async () => {
    const { tenant, ada } = await populate(server);
    await expectUnchanged(tenant, async () => {
      const answer = await tenant.scim.put(`/Users/${ada}`, { schemas: [userSchema], userName: 'BOB' });
      expect(answer.body).toEqual(scimError(409, 'uniqueness'));
    });
  });

  it('a version that is not the present one', { tags: ['rfc-15', 'rfc-98', 'rfc-116'] }, async () => {
    const { tenant, ada } = await populate(server);
    const stale = { 'If-Match': 'W/"7"' };
    await expectUnchanged(tenant, async () => {
      const body = { schemas: [userSchema], userName: 'ada', title: 'Chief' };
      expect((await tenant.scim.send('PUT', `/Users/${ada}`, stale, body)).body).toEqual(scimError(412));
      expect((await tenant.scim.send('PATCH', `/Users/${ada}`, stale, patchRequest(rename))).body).toEqual(
        scimError(412),
      );
      expect((await tenant.scim.send('DELETE', `/Users/${ada}`, stale)).body).toEqual(scimError(412));
    });
  });
});

const nobody = '0198a7c9-0000-7000-8000-000000000000';

const badMembers: readonly BadPatch[] = [
  {
    what: 'an unknown member',
    operations: ({ bob }) => [{ op: 'add', path: 'members', value: [{ value: bob }, { value: nobody }] }],
    scimType: 'invalidValue',
  },
  {
    what: 'a member whose id is no id',
    operations: ({ bob }) => [{ op: 'add', path: 'members', value: [{ value: bob }, { value: 'bob' }] }],
    scimType: 'invalidValue',
  },
  {
    what: 'a member without a value',
    operations: () => [{ op: 'add', path: 'members', value: [{ display: 'bob' }] }],
    scimType: 'invalidValue',
  },
  {
    what: 'a list with an unknown member',
    operations: ({ bob }) => [{ op: 'replace', path: 'members', value: [{ value: bob }, { value: nobody }] }],
    scimType: 'invalidValue',
  },
  {
    what: 'a new name with an unknown member',
    operations: () => [
      { op: 'replace', value: { displayName: 'None' } },
      { op: 'add', path: 'members', value: [{ value: nobody }] },
    ],
    scimType: 'invalidValue',
  },
  {
    what: 'the removal of its name',
    operations: () => [{ op: 'remove', path: 'displayName' }],
    scimType: 'mutability',
  },
];

describeEachBackend('A group is not changed by', (server) => {
  it.for(badMembers)(
    '$what',
    { tags: ['rfc-96', 'mistake-5', 'mistake-6'] },
    async ({ operations, status = 400, scimType }) => {
      const populated = await populate(server);
      const { tenant, group } = populated;
      await expectUnchanged(tenant, async () => {
        const body = { schemas: [patchSchema], Operations: operations(populated) };
        const answer = await tenant.scim.patch(`/Groups/${group}`, body);
        expect(answer.body).toEqual(scimError(status, scimType));
      });
    },
  );

  it('a PUT with a user of another directory among its members', async () => {
    const { tenant, ada, group } = await populate(server);
    const other = await populate(server);
    await expectUnchanged(tenant, async () => {
      const members = [{ value: ada }, { value: other.bob }];
      const answer = await tenant.scim.put(`/Groups/${group}`, {
        schemas: [groupSchema],
        displayName: 'All',
        members,
      });
      expect(answer.body).toEqual(scimError(400, 'invalidValue'));
      expect(answer.text).toContain(other.bob);
    });
    expect(await other.tenant.groupsOf(other.bob)).toEqual([]);
  });

  it('the creation of another of its name', async () => {
    const { tenant } = await populate(server);
    await expectUnchanged(tenant, async () => {
      const answer = await tenant.scim.post('/Groups', { schemas: [groupSchema], displayName: 'ALL' });
      expect(answer.body).toEqual(scimError(409, 'uniqueness'));
    });
  });
});

const badFilters = [
  ...[
    'userName',
    'userName is "ada"',
    'userName eq',
    'userName eq "ada',
    '(userName eq "ada"',
    'userName eq "ada" and',
  ],
  ...[
    'password eq "secret"',
    'noSuchAttribute eq "x"',
    'active eq "maybe"',
    'active gt true',
    'userName eq "a\u0000"',
  ],
  ...[
    `${'('.repeat(3000)}userName eq "ada"${')'.repeat(3000)}`,
    Array(500).fill('userName eq "a"').join(' and '),
  ],
] as const;

describeEachBackend('A list is refused, not empty, for the filter', (server) => {
  it.for(badFilters.map((filter) => [filter.slice(0, 60), filter] as const))(
    '%s',
    { tags: ['rfc-61', 'rfc-64', 'rfc-67', 'rfc-69', 'mistake-29'] },
    async ([, filter]) => {
      const { tenant } = await populate(server);
      const answer = await tenant.scim.get(`/Users?filter=${encodeURIComponent(filter)}`);
      expect(answer.body).toEqual(scimError(400, 'invalidFilter'));
    },
  );
});

describeEachBackend('Nobody is let in', (server) => {
  it('without a token, with a wrong one, or with an API key', { tags: ['rfc-5', 'rfc-6'] }, async () => {
    const { tenant } = await populate(server);
    const authorizations = [
      '',
      'Bearer',
      'Bearer wrong',
      `Bearer ${server.apiKey}`,
      `Bearer ${tenant.token}x`,
      'Basic %%%',
    ];
    await expectUnchanged(tenant, async () => {
      for (const authorization of authorizations) {
        const headers = { Authorization: authorization };
        const body = { schemas: [userSchema], userName: 'intruder' };
        for (const answer of [
          await tenant.scim.send('GET', '/Users', headers),
          await tenant.scim.send('POST', '/Users', headers, body),
        ]) {
          expect(answer.body, authorization).toEqual(scimError(401));
          expect(answer.headers['www-authenticate']).toMatch(/^Bearer/);
        }
      }
    });
  });

  it('with the token of another directory', { tags: ['rfc-6', 'mistake-43', 'mistake-52'] }, async () => {
    const { tenant, ada } = await populate(server);
    const other = await populate(server);
    const intruder = createScimClient({
      baseUrl: tenant.scimBaseUrl,
      token: other.tenant.token,
      identityProvider: okta,
    });
    await expectUnchanged(tenant, async () => {
      for (const answer of [
        await intruder.get('/Users'),
        await intruder.get(`/Users/${ada}`),
        await intruder.post('/Users', { schemas: [userSchema], userName: 'intruder' }),
        await intruder.put(`/Users/${ada}`, { schemas: [userSchema], userName: 'ada' }),
        await intruder.patch(`/Users/${ada}`, patchRequest(rename)),
        await intruder.delete(`/Users/${ada}`),
      ]) {
        expect(answer.body).toEqual(scimError(401));
      }
    });
  });

  it('with a token that was revoked', async () => {
    const { tenant } = await populate(server);
    const { directoryId, dirsync } = tenant;
    for await (const { id } of dirsync.directories.tokens.list({ directoryId })) {
      await dirsync.directories.tokens.revoke({ directoryId, tokenId: id });
    }
    expect((await tenant.scim.get('/Users')).body).toEqual(scimError(401));
  });
});

describeEachBackend('A wrong method or path', (server) => {
  it.for([
    ['PATCH', '/Users', 'GET, POST'],
    ['DELETE', '/Groups', 'GET, POST'],
    ['POST', '/Users/x', 'GET, PUT, PATCH, DELETE'],
  ] as const)(
    '%s %s answers 405 and names %s',
    { tags: ['rfc-10', 'mistake-30'] },
    async ([method, target, allow]) => {
      const { tenant } = await populate(server);
      const answer = await tenant.scim.send(method, target, {}, {});
      expect(answer.body).toEqual(scimError(405));
      expect(answer.headers['allow']?.split(', ').toSorted()).toEqual(allow.split(', ').toSorted());
    },
  );

  it('answers 404 as a SCIM error where nothing is', { tags: ['rfc-15'] }, async () => {
    const { tenant } = await populate(server);
    for (const target of ['/Robots', '/Users/x/y', '/users']) {
      expect((await tenant.scim.get(target)).body, target).toEqual(scimError(404));
    }
  });

  it('answers a path that cannot be decoded', async () => {
    const { tenant } = await populate(server);
    expect((await tenant.scim.get('/Users/%E0%A4%A')).body).toEqual(scimError(404));
  });
});
