import { expect, it } from 'vitest';
import { describeEachBackend } from '../harness/each-backend.ts';
import { okta } from '../harness/identity-providers.ts';
import type { ServerAddress } from '../harness/installation.ts';
import { idOf, objectOf } from '../harness/json.ts';
import type { JsonObject } from '../harness/json.ts';
import { scimError } from '../harness/scim-answers.ts';
import { patchRequest } from '../harness/scim-requests.ts';
import { groupSchema, userSchema } from '../harness/scim-schemas.ts';
import { createTenant } from '../harness/tenant.ts';
import type { Tenant } from '../harness/tenant.ts';

/** A resource of either type, in its first version. */
interface Versioned {
  readonly tenant: Tenant;
  readonly target: string;
  /** What PUT sends to rename it. */
  readonly named: (name: string) => JsonObject;
  /** The attribute that `named` sets. */
  readonly nameAttribute: string;
}

async function create(server: ServerAddress, kind: 'User' | 'Group'): Promise<Versioned> {
  const tenant = await createTenant(server, { provider: 'generic', identityProvider: okta });
  const nameAttribute = kind === 'User' ? 'userName' : 'displayName';
  const schemas = [kind === 'User' ? userSchema : groupSchema];
  const named = (name: string): JsonObject => ({ schemas, [nameAttribute]: name });
  const created = await tenant.scim.post(`/${kind}s`, named('first'));
  expect(created).toMatchObject({ status: 201, headers: { etag: 'W/"1"' } });
  await tenant.events.take(2);
  return { tenant, target: `/${kind}s/${idOf(created)}`, named, nameAttribute };
}

const versionOf = (body: unknown): unknown => objectOf(objectOf(body)['meta'])['version'];

const held = ['W/"1"', '"1"', '*', 'W/"7", W/"1"'];
const notHeld = ['W/"2"', '1', 'W/"7", "8"', '""'];

describeEachBackend('Entity tags', (server) => {
  it.for(['User', 'Group'] as const)(
    'of a %s: the header and meta.version agree, and move together',
    { tags: ['rfc-23', 'rfc-114'] },
    async (kind) => {
      const { tenant, target, named } = await create(server, kind);
      const read = await tenant.scim.get(target);
      expect([read.headers['etag'], versionOf(read.body)]).toEqual(['W/"1"', 'W/"1"']);

      const unchanged = await tenant.scim.put(target, named('first'));
      expect([unchanged.headers['etag'], versionOf(unchanged.body)]).toEqual(['W/"1"', 'W/"1"']);

      const changed = await tenant.scim.put(target, named('second'));
      expect([changed.headers['etag'], versionOf(changed.body)]).toEqual(['W/"2"', 'W/"2"']);
      const again = await tenant.scim.get(target);
      expect([again.headers['etag'], versionOf(again.body)]).toEqual(['W/"2"', 'W/"2"']);
    },
  );

  it.for(['User', 'Group'] as const)(
    'of a %s: a read of what the client has is 304 and empty',
    { tags: ['rfc-115'] },
    async (kind) => {
      const { tenant, target, named } = await create(server, kind);
      for (const tags of held) {
        const answer = await tenant.scim.send('GET', `${target}?attributes=id`, { 'If-None-Match': tags });
        expect(answer, tags).toMatchObject({ status: 304, headers: { etag: 'W/"1"' }, text: '' });
      }
      for (const tags of notHeld) {
        const answer = await tenant.scim.send('GET', target, { 'If-None-Match': tags });
        expect(answer, tags).toMatchObject({ status: 200, headers: { etag: 'W/"1"' } });
      }
      await tenant.scim.put(target, named('second'));
      const changed = await tenant.scim.send('GET', target, { 'If-None-Match': 'W/"1"' });
      expect(changed).toMatchObject({ status: 200, headers: { etag: 'W/"2"' } });
    },
  );

  it('says 404, not 304, of what is not there', async () => {
    const { tenant, target } = await create(server, 'User');
    await tenant.scim.delete(target);
    const answer = await tenant.scim.send('GET', target, { 'If-None-Match': '*' });
    expect(answer).toMatchObject({ status: 404, body: scimError(404) });
    const change = await tenant.scim.send('DELETE', target, { 'If-Match': '*' });
    expect(change).toMatchObject({ status: 404, body: scimError(404) });
  });

  it.for(['User', 'Group'] as const)(
    'of a %s: a change of another version is 412 and changes nothing',
    { tags: ['rfc-98', 'rfc-112', 'rfc-116'] },
    async (kind) => {
      const { tenant, target, named, nameAttribute } = await create(server, kind);
      const rename = patchRequest({ op: 'replace', path: nameAttribute, value: 'second' });
      for (const tags of notHeld) {
        const condition = { 'If-Match': tags };
        const answers = [
          await tenant.scim.send('PUT', target, condition, named('second')),
          await tenant.scim.send('PATCH', target, condition, rename),
          await tenant.scim.send('DELETE', target, condition),
        ];
        for (const answer of answers)
          expect(answer, tags).toMatchObject({ status: 412, body: scimError(412) });
      }
      expect((await tenant.scim.get(target)).headers['etag']).toBe('W/"1"');
      await tenant.expectNoEvents();
    },
  );

  it.for(['User', 'Group'] as const)(
    'of a %s: a change of the version that is there is made',
    { tags: ['rfc-116'] },
    async (kind) => {
      for (const tags of held) {
        const { tenant, target, named, nameAttribute } = await create(server, kind);
        const patched = await tenant.scim.send(
          'PATCH',
          target,
          { 'If-Match': tags },
          patchRequest({ op: 'replace', path: nameAttribute, value: 'second' }),
        );
        expect(patched, tags).toMatchObject({ headers: { etag: 'W/"2"' } });
        const replaced = await tenant.scim.send('PUT', target, { 'If-Match': 'W/"2"' }, named('third'));
        expect(replaced).toMatchObject({ status: 200, headers: { etag: 'W/"3"' } });
        expect(await tenant.scim.send('DELETE', target, { 'If-Match': '"3"' })).toMatchObject({
          status: 204,
        });
      }
    },
  );

  it('holds a change of members alone to If-Match too', { tags: ['rfc-98'] }, async () => {
    const { tenant, target } = await create(server, 'Group');
    const ada = idOf(await tenant.scim.post('/Users', { schemas: [userSchema], userName: 'ada' }));
    const add = patchRequest({ op: 'add', path: 'members', value: [{ value: ada }] });
    expect(await tenant.scim.send('PATCH', target, { 'If-Match': 'W/"2"' }, add)).toMatchObject({
      status: 412,
    });
    expect(await tenant.scim.send('PATCH', target, { 'If-Match': 'W/"1"' }, add)).toMatchObject({
      status: 204,
      headers: { etag: 'W/"2"' },
    });
    // Made already: the version stays.
    expect(await tenant.scim.send('PATCH', target, { 'If-Match': 'W/"2"' }, add)).toMatchObject({
      status: 204,
      headers: { etag: 'W/"2"' },
    });
  });
});
