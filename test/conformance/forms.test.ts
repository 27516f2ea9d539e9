import { expect, it } from 'vitest';
import { describeEachBackend } from '../harness/each-backend.ts';
import { objectOf } from '../harness/json.ts';
import { connectPlain, groupNamed, provision } from '../harness/provisioning.ts';
import { scimError } from '../harness/scim-answers.ts';
import { userSchema } from '../harness/scim-schemas.ts';
import { expectUnchanged } from '../harness/unchanged.ts';

// OAuth clients send forms, and so do tools that were told of no other type. What cannot read them says so where a body is
// read, and nowhere else: a path is found, and a credential checked, whatever the type of the body.

const type = 'application/x-www-form-urlencoded';
const form = 'grant_type=client_credentials&client_id=acme&client_secret=secret';
const problem = (status: number, code: string): object => ({ status, code, detail: expect.any(String) });

describeEachBackend('A form', (server) => {
  it(
    'is 415 to every SCIM operation that reads a body, and changes nothing',
    { tags: ['rfc-4', 'mistake-27'] },
    async () => {
      const tenant = await connectPlain(server);
      const user = await provision(tenant, '/Users', { schemas: [userSchema], userName: 'ada' });
      const group = await provision(tenant, '/Groups', groupNamed('All'));
      await expectUnchanged(tenant, async () => {
        for (const [method, target] of [
          ['POST', '/Users'],
          ['PUT', `/Users/${user}`],
          ['PATCH', `/Users/${user}`],
          ['POST', '/Groups'],
          ['PUT', `/Groups/${group}`],
          ['PATCH', `/Groups/${group}`],
          ['POST', '/Users/.search'],
          ['POST', '/Groups/.search'],
          ['POST', '/.search'],
          ['POST', '/Bulk'],
        ] as const) {
          for (const sent of [type, `${type}; charset=UTF-8`]) {
            const answer = await tenant.scim.send(method, target, { 'Content-Type': sent }, form);
            expect(answer, `${method} ${target}`).toMatchObject({ status: 415, body: scimError(415) });
            const { detail } = objectOf(answer.body);
            for (const named of ['application/scim+json', 'application/json', type]) {
              expect(detail).toContain(named);
            }
          }
        }
      });
    },
  );

  it('is 415 to the directory API, as a problem', { tags: ['mistake-27'] }, async () => {
    const { api, directoryId } = await connectPlain(server);
    for (const target of ['/v1/directories', `/v1/directories/${directoryId}/tokens`]) {
      const answer = await api.send('POST', target, form, { 'Content-Type': type });
      expect(answer, target).toMatchObject({ status: 415, body: problem(415, 'unsupported_media_type') });
      expect(objectOf(answer.body)['detail']).toContain(type);
    }
  });

  it(
    'asks for a token where no token endpoint is, and is told 404',
    { tags: ['rfc-15', 'mistake-27'] },
    async () => {
      const { api, token, scimBaseUrl } = await connectPlain(server);
      const { pathname } = new URL(scimBaseUrl);
      const trees = [
        ['', problem(404, 'not_found')],
        ['/v1', problem(404, 'not_found')],
        ['/scim', scimError(404)],
        ['/scim/v2', scimError(404)],
        [pathname, scimError(404)],
      ] as const;
      for (const [root, body] of trees) {
        for (const target of [`${root}/oauth/token`, `${root}/oauth2/v1/token`]) {
          for (const authorization of ['', `Bearer ${token}`, 'Basic YWNtZTpzZWNyZXQ=']) {
            const headers = { 'Content-Type': type, Authorization: authorization };
            expect(await api.send('POST', target, form, headers), target).toMatchObject({
              status: 404,
              body,
            });
          }
        }
      }
    },
  );

  it('hides no method that is not served', { tags: ['rfc-10', 'mistake-27'] }, async () => {
    const { scim, api } = await connectPlain(server);
    const headers = { 'Content-Type': type };
    for (const [method, target] of [
      ['PATCH', '/Users'],
      ['POST', '/Schemas'],
      ['PUT', '/Bulk'],
    ] as const) {
      const answer = await scim.send(method, target, headers, form);
      expect(answer, target).toMatchObject({ status: 405, body: scimError(405) });
      expect(answer.headers).toHaveProperty('allow');
    }
    const answer = await api.send('PUT', '/v1/directories', form, headers);
    expect(answer).toMatchObject({ status: 405, body: problem(405, 'method_not_allowed') });
  });

  it('lets nobody in to learn its type', { tags: ['rfc-5', 'mistake-27'] }, async () => {
    const { scim, api } = await connectPlain(server);
    const headers = { 'Content-Type': type, Authorization: '' };
    expect((await scim.send('POST', '/Users', headers, form)).body).toEqual(scimError(401));
    expect((await api.send('POST', '/v1/directories', form, headers)).status).toBe(401);
  });

  it('without a body is no hindrance to what reads none', { tags: ['mistake-27'] }, async () => {
    const tenant = await connectPlain(server);
    const id = await provision(tenant, '/Users', { schemas: [userSchema], userName: 'ada' });
    const headers = { 'Content-Type': type };
    expect((await tenant.scim.send('GET', `/Users/${id}`, headers)).status).toBe(200);
    expect((await tenant.scim.send('GET', '/ServiceProviderConfig', headers)).status).toBe(200);
    expect((await tenant.api.send('GET', '/v1/directories', undefined, headers)).status).toBe(200);
    expect((await tenant.scim.send('DELETE', `/Users/${id}`, headers, form)).status).toBe(204);
  });
});
