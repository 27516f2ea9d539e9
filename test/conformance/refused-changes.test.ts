import { expect, it } from 'vitest';
import { describeEachBackend } from '../harness/each-backend.ts';
import { populate } from '../harness/populate.ts';
import type { Populated } from '../harness/populate.ts';
import { scimError } from '../harness/scim-answers.ts';
import { patchRequest } from '../harness/scim-requests.ts';
import { groupSchema, patchSchema, userSchema } from '../harness/scim-schemas.ts';
import { expectUnchanged } from '../harness/unchanged.ts';

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
