import { expect, it } from 'vitest';
import { describeEachBackend } from '../harness/each-backend.ts';
import type { JsonObject } from '../harness/json.ts';
import { populate } from '../harness/populate.ts';
import { scimError } from '../harness/scim-answers.ts';
import { groupSchema, userSchema } from '../harness/scim-schemas.ts';
import { expectUnchanged } from '../harness/unchanged.ts';

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
