import fc from 'fast-check';
import { expect, inject, it } from 'vitest';
import { runBulk, statusesOf } from '../harness/bulk.ts';
import { readContract } from '../harness/contract.ts';
import { describeEachBackend } from '../harness/each-backend.ts';
import { createEnvironment } from '../harness/environment.ts';
import { createFullDirectory } from '../harness/fuzz/full-directory.ts';
import type { FullDirectory } from '../harness/fuzz/full-directory.ts';
import { operationsOf } from '../harness/fuzz/operations.ts';
import type { ContractOperation } from '../harness/fuzz/operations.ts';
import { validRequests } from '../harness/fuzz/requests.ts';
import type { FuzzRequest } from '../harness/fuzz/requests.ts';
import type { SharedServer } from '../harness/installation.ts';
import { objectOf, without } from '../harness/json.ts';
import type { JsonObject } from '../harness/json.ts';
import { list, scimError } from '../harness/scim-answers.ts';
import { patchRequest } from '../harness/scim-requests.ts';
import { enterpriseSchema, groupSchema, searchSchema, userSchema } from '../harness/scim-schemas.ts';
import { createApiClient } from '../harness/api-client.ts';
import type { Tenant } from '../harness/tenant.ts';
import { expectUnchanged } from '../harness/unchanged.ts';

const document = await readContract(inject('servers').embedded.url);
const operations = operationsOf(document);

/** Own and other are of one environment: only the directory is between them. */
interface Pair {
  readonly own: Tenant;
  readonly ownGroup: string;
  readonly other: Tenant;
  readonly stranger: string;
  readonly strangers: string;
}

async function createPair(server: SharedServer): Promise<Pair> {
  const [own, other] = [
    await createFullDirectory(server, { mode: 'compat' }),
    await createFullDirectory(server, { mode: 'compat' }),
  ];
  return {
    own: own.tenant,
    ownGroup: firstOf(own, 'groupId'),
    other: other.tenant,
    stranger: firstOf(other, 'userId'),
    strangers: firstOf(other, 'groupId'),
  };
}

function firstOf({ ids }: FullDirectory, name: string): string {
  const [id] = ids[name] ?? [];
  if (id === undefined) throw new Error(`Expected a ${name}.`);
  return id;
}

const user = { schemas: [userSchema], userName: 'eve' };
const group = { schemas: [groupSchema], displayName: 'Thieves' };
const title = patchRequest({ op: 'replace', path: 'title', value: 'Thief' });
const name = patchRequest({ op: 'replace', path: 'displayName', value: 'Thieves' });

/** What to send to each operation that has an id in its path; one that is not here fails its test. */
const bodies: Readonly<Record<string, JsonObject | undefined>> = {
  scimGetUser: undefined,
  scimReplaceUser: user,
  scimPatchUser: title,
  scimDeleteUser: undefined,
  scimGetGroup: undefined,
  scimReplaceGroup: group,
  scimPatchGroup: name,
  scimDeleteGroup: undefined,
};
const withIds = operations.filter(({ path }) => /^\/scim\/.*\{(?:user|group)Id\}/.test(path));

/** Requests that name somebody of the other directory inside their body, and what comes of them: a refusal or nothing. */
const references: readonly (readonly [
  what: string,
  send: (pair: Pair) => Promise<unknown>,
  expected: JsonObject,
])[] = [
  [
    'a new group with one of its users',
    ({ own, stranger }) => own.scim.post('/Groups', { ...group, members: [{ value: stranger }] }),
    { status: 400, body: scimError(400, 'invalidValue') },
  ],
  [
    'a new group with one of its groups',
    ({ own, strangers }) => own.scim.post('/Groups', { ...group, members: [{ value: strangers }] }),
    { status: 400, body: scimError(400, 'invalidValue') },
  ],
  [
    'a PUT of a group with one of its users',
    ({ own, ownGroup, stranger }) =>
      own.scim.put(`/Groups/${ownGroup}`, { ...group, members: [{ value: stranger }] }),
    { status: 400, body: scimError(400, 'invalidValue') },
  ],
  ...['add', 'replace'].map(
    (op) =>
      [
        `a PATCH to ${op} one of its users`,
        ({ own, ownGroup, stranger }: Pair) =>
          own.scim.patch(
            `/Groups/${ownGroup}`,
            patchRequest({ op, path: 'members', value: [{ value: stranger }] }),
          ),
        { status: 400, body: scimError(400, 'invalidValue') },
      ] as const,
  ),
  [
    'a PATCH to remove one of its users by a list',
    ({ own, ownGroup, stranger }) =>
      own.scim.patch(
        `/Groups/${ownGroup}`,
        patchRequest({ op: 'remove', path: 'members', value: [{ value: stranger }] }),
      ),
    { status: 204 },
  ],
  [
    'a PATCH to remove one of its users by a filter',
    ({ own, ownGroup, stranger }) =>
      own.scim.patch(
        `/Groups/${ownGroup}`,
        patchRequest({ op: 'remove', path: `members[value eq "${stranger}"]` }),
      ),
    { status: 204 },
  ],
  [
    'a PATCH that adds one of its users and removes whoever is a user',
    ({ own, ownGroup, stranger }) =>
      own.scim.patch(
        `/Groups/${ownGroup}`,
        patchRequest(
          { op: 'add', path: 'members', value: [{ value: stranger }] },
          { op: 'remove', path: 'members[type eq "User"]' },
        ),
      ),
    { status: 400, body: scimError(400, 'invalidValue') },
  ],
  ...['userName', 'id', 'groups.value', 'manager'].map(
    (path) =>
      [
        `a filter on users by ${path}`,
        ({ own, stranger, strangers }: Pair) =>
          own.scim.get(
            `/Users?filter=${encodeURIComponent(`${path} eq "${path === 'groups.value' ? strangers : stranger}"`)}`,
          ),
        { status: 200, body: list([]) },
      ] as const,
  ),
  [
    'a filter on groups by id',
    ({ own, strangers }) => own.scim.get(`/Groups?filter=${encodeURIComponent(`id eq "${strangers}"`)}`),
    { status: 200, body: list([]) },
  ],
  ...['/Users', '/Groups', ''].map(
    (endpoint) =>
      [
        `a search of ${endpoint || 'the root'} by id`,
        ({ own, stranger, strangers }: Pair) =>
          own.scim.post(`${endpoint}/.search`, {
            schemas: [searchSchema],
            filter: `id eq "${stranger}" or id eq "${strangers}"`,
          }),
        { status: 200, body: list([]) },
      ] as const,
  ),
  [
    'a page behind a cursor of its list',
    async ({ own, other }) => {
      const { nextCursor } = objectOf((await other.scim.get('/Users?cursor=&count=1')).body);
      return own.scim.get(`/Users?cursor=${String(nextCursor)}&count=1`);
    },
    { status: 400, body: scimError(400, 'invalidCursor') },
  ],
  [
    'a filter on groups by members',
    ({ own, stranger }) => own.scim.get(`/Groups?filter=${encodeURIComponent(`members eq "${stranger}"`)}`),
    { status: 200, body: list([]) },
  ],
];

describeEachBackend('To one directory, another is not there:', (server) => {
  it.for(withIds)(
    '$method $path is 404',
    { tags: ['mistake-43', 'rfc-6', 'rfc-111'] },
    async ({ id, method, path }) => {
      const { own, other, stranger, strangers } = await createPair(server);
      expect(Object.keys(bodies)).toContain(id);
      const target = path
        .replace('/scim/v2/{directoryId}', '')
        .replace('{userId}', stranger)
        .replace('{groupId}', strangers);
      await expectUnchanged(other, () =>
        expectUnchanged(own, async () => {
          const answer = await own.scim.send(method, target, {}, bodies[id]);
          expect(answer).toMatchObject({ status: 404, body: scimError(404) });
        }),
      );
    },
  );

  it.for(references)('%s', { tags: ['mistake-43'] }, async ([, request, expected]) => {
    const pair = await createPair(server);
    await expectUnchanged(pair.other, () =>
      expectUnchanged(pair.own, async () => {
        expect(await request(pair)).toMatchObject(expected);
      }),
    );
  });

  it('every path of a bulk request is 404', { tags: ['mistake-43'] }, async () => {
    const { own, other, stranger, strangers } = await createPair(server);
    await expectUnchanged(other, () =>
      expectUnchanged(own, async () => {
        const results = await runBulk(own, [
          { method: 'PUT', path: `/Users/${stranger}`, data: user },
          { method: 'PATCH', path: `/Users/${stranger}`, data: title },
          { method: 'DELETE', path: `/Users/${stranger}` },
          { method: 'PUT', path: `/Groups/${strangers}`, data: group },
          { method: 'PATCH', path: `/Groups/${strangers}`, data: name },
          { method: 'DELETE', path: `/Groups/${strangers}` },
        ]);
        expect(statusesOf(results)).toEqual(Array(6).fill('404'));
      }),
    );
  });

  it(
    'a manager from it stays a text, and shows nothing of anybody',
    { tags: ['mistake-43', 'rfc-39'] },
    async () => {
      const { own, other, stranger } = await createPair(server);
      await expectUnchanged(other, async () => {
        const answer = await own.scim.post('/Users', {
          ...user,
          [enterpriseSchema]: { manager: { value: stranger } },
        });
        expect(answer).toMatchObject({ status: 201 });
        expect(answer.text).not.toContain('Lovelace');
      });
    },
  );
});

const environmental = operations.filter(({ security, path }) => security === 'apiKey' && path.includes('{'));

describeEachBackend('To one environment, another is not there:', (server) => {
  it(
    'every operation with an id of it is 404, and nothing changes',
    { tags: ['mistake-43', 'rfc-6'] },
    async () => {
      const owner = await createFullDirectory(server, { mode: 'compat' });
      const stranger = createApiClient(await createEnvironment(server));
      const seen = () => readEverything(owner);
      const before = await seen();
      for (const operation of environmental) {
        const { target, headers, body } = requestWith(owner, operation);
        const answer = await stranger.send(operation.method, target, body, headers);
        expect(answer, `${operation.method} ${target}`).toMatchObject({
          status: 404,
          body: { code: 'not_found' },
        });
      }
      expect(await seen()).toEqual(before);
      await owner.tenant.expectNoEvents();
    },
  );
});

/** A request that the contract allows, with the first id of each kind. */
function requestWith(owner: FullDirectory, operation: ContractOperation): FuzzRequest {
  const { parameters, ...material } = owner.material(operation, document);
  const first = Object.fromEntries(
    operation.parameters
      .filter((parameter) => parameter.in === 'path')
      .map(({ name: parameter }) => [parameter, fc.constant(firstOf(owner, parameter))]),
  );
  const own = { ...material, parameters: { ...parameters, ...first } };
  const required = { ...operation, parameters: operation.parameters.filter(({ isRequired }) => isRequired) };
  const [request] = fc.sample(validRequests(required, own), { numRuns: 1, seed: 1 });
  if (request === undefined) throw new Error('Expected a request.');
  return request;
}

/** What the owner reads of the directory, its credentials and what is set of its endpoint. */
async function readEverything({ tenant, ids }: FullDirectory): Promise<readonly unknown[]> {
  const { api, directoryId } = tenant;
  const answers = [];
  for (const path of ['', '/users', '/groups', '/tokens']) {
    const { body } = await api.send('GET', `/v1/directories/${directoryId}${path}`);
    // The cursor stands where the whole log ends, which other tests write too.
    answers.push(without(objectOf(body), 'eventCursor'));
  }
  const endpoint = objectOf((await api.send('GET', `/v1/webhook-endpoints/${ids['endpointId']?.[0]}`)).body);
  // The rest tells how its deliveries go.
  const { id, url, eventTypes, directoryIds, createdAt } = endpoint;
  return [...answers, { id, url, eventTypes, directoryIds, createdAt }];
}
