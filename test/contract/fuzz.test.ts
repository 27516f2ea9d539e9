import fc from 'fast-check';
import { beforeAll, describe, expect, inject, it } from 'vitest';
import { send } from '../harness/contract-fetch.ts';
import type { Answer } from '../harness/contract-fetch.ts';
import { readContract } from '../harness/contract.ts';
import { describeEachBackend } from '../harness/each-backend.ts';
import { createEnvironment } from '../harness/environment.ts';
import { createFullDirectory } from '../harness/fuzz/full-directory.ts';
import type { FullDirectory } from '../harness/fuzz/full-directory.ts';
import { operationsOf } from '../harness/fuzz/operations.ts';
import type { ContractOperation } from '../harness/fuzz/operations.ts';
import { hostileRequests, validRequests } from '../harness/fuzz/requests.ts';
import type { FuzzRequest } from '../harness/fuzz/requests.ts';
import { randomRuns } from '../harness/fuzz/runs.ts';
import type { ServerAddress } from '../harness/installation.ts';

// Every answer is held against the contract, by `send` here and by the server itself before it goes out.

const document = await readContract(inject('servers').embedded.url);
const operations = operationsOf(document);
const runs = { ...randomRuns, numRuns: Math.ceil(randomRuns.numRuns / 2) };

/** A long run takes as long as it takes. */
const timeout = 30_000 + randomRuns.numRuns * 200;

describeEachBackend('Requests made from the contract get answers that it declares:', (server) => {
  // Of its own, so that the endpoints that come up get no events of other tests.
  let environment: ServerAddress;
  let directory: FullDirectory;
  beforeAll(async () => {
    environment = await createEnvironment(server);
    directory = await createFullDirectory(environment, { mode: 'compat' });
  });
  /** What one operation deletes the next one finds again. */
  async function prepare({ method }: ContractOperation): Promise<void> {
    if (method === 'DELETE') directory = await createFullDirectory(environment, { mode: 'compat' });
  }

  async function request(
    operation: ContractOperation,
    { target, headers, body }: FuzzRequest,
  ): Promise<Answer> {
    const { method, security } = operation;
    const credential = security === 'directoryToken' ? directory.tenant.token : environment.apiKey;
    return send({
      method,
      origin: server.url,
      target,
      headers: { ...(security !== 'none' && { Authorization: `Bearer ${credential}` }), ...headers },
      ...(body !== undefined && { body }),
    });
  }

  describe('allowed ones,', () => {
    it.for(operations)('$method $path', { timeout }, async (operation) => {
      await prepare(operation);
      const requests = validRequests(operation, directory.material(operation, document));
      const property = fc.asyncProperty(requests, async (valid) => {
        const answer = await request(operation, valid);
        if (answer.status !== 501) expect(answer.status).toBeLessThan(500);
        // SCIM asks for more than its schemas can say; the directory API has said all.
        if (!operation.path.startsWith('/scim/')) {
          expect(answer.body).not.toMatchObject({ code: 'invalid_request' });
        }
      });
      await fc.assert(property, runs);
    });
  });

  describe('any others,', () => {
    it.for(operations)('$method $path', { timeout }, async (operation) => {
      await prepare(operation);
      const requests = hostileRequests(operation, directory.material(operation, document));
      const property = fc.asyncProperty(requests, async (hostile) => {
        const answer = await request(operation, hostile);
        if (answer.status !== 501) expect(answer.status).toBeLessThan(500);
      });
      await fc.assert(property, runs);
    });
  });
});
