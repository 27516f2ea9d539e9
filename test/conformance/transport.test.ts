import { expect, it } from 'vitest';
import { describeEachBackend } from '../harness/each-backend.ts';
import { idOf } from '../harness/json.ts';
import type { JsonObject } from '../harness/json.ts';
import { connectPlain, provision } from '../harness/provisioning.ts';
import { list, scimError } from '../harness/scim-answers.ts';
import { patchRequest } from '../harness/scim-requests.ts';
import { bulkSchema, userSchema } from '../harness/scim-schemas.ts';
import type { Tenant } from '../harness/tenant.ts';

const ada = { schemas: [userSchema], userName: 'ada' };

/** A request that is refused, and how. */
type Refusal = readonly [
  scimType: string,
  status: number,
  send: (tenant: Tenant, id: string) => ReturnType<Tenant['scim']['get']>,
];

const patch = (operation: JsonObject) => (tenant: Tenant, id: string) =>
  tenant.scim.patch(`/Users/${id}`, patchRequest(operation));

const refusals: readonly Refusal[] = [
  ['invalidFilter', 400, ({ scim }) => scim.get('/Users?filter=userName%20like%20%22a%22')],
  ['uniqueness', 409, ({ scim }) => scim.post('/Users', ada)],
  ['mutability', 400, patch({ op: 'replace', path: 'id', value: 'x' })],
  ['invalidSyntax', 400, ({ scim }) => scim.post('/Users', '{"userName":')],
  ['invalidPath', 400, patch({ op: 'replace', path: 'name..givenName', value: 'x' })],
  ['noTarget', 400, patch({ op: 'remove' })],
  ['invalidValue', 400, ({ scim }) => scim.post('/Users', { schemas: [userSchema] })],
];

describeEachBackend('Over HTTP', (server) => {
  it.for([
    undefined,
    '*/*',
    'application/scim+json',
    'application/json',
    'application/json;q=0.9, */*;q=0.1',
  ])('Accept: %s gets application/scim+json', { tags: ['rfc-1', 'rfc-2'] }, async (accept) => {
    const { scim } = await connectPlain(server);
    const headers = accept === undefined ? { Accept: '' } : { Accept: accept };
    const answer = await scim.send('GET', '/Users', headers);
    expect(answer).toMatchObject({ status: 200, body: list([]) });
    expect(answer.headers['content-type']).toMatch(/^application\/scim\+json/);
  });

  it.for([
    'application/scim+json',
    'application/scim+json; charset=utf-8',
    'application/json',
    'application/json;charset=UTF-8',
    'Application/SCIM+JSON',
  ])('a body of %s is read', { tags: ['rfc-3', 'mistake-26'] }, async (type) => {
    const tenant = await connectPlain(server);
    const created = await tenant.scim.send(
      'POST',
      '/Users',
      { 'Content-Type': type },
      { ...ada, title: 'Ωμέγα' },
    );
    expect(created).toMatchObject({ status: 201, body: { title: 'Ωμέγα' } });
  });

  it.for(refusals)(
    '%s is told with %i, in the body too',
    { tags: ['rfc-12', 'rfc-13', 'rfc-14', 'mistake-28'] },
    async ([scimType, status, send]) => {
      const tenant = await connectPlain(server);
      const answer = await send(tenant, await provision(tenant, '/Users', ada));
      expect(answer.status).toBe(status);
      expect(answer.body).toEqual(scimError(status, scimType));
      expect(answer.headers['content-type']).toMatch(/^application\/scim\+json/);
    },
  );

  it(
    'what is not there, has passed or is not offered has the status for it',
    { tags: ['rfc-15'] },
    async () => {
      const tenant = await connectPlain(server);
      const id = await provision(tenant, '/Users', ada);
      const gone = await tenant.scim.get('/Users/gone');
      const passed = await tenant.scim.send('DELETE', `/Users/${id}`, { 'If-Match': 'W/"7"' });
      const large = await tenant.scim.post('/Bulk', {
        schemas: [bulkSchema],
        Operations: Array.from({ length: 1001 }, () => ({ method: 'DELETE', path: `/Users/${id}` })),
      });
      const me = await tenant.scim.get('/Me');
      const expected: readonly (readonly [typeof gone, number])[] = [
        [gone, 404],
        [passed, 412],
        [large, 413],
        [me, 501],
      ];
      for (const [answer, status] of expected)
        expect(answer).toMatchObject({ status, body: scimError(status) });
      expect((await tenant.scim.get(`/Users/${id}`)).status).toBe(200);
    },
  );

  it('discovery asks for the credential as everything does', { tags: ['rfc-5'] }, async () => {
    const { scim } = await connectPlain(server);
    for (const target of ['/ServiceProviderConfig', '/ResourceTypes', '/Schemas', '/Users', '/Me']) {
      const answer = await scim.send('GET', target, { Authorization: '' });
      expect(answer, target).toMatchObject({ status: 401, body: scimError(401) });
      expect(answer.headers['www-authenticate']).toMatch(/^Bearer/);
    }
  });

  it('the name of the scheme is taken in any case', { tags: ['mistake-52'] }, async () => {
    const { scim, token } = await connectPlain(server);
    for (const scheme of ['Bearer', 'bearer', 'BEARER']) {
      const answer = await scim.send('GET', '/Users', { Authorization: `${scheme} ${token}` });
      expect(answer.status, scheme).toBe(200);
    }
  });

  it('the version is /v2/, and any other is 404', { tags: ['rfc-7'] }, async () => {
    const { api, token, scimBaseUrl } = await connectPlain(server);
    const { pathname } = new URL(scimBaseUrl);
    expect(pathname).toMatch(/^\/scim\/v2\//);
    for (const version of ['v1', 'v3', 'v2.0']) {
      const headers = { Authorization: `Bearer ${token}` };
      const answer = await api.send('GET', `${pathname.replace('v2', version)}/Users`, undefined, headers);
      expect(answer, version).toMatchObject({ status: 404, body: scimError(404) });
    }
  });

  it('query parameters that nobody knows change nothing', { tags: ['rfc-8'] }, async () => {
    const tenant = await connectPlain(server);
    const created = await tenant.scim.post('/Users?aadOptscim062020&tenant=1', ada);
    expect(created).toMatchObject({ status: 201, body: { userName: 'ada' } });
    const found = await tenant.scim.get('/Users?color=red&filter=userName+eq+%22ada%22&');
    expect(found.body).toMatchObject({ totalResults: 1, Resources: [{ id: idOf(created) }] });
  });

  it('who would rather not wait gets the result all the same', { tags: ['rfc-143'] }, async () => {
    const tenant = await connectPlain(server);
    const prefer = { Prefer: 'respond-async, wait=0' };
    const created = await tenant.scim.send('POST', '/Users', prefer, ada);
    const target = `/Users/${idOf(created)}`;
    const patched = await tenant.scim.send(
      'PATCH',
      target,
      prefer,
      patchRequest({ op: 'replace', path: 'title', value: 'Boss' }),
    );
    const deleted = await tenant.scim.send('DELETE', target, prefer);
    expect([created.status, patched.status, deleted.status]).toEqual([201, 200, 204]);
    expect(patched.body).toMatchObject({ userName: 'ada', title: 'Boss' });
    for (const { headers } of [created, patched, deleted]) {
      expect(headers).not.toHaveProperty('preference-applied');
      expect(headers).not.toHaveProperty('set-txn');
    }
    expect((await tenant.scim.get(target)).status).toBe(404);
  });

  it('a plus sign is a space, and an encoded one a plus sign', { tags: ['mistake-38'] }, async () => {
    const tenant = await connectPlain(server);
    const id = await provision(tenant, '/Users', { ...ada, userName: 'a+b@example.com' });
    const found = await tenant.scim.get('/Users?filter=userName+eq+%22a%2Bb@example.com%22');
    expect(found.body).toMatchObject({ totalResults: 1, Resources: [{ id }] });
    expect((await tenant.scim.get('/Users?filter=userName+eq+%22a+b@example.com%22')).body).toEqual(list([]));
  });
});
