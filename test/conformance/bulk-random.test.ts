import fc from 'fast-check';
import { expect, it } from 'vitest';
import { runBulk } from '../harness/bulk.ts';
import { describeEachBackend } from '../harness/each-backend.ts';
import { randomRuns } from '../harness/fuzz/runs.ts';
import { okta } from '../harness/identity-providers.ts';
import type { JsonObject } from '../harness/json.ts';
import { patchRequest } from '../harness/scim-requests.ts';
import { groupSchema, userSchema } from '../harness/scim-schemas.ts';
import { createTenant } from '../harness/tenant.ts';

const user: JsonObject = { schemas: [userSchema], userName: 'ada' };
const group: JsonObject = { schemas: [groupSchema], displayName: 'G' };

describeEachBackend('Bulk', (server) => {
  it('faults no operation with the server, whatever it is', async () => {
    const tenant = await createTenant(server, { provider: 'generic', identityProvider: okta });
    const text = fc.constantFrom('bulkId:a', 'bulkId:', 'ada', '', 'bulkId:__proto__');
    const value = fc.letrec<{ any: unknown }>((tie) => ({
      any: fc.oneof(
        { maxDepth: 4 },
        text,
        fc.constantFrom(null, true, 7),
        fc.array(tie('any'), { maxLength: 3 }),
        fc.dictionary(
          fc.constantFrom(
            'schemas',
            'userName',
            'members',
            'value',
            'Operations',
            'path',
            '__proto__',
            'urn:a:b',
          ),
          tie('any'),
        ),
      ),
    })).any;
    const data = fc.oneof(
      value,
      value.map((members) => ({ ...group, members })),
      value.map((given) => ({ ...user, 'urn:acme:x': given })),
      value.map((given) => patchRequest({ op: 'add', path: 'members', value: given })),
    );
    const paths = [
      '/Users',
      '/Groups',
      '/Users/bulkId:a',
      '/Groups/bulkId:a',
      '/Users/x',
      '/Me',
      '/',
      '//',
      '',
    ];
    const operation = fc.record(
      {
        method: fc.constantFrom('POST', 'PUT', 'PATCH', 'DELETE', 'post', 'GET'),
        path: fc.constantFrom(...paths),
        bulkId: fc.constantFrom('a', 'b', '__proto__', 'constructor'),
        version: fc.constantFrom('*', 'W/"1"', ''),
        data,
      },
      { requiredKeys: ['method', 'path'] },
    );
    const operations = fc.uniqueArray(operation, {
      maxLength: 6,
      minLength: 1,
      selector: ({ bulkId }) => bulkId ?? Symbol('none'),
    });
    await fc.assert(
      fc.asyncProperty(operations, async (given) => {
        const results = await runBulk(tenant, given);
        expect(results).toHaveLength(given.length);
        for (const { status } of results) expect(status).toMatch(/^(2|4|501)/);
      }),
      randomRuns,
    );
  });
});
