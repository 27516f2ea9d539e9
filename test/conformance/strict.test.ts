import { expect, it } from 'vitest';
import { describeEachBackend } from '../harness/each-backend.ts';
import { okta } from '../harness/identity-providers.ts';
import type { ServerAddress } from '../harness/installation.ts';
import { idOf, without } from '../harness/json.ts';
import type { JsonObject } from '../harness/json.ts';
import { scimError } from '../harness/scim-answers.ts';
import { patchRequest } from '../harness/scim-requests.ts';
import { enterpriseSchema, groupSchema, userSchema } from '../harness/scim-schemas.ts';
import { createTenant } from '../harness/tenant.ts';
import type { Tenant } from '../harness/tenant.ts';

// What strict mode refuses is in leniences.test.ts. Here is what it must take: all that the RFC itself shows.

const connect = (server: ServerAddress, mode: 'compat' | 'strict' = 'strict'): Promise<Tenant> =>
  createTenant(server, { provider: 'generic', identityProvider: okta, mode });

/** RFC 7643 section 8.3, with the photos and certificate shortened. */
const babs: JsonObject = {
  schemas: [userSchema, enterpriseSchema],
  externalId: '701984',
  userName: 'bjensen@example.com',
  name: {
    formatted: 'Ms. Barbara J Jensen, III',
    familyName: 'Jensen',
    givenName: 'Barbara',
    middleName: 'Jane',
    honorificPrefix: 'Ms.',
    honorificSuffix: 'III',
  },
  displayName: 'Babs Jensen',
  nickName: 'Babs',
  profileUrl: 'https://login.example.com/bjensen',
  emails: [
    { value: 'bjensen@example.com', type: 'work', primary: true },
    { value: 'babs@jensen.org', type: 'home' },
  ],
  addresses: [
    {
      streetAddress: '100 Universal City Plaza',
      locality: 'Hollywood',
      region: 'CA',
      postalCode: '91608',
      country: 'USA',
      formatted: '100 Universal City Plaza\nHollywood, CA 91608 USA',
      type: 'work',
      primary: true,
    },
    { streetAddress: '456 Hollywood Blvd', locality: 'Hollywood', country: 'USA', type: 'home' },
  ],
  phoneNumbers: [
    { value: '555-555-5555', type: 'work' },
    { value: '555-555-4444', type: 'mobile' },
  ],
  ims: [{ value: 'someaimhandle', type: 'aim' }],
  photos: [{ value: 'https://photos.example.com/profilephoto/72930000000Ccne/F', type: 'photo' }],
  userType: 'Employee',
  title: 'Tour Guide',
  preferredLanguage: 'en-US',
  locale: 'en-US',
  timezone: 'America/Los_Angeles',
  active: true,
  password: 't1meMa$heen',
  x509Certificates: [{ value: 'MIIDQzCCAqygAwIBAgICEAAwDQYJKoZIhvcNAQEFBQAwTjELMAkGA1UEBhMCVVMx' }],
  [enterpriseSchema]: {
    employeeNumber: '701984',
    costCenter: '4130',
    organization: 'Universal Studios',
    division: 'Theme Park',
    department: 'Tour Operations',
    manager: {
      value: '26118915-6090-4610-87e4-49d8ca9f808d',
      $ref: '../Users/26118915-6090-4610-87e4-49d8ca9f808d',
    },
  },
};

describeEachBackend('Strict mode', (server) => {
  it('takes the whole user of RFC 7643 and what a client reads back', { tags: ['rfc-88'] }, async () => {
    const { scim } = await connect(server);
    const created = await scim.post('/Users', babs);
    expect(created.status).toBe(201);
    expect(created.body).toMatchObject(without(babs, 'password'));
    // What the server sets is ignored, not refused (RFC 7644 section 3.5.1).
    const replaced = await scim.put(`/Users/${idOf(created)}`, created.body);
    expect(replaced).toMatchObject({ status: 200, headers: { etag: 'W/"1"' } });
  });

  it.for<readonly [what: string, operations: readonly JsonObject[], after: JsonObject]>([
    [
      'add without a path',
      [
        {
          op: 'add',
          value: { emails: [{ value: 'babs2@jensen.org', type: 'home' }], nickName: 'Babs the second' },
        },
      ],
      {
        nickName: 'Babs the second',
        emails: [...(babs['emails'] as readonly JsonObject[]), { value: 'babs2@jensen.org', type: 'home' }],
      },
    ],
    [
      'replace of the values that a filter names',
      [
        {
          op: 'replace',
          path: 'addresses[type eq "work"]',
          value: { type: 'work', streetAddress: '911 Universal City Plaza', primary: true },
        },
      ],
      {
        addresses: [
          { type: 'work', streetAddress: '911 Universal City Plaza', primary: true },
          (babs['addresses'] as readonly JsonObject[])[1],
        ],
      },
    ],
    [
      'replace of a sub-attribute of these values',
      [{ op: 'replace', path: 'addresses[type eq "work"].streetAddress', value: '1010 Broadway Ave' }],
      { addresses: [{ streetAddress: '1010 Broadway Ave', locality: 'Hollywood' }, {}] },
    ],
    [
      'remove by a filter of two conditions',
      [{ op: 'remove', path: 'emails[type eq "work" and value ew "example.com"]' }],
      { emails: [{ value: 'babs@jensen.org', type: 'home' }] },
    ],
    [
      'attributes by their whole names',
      [
        { op: 'replace', path: `${userSchema}:name.familyName`, value: 'Smith' },
        { op: 'add', path: `${enterpriseSchema}:department`, value: 'Sales' },
        { op: 'replace', path: `${enterpriseSchema}:manager.value`, value: 'm2' },
        { op: 'remove', path: `${enterpriseSchema}:division` },
      ],
      {
        name: { familyName: 'Smith', givenName: 'Barbara' },
        [enterpriseSchema]: { department: 'Sales', manager: { value: 'm2' } },
      },
    ],
    [
      'a whole extension as a path',
      [{ op: 'replace', path: enterpriseSchema, value: { costCenter: '1' } }],
      { [enterpriseSchema]: { costCenter: '1', employeeNumber: '701984' } },
    ],
    [
      'another primary value',
      [{ op: 'replace', path: 'emails[type eq "home"].primary', value: true }],
      { emails: [{ primary: false }, { value: 'babs@jensen.org', primary: true }] },
    ],
    ['a null, which is no value', [{ op: 'replace', path: 'title', value: null }], { nickName: 'Babs' }],
  ])('takes %s', { tags: ['rfc-95', 'rfc-99', 'rfc-107'] }, async ([, operations, after]) => {
    const { scim } = await connect(server);
    const target = `/Users/${idOf(await scim.post('/Users', babs))}`;
    const patched = await scim.patch(target, patchRequest(...operations));
    expect(patched).toMatchObject({ status: 200, headers: { etag: 'W/"2"' }, body: after });
  });

  it(
    'takes the changes of members that RFC 7644 section 3.5.2 shows',
    { tags: ['rfc-95', 'rfc-104'] },
    async () => {
      const tenant = await connect(server);
      const { scim } = tenant;
      const [ada, bob] = [
        idOf(await scim.post('/Users', { schemas: [userSchema], userName: 'ada' })),
        idOf(await scim.post('/Users', { schemas: [userSchema], userName: 'bob' })),
      ];
      const group = idOf(await scim.post('/Groups', { schemas: [groupSchema], displayName: 'Guides' }));
      const change = async (...operations: readonly JsonObject[]): Promise<readonly string[]> => {
        expect((await scim.patch(`/Groups/${group}`, patchRequest(...operations))).status).toBe(204);
        return tenant.memberIds(group);
      };
      const member = { display: 'Ada', $ref: `${tenant.scimBaseUrl}/Users/${ada}`, value: ada };
      expect(await change({ op: 'add', path: 'members', value: [member] })).toEqual([ada]);
      const swap = [
        { op: 'remove', path: `members[value eq "${ada}"]` },
        { op: 'add', path: 'members', value: [{ value: bob }] },
      ];
      expect(await change(...swap)).toEqual([bob]);
      expect(await change({ op: 'replace', path: 'members', value: [{ value: ada }] })).toEqual([ada]);
      expect(await change({ op: 'remove', path: 'members' })).toEqual([]);
    },
  );

  it('is on and off from one request to the next', async () => {
    const { scim, dirsync, directoryId } = await connect(server, 'compat');
    const target = `/Users/${idOf(await scim.post('/Users', { schemas: [userSchema], userName: 'ada' }))}`;
    const disable = patchRequest({ op: 'Replace', path: 'active', value: 'False' });
    const enable = patchRequest({ op: 'Replace', path: 'active', value: 'True' });
    expect(await scim.patch(target, disable)).toMatchObject({ status: 200, body: { active: false } });
    await dirsync.directories.update(directoryId, { settings: { mode: 'strict' } });
    expect(await scim.patch(target, enable)).toMatchObject({
      status: 400,
      body: scimError(400, 'invalidSyntax'),
    });
    await dirsync.directories.update(directoryId, { settings: { mode: 'compat' } });
    expect(await scim.patch(target, enable)).toMatchObject({ status: 200, body: { active: true } });
  });

  it.for(['compat', 'strict'] as const)(
    'neither keeps half of a request in %s mode',
    { tags: ['rfc-96', 'rfc-108'] },
    async (mode) => {
      const { scim } = await connect(server, mode);
      const target = `/Users/${idOf(await scim.post('/Users', babs))}`;
      const before = await scim.get(target);
      const refused = await scim.patch(
        target,
        patchRequest(
          { op: 'replace', path: 'title', value: 'Boss' },
          { op: 'remove', path: 'emails' },
          { op: 'replace', path: 'userName', value: '' },
        ),
      );
      expect(refused).toMatchObject({ status: 400 });
      const after = await scim.get(target);
      expect(after.body).toEqual(before.body);
      expect(after.headers['etag']).toBe('W/"1"');
    },
  );
});
