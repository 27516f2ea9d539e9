const userSchema = 'urn:ietf:params:scim:schemas:core:2.0:User';
const enterpriseSchema = 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User';
const groupSchema = 'urn:ietf:params:scim:schemas:core:2.0:Group';
const patchSchema = 'urn:ietf:params:scim:api:messages:2.0:PatchOp';

/** A user as an identity provider sends one: about 1 KB. */
export function userBody(name: string, title = 'Engineer'): string {
  return JSON.stringify({
    schemas: [userSchema, enterpriseSchema],
    externalId: `ext-${name}`,
    userName: `${name}@acme.example`,
    active: true,
    name: { givenName: 'Ada', familyName: `Lovelace ${name}`, formatted: `Ada Lovelace ${name}` },
    displayName: `Ada Lovelace ${name}`,
    title,
    locale: 'en-US',
    timezone: 'Europe/London',
    emails: [
      { value: `${name}@acme.example`, type: 'work', primary: true },
      { value: `${name}@home.example`, type: 'home' },
    ],
    phoneNumbers: [{ value: '+44 20 7946 0000', type: 'work' }],
    addresses: [
      {
        type: 'work',
        streetAddress: '12 St James Square',
        locality: 'London',
        postalCode: 'SW1Y 4JH',
        country: 'GB',
      },
    ],
    [enterpriseSchema]: { employeeNumber: name, department: 'Analytical engines', costCenter: '4130' },
  });
}

export function groupBody(displayName: string, memberIds: readonly string[] = []): string {
  const members = memberIds.map((value) => ({ value }));
  return JSON.stringify({ schemas: [groupSchema], displayName, members });
}

export interface Operation {
  readonly op: 'add' | 'remove' | 'replace';
  readonly path: string;
  readonly value?: unknown;
}

export function patchBody(...operations: readonly Operation[]): string {
  return JSON.stringify({ schemas: [patchSchema], Operations: operations });
}
