import fc from 'fast-check';
import { beforeAll, describe, expect, inject, it } from 'vitest';
import { send } from '../harness/contract-fetch.ts';
import { readContract } from '../harness/contract.ts';
import { describeEachBackend } from '../harness/each-backend.ts';
import { createFullDirectory } from '../harness/fuzz/full-directory.ts';
import type { FullDirectory } from '../harness/fuzz/full-directory.ts';
import { operationsOf } from '../harness/fuzz/operations.ts';
import { hostileRequests } from '../harness/fuzz/requests.ts';
import { randomRuns } from '../harness/fuzz/runs.ts';
import { scimError } from '../harness/scim-answers.ts';

const document = await readContract(inject('servers').embedded.url);
const operations = operationsOf(document).filter(({ path }) => path.startsWith('/scim/'));

/** A long run is asked for; it takes as long as it takes. */
const timeout = 30_000 + randomRuns.numRuns * 200;

describeEachBackend('Whatever comes in, it is no fault of the server:', (server) => {
  describe.for(['compat', 'strict'] as const)('%s mode,', (mode) => {
    let directory: FullDirectory;
    beforeAll(async () => {
      directory = await createFullDirectory(server, { mode });
    });

    it.for(operations)('$method $path', { timeout, tags: ['rfc-16'] }, async (operation) => {
      const { token } = directory.tenant;
      const requests = hostileRequests(operation, directory.material(operation, document));
      const property = fc.asyncProperty(requests, async ({ target, headers, body }) => {
        const answer = await send({
          method: operation.method,
          origin: server.url,
          target,
          headers: { Authorization: `Bearer ${token}`, ...headers },
          ...(body !== undefined && { body }),
        });
        if (answer.status < 300 || answer.status === 304) return;
        // 501 is what the standard wants of /Me (RFC 7644 section 3.11).
        if (answer.status !== 501) expect(answer.status).toBeLessThan(500);
        // A request that is turned away at the door shows nothing.
        expect([401, 429]).not.toContain(answer.status);
        expect(answer.headers['content-type']).toMatch(/^application\/scim\+json/);
        expect(answer.body).toMatchObject(scimError(answer.status));
      });
      await fc.assert(property, randomRuns);
    });
  });
});
