import { expect, it } from 'vitest';
import { describeEachBackend } from '../harness/each-backend.ts';
import { okta } from '../harness/identity-providers.ts';
import type { ServerAddress } from '../harness/installation.ts';
import { idOf, objectOf } from '../harness/json.ts';
import { scimError } from '../harness/scim-answers.ts';
import { enterpriseSchema, groupSchema, userSchema } from '../harness/scim-schemas.ts';
import { createTenant } from '../harness/tenant.ts';
import type { Tenant } from '../harness/tenant.ts';

const acme = 'urn:acme:params:2.0:User';

const users = [
  {
    ...{ userName: 'BJensen', externalId: 'Ext-1', displayName: 'Babs', title: 'VP 100%_of', active: true },
    name: { givenName: 'Barbara', familyName: "O'Malley" },
    emails: [
      { value: 'bjensen@example.com', type: 'work', primary: true },
      { value: 'babs@home.org', type: 'home' },
    ],
    [enterpriseSchema]: { department: 'Sales', employeeNumber: '701984', manager: { value: 'M-1' } },
    [acme]: { shoeSize: 42, tags: ['red', 'Blue'], isOld: true },
  },
  {
    ...{ userName: 'zoë@example.com', displayName: 'ZOË Ångström', nickName: 'a\\b"c', active: false },
    emails: [{ value: 'zoë@home.org', type: 'work' }],
    photos: [{ value: 'https://Example.com/Zoe', type: 'Photo' }],
    [acme]: { SHOESIZE: 9 },
  },
  { userName: 'mike', title: 'VP', addresses: [{ type: 'work', country: 'SE', locality: 'Malmö' }] },
];

/** A tenant with these three users, a group of the first and one of that group. */
async function withPeople(
  server: ServerAddress,
): Promise<{ readonly tenant: Tenant; readonly ids: Readonly<Record<string, string>> }> {
  const tenant = await createTenant(server, { provider: 'generic', identityProvider: okta });
  const create = async (endpoint: string, body: object): Promise<string> => {
    const answer = await tenant.scim.post(endpoint, body);
    expect(answer.status).toBe(201);
    return idOf(answer);
  };
  const ids: string[] = [];
  for (const user of users) ids.push(await create('/Users', { schemas: [userSchema], ...user }));
  const [babs = '', zoe = '', mike = ''] = ids;
  const group = (displayName: string, member: string) =>
    create('/Groups', { schemas: [groupSchema], displayName, members: [{ value: member }] });
  const sales = await group('Sales', babs);
  const everyone = await group('Everyone', sales);
  return { tenant, ids: { babs, zoe, mike, sales, everyone } };
}

async function find(tenant: Tenant, endpoint: string, filter: string): Promise<readonly string[]> {
  const { status, body } = await tenant.scim.get(`${endpoint}?filter=${encodeURIComponent(filter)}`);
  expect(status, filter).toBe(200);
  const { Resources: resources, totalResults } = objectOf(body);
  if (!Array.isArray(resources)) throw new Error(`Expected a list, got ${JSON.stringify(body)}.`);
  expect(totalResults).toBe(resources.length);
  return resources.map((resource) =>
    String(objectOf(resource)['userName'] ?? objectOf(resource)['displayName']),
  );
}

const [babs, zoe, mike] = ['BJensen', 'zoë@example.com', 'mike'];

describeEachBackend('Filters', (server) => {
  it(
    'find users by every operator, with and without regard to case',
    { tags: ['rfc-53', 'rfc-58', 'rfc-60'] },
    async () => {
      const { tenant } = await withPeople(server);
      const expected: readonly (readonly [string, readonly string[]])[] = [
        ['userName eq "bjensen"', [babs]],
        ['USERNAME Eq "BJENSEN"', [babs]],
        [`${userSchema}:userName eq "bjensen"`, [babs]],
        ['userName ne "bjensen"', [zoe, mike]],
        ['userName co "JENS"', [babs]],
        ['userName sw "z"', [zoe]],
        ['userName ew "SEN"', [babs]],
        ['userName gt "bjensen"', [zoe, mike]],
        ['userName le "mike"', [babs, mike]],
        ['displayName co "zoë å"', [zoe]],
        ['displayName ew "STRÖM"', [zoe]],
        ['addresses.locality eq "MALMÖ"', [mike]],
        ['externalId eq "ext-1"', []],
        ['externalId sw "Ext"', [babs]],
        ['photos.value eq "https://example.com/zoe"', []],
        ['photos[type eq "photo" and value eq "https://Example.com/Zoe"]', [zoe]],
        ['active eq false', [zoe]],
        ['active ne true', [zoe]],
        ['title pr', [babs, mike]],
        ['nickName eq null', [babs, mike]],
        ['not (title pr)', [zoe]],
        ['title ne "VP"', [babs, zoe]],
        [`name.familyName eq "o'malley"`, [babs]],
        ['name pr', [babs]],
      ];
      for (const [filter, found] of expected)
        expect(await find(tenant, '/Users', filter), filter).toEqual(found);
    },
  );

  it(
    'take wildcards, quotes and escapes as text',
    { tags: ['rfc-62', 'rfc-69', 'mistake-41', 'mistake-39'] },
    async () => {
      const { tenant } = await withPeople(server);
      expect(await find(tenant, '/Users', 'title co "%"')).toEqual([babs]);
      expect(await find(tenant, '/Users', 'title co "100__of"')).toEqual([]);
      expect(await find(tenant, '/Users', 'title sw "v_"')).toEqual([]);
      expect(await find(tenant, '/Users', String.raw`nickName eq "a\\b\"C"`)).toEqual([zoe]);
      expect(await find(tenant, '/Users', String.raw`nickName co "\u0062\""`)).toEqual([zoe]);
      expect(await find(tenant, '/Users', `title eq "' or true --"`)).toEqual([]);
    },
  );

  it(
    'bind and before or, and parentheses and not before both',
    { tags: ['rfc-54', 'rfc-55', 'mistake-40'] },
    async () => {
      const { tenant } = await withPeople(server);
      const [a, b] = ['userName eq "bjensen"', 'title eq "VP"'];
      expect(await find(tenant, '/Users', `${a} or ${b} and active eq false`)).toEqual([babs]);
      expect(await find(tenant, '/Users', `(${a} or ${b}) and active eq false`)).toEqual([]);
      expect(await find(tenant, '/Users', `not (${a}) and title pr`)).toEqual([mike]);
      expect(await find(tenant, '/Users', `NOT (${a} OR (${b}))`)).toEqual([zoe]);
    },
  );

  it(
    'ask a value path of one element, and a dotted path of any',
    { tags: ['rfc-56', 'rfc-57'] },
    async () => {
      const { tenant } = await withPeople(server);
      expect(await find(tenant, '/Users', 'emails[type eq "work" and value co "@home.org"]')).toEqual([zoe]);
      expect(await find(tenant, '/Users', 'emails.type eq "work" and emails.value co "@home.org"')).toEqual([
        babs,
        zoe,
      ]);
      expect(await find(tenant, '/Users', 'emails[type eq "home"].value eq "babs@HOME.org"')).toEqual([babs]);
      expect(await find(tenant, '/Users', 'emails[type eq "work"].value eq "babs@home.org"')).toEqual([]);
      expect(await find(tenant, '/Users', 'emails[not (type eq "work")]')).toEqual([babs]);
      expect(await find(tenant, '/Users', 'emails co "@home.org"')).toEqual([babs, zoe]);
      expect(await find(tenant, '/Users', 'emails.value ne "babs@home.org"')).toEqual([babs, zoe, mike]);
    },
  );

  it(
    'reach the enterprise extension and those that no schema describes',
    { tags: ['rfc-63', 'rfc-65'] },
    async () => {
      const { tenant } = await withPeople(server);
      expect(await find(tenant, '/Users', `${enterpriseSchema}:department eq "SALES"`)).toEqual([babs]);
      expect(await find(tenant, '/Users', `${enterpriseSchema}:manager.value eq "M-1"`)).toEqual([babs]);
      expect(await find(tenant, '/Users', 'manager eq "m-1"')).toEqual([babs]);
      expect(await find(tenant, '/Users', `schemas eq "${enterpriseSchema}"`)).toEqual([babs]);
      expect(await find(tenant, '/Users', `${acme}:shoeSize ge 9`)).toEqual([babs, zoe]);
      expect(await find(tenant, '/Users', `${acme}:shoeSize gt 9`)).toEqual([babs]);
      expect(await find(tenant, '/Users', `${acme}:tags eq "BLUE"`)).toEqual([babs]);
      expect(await find(tenant, '/Users', `${acme}:isOld eq true`)).toEqual([babs]);
      expect(await find(tenant, '/Users', 'urn:other:2.0:User:isOld pr')).toEqual([]);
    },
  );

  it('compare id and meta, moments whatever their offset', { tags: ['rfc-59', 'rfc-66'] }, async () => {
    const { tenant, ids } = await withPeople(server);
    const { lastModified, location, version } = objectOf(
      objectOf((await tenant.scim.get(`/Users/${ids['mike']}`)).body)['meta'],
    );
    const sameMoment = new Date(Date.parse(String(lastModified)) + 2 * 3_600_000)
      .toISOString()
      .replace('Z', '+02:00');
    expect(await find(tenant, '/Users', `id eq "${ids['zoe']}"`)).toEqual([zoe]);
    expect(await find(tenant, '/Users', `id eq "${ids['zoe']?.toUpperCase()}"`)).toEqual([]);
    expect(await find(tenant, '/Users', `meta.lastModified ge "${sameMoment}"`)).toContain(mike);
    expect(await find(tenant, '/Users', `meta.lastModified gt "${sameMoment}"`)).not.toContain(mike);
    expect(
      await find(tenant, '/Users', `meta.lastModified eq "${sameMoment}" and userName eq "mike"`),
    ).toEqual([mike]);
    expect(await find(tenant, '/Users', 'meta.created gt "2999-12-31T23:59:59.999+14:00"')).toEqual([]);
    expect(await find(tenant, '/Users', 'meta.created lt "0000-01-01T00:00:00+14:00"')).toEqual([]);
    expect(await find(tenant, '/Users', `meta.location eq "${String(location)}"`)).toEqual([mike]);
    expect(await find(tenant, '/Users', `meta.version eq ${JSON.stringify(version)}`)).toHaveLength(3);
    expect(await find(tenant, '/Users', 'meta.resourceType eq "User"')).toHaveLength(3);
    expect(await find(tenant, '/Users', 'meta.resourceType eq "Group"')).toEqual([]);
  });

  it('find groups by members and users by groups, nested groups too', async () => {
    const { tenant, ids } = await withPeople(server);
    const { babs: babsId, zoe: zoeId, sales, everyone } = ids;
    expect(await find(tenant, '/Groups', `members eq "${babsId}"`)).toEqual(['Sales']);
    expect(await find(tenant, '/Groups', `members.value eq "${sales}"`)).toEqual(['Everyone']);
    expect(await find(tenant, '/Groups', `members[type eq "Group" and value eq "${sales}"]`)).toEqual([
      'Everyone',
    ]);
    expect(await find(tenant, '/Groups', `members[type eq "User" and value eq "${sales}"]`)).toEqual([]);
    expect(await find(tenant, '/Groups', 'members.type eq "group"')).toEqual(['Everyone']);
    expect(await find(tenant, '/Groups', `members.$ref ew "/Users/${babsId}"`)).toEqual(['Sales']);
    expect(await find(tenant, '/Groups', `displayName eq "sales" and members pr`)).toEqual(['Sales']);
    expect(await find(tenant, '/Groups', `members.value eq "${zoeId}" or displayName eq "everyone"`)).toEqual(
      ['Everyone'],
    );
    expect(await find(tenant, '/Users', `groups.value eq "${sales}"`)).toEqual([babs]);
    expect(await find(tenant, '/Users', 'groups.display eq "SALES"')).toEqual([babs]);
    expect(await find(tenant, '/Users', `groups.value eq "${everyone}"`)).toEqual([]);
    expect(await find(tenant, '/Users', 'not (groups pr)')).toEqual([zoe, mike]);
  });

  it(
    'that cannot be answered are refused by the place or name of the fault',
    { tags: ['rfc-59', 'rfc-61', 'rfc-64', 'rfc-67', 'rfc-69', 'mistake-29'] },
    async () => {
      const { tenant } = await withPeople(server);
      const refused: readonly (readonly [string, string])[] = [
        ['', 'character 1'],
        ['userName', 'character 9'],
        ['userName is "a"', 'character 10'],
        ['userName eq "a', 'character 13'],
        ['userName eq "a" and', 'character 20'],
        ['(userName eq "a"', 'character 17'],
        ['emails[type eq "work"', 'character 22'],
        ['password eq "secret"', 'password'],
        ['password pr', 'password'],
        [`${userSchema}:PASSWORD sw "a"`, 'password'],
        ['nope eq "a"', 'nope'],
        ['name.nope pr', 'name.nope'],
        ['members pr', 'members'],
        ['active gt true', 'active'],
        ['x509Certificates.value lt "a"', 'x509Certificates.value'],
        ['meta.created gt "yesterday"', 'meta.created'],
        ['name eq "a"', 'name'],
        [`${'('.repeat(40)}title pr${')'.repeat(40)}`, '32 levels'],
        [Array.from({ length: 257 }, () => 'title pr').join(' or '), '256 comparisons'],
        [`title eq "${'a'.repeat(8200)}"`, '8192 characters'],
      ];
      for (const [filter, subject] of refused) {
        const answer = await tenant.scim.get(`/Users?filter=${encodeURIComponent(filter)}`);
        expect(answer, filter).toMatchObject({ status: 400, body: scimError(400, 'invalidFilter') });
        expect(objectOf(answer.body)['detail'], filter).toContain(subject);
      }
    },
  );
});
