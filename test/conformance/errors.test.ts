import { expect, it } from 'vitest';
import { describeEachBackend } from '../harness/each-backend.ts';
import { okta } from '../harness/identity-providers.ts';
import { populate } from '../harness/populate.ts';
import { scimError } from '../harness/scim-answers.ts';
import { patchRequest } from '../harness/scim-requests.ts';
import { createScimClient } from '../harness/scim-client.ts';
import { userSchema } from '../harness/scim-schemas.ts';
import { expectUnchanged } from '../harness/unchanged.ts';

const rename = { op: 'replace', path: 'title', value: 'Chief' };

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
