import { expect, it } from 'vitest';
import { describeEachBackend } from '../harness/each-backend.ts';
import { okta } from '../harness/identity-providers.ts';
import { scimError } from '../harness/scim-answers.ts';
import { userSchema } from '../harness/scim-schemas.ts';
import { createTenant } from '../harness/tenant.ts';

describeEachBackend('/Me', (server) => {
  it.for(['GET', 'POST', 'PUT', 'PATCH', 'DELETE'])(
    'answers 501 to %s',
    { tags: ['rfc-125'] },
    async (method) => {
      const tenant = await createTenant(server, { provider: 'generic', identityProvider: okta });
      const body = { schemas: [userSchema], userName: 'me' };
      const hasBody = method !== 'GET' && method !== 'DELETE';
      const answer = await tenant.scim.send(
        method,
        '/Me?attributes=userName',
        {},
        hasBody ? body : undefined,
      );
      expect(answer).toMatchObject({
        status: 501,
        headers: { 'content-type': 'application/scim+json' },
        body: scimError(501),
      });
      await tenant.events.take(1);
      await tenant.expectNoEvents();
    },
  );

  it('answers 401 without a token, as every endpoint does', async () => {
    const { scim } = await createTenant(server, { provider: 'generic', identityProvider: okta });
    const answer = await scim.send('GET', '/Me', { Authorization: '' });
    expect(answer).toMatchObject({ status: 401, body: scimError(401) });
  });
});
