import { expect, it } from 'vitest';
import { v7 as uuidV7 } from 'uuid';
import { createApp } from './app.ts';
import { createDirectoryToken, hashSecret } from './directory/secrets.ts';
import { createLenienceCounter } from './directory/lenience-counter.ts';
import { createHandlers } from './handlers/create-handlers.ts';
import type { Services } from './handlers/services.ts';
import { createAdmission } from './http/admission.ts';
import { createAuthenticate } from './http/authenticate.ts';
import { createLogger } from './logger.ts';
import type { Database, Queryable } from './store/database.ts';
import { insertDirectoryToken } from './store/directory-tokens.ts';
import { onEachDatabase } from './store/testing/databases.ts';
import { seedDirectory, seedEnvironment } from './store/testing/seed.ts';

const core = 'urn:ietf:params:scim:schemas:core:2.0';
const patchOp = 'urn:ietf:params:scim:api:messages:2.0:PatchOp';

/** Counts what goes to the database and back: statements, and the begin and the end of a transaction. */
function countRoundTrips(database: Database): { readonly counted: Database; readonly count: () => number } {
  let roundTrips = 0;
  const counting = (queryable: Queryable): Queryable => ({
    query(statement, values) {
      roundTrips += 1;
      return queryable.query(statement, values);
    },
  });
  const counted: Database = {
    ...database,
    ...counting(database),
    transaction(run) {
      roundTrips += 2;
      return database.transaction((tx) => run(counting(tx)));
    },
  };
  return { counted, count: () => roundTrips };
}

/** The members of answers that are looked at. */
interface Answer {
  readonly id: string;
  /** Of a bulk request. */
  readonly Operations?: readonly { readonly location: string }[];
  /** Of a group. */
  readonly members?: readonly unknown[];
}

onEachDatabase((test) => {
  async function startApp() {
    const { database } = test;
    const { counted, count } = countRoundTrips(database);
    const environmentId = await seedEnvironment(database);
    const directoryId = await seedDirectory(database, environmentId);
    const token = createDirectoryToken();
    await insertDirectoryToken(database, {
      environmentId,
      directoryId,
      id: uuidV7(),
      hash: hashSecret(token),
    });
    const publicUrl = 'http://dirsync.example';
    const wake = { notify: () => undefined, subscribe: () => () => undefined, close: async () => undefined };
    const admission = createAdmission({ perSecond: undefined });
    const leniences = createLenienceCounter({
      ...{ database: counted, onError: () => undefined },
      // They are written behind the requests.
      delayMs: 0x7fff_ffff,
    });
    // What SCIM requests use of it.
    const services = { database: counted, wake, publicUrl } as Partial<Services> as Services;
    const app = createApp({
      handlers: createHandlers(services),
      authenticate: createAuthenticate({
        ...{ database: counted, wake, publicUrl, operatorKey: undefined, metricsToken: undefined },
        ...{ directoryAdmission: admission, apiKeyAdmission: admission, leniences },
      }),
      runIdempotent: () => Promise.reject(new Error('No SCIM request has an idempotency key.')),
      logger: createLogger('silent'),
    });

    async function send(method: string, path: string, body?: object): Promise<Answer> {
      const response = await app.request(`${publicUrl}/scim/v2/${directoryId}${path}`, {
        method,
        headers: { authorization: `Bearer ${token}`, 'content-type': 'application/scim+json' },
        ...(body && { body: JSON.stringify(body) }),
      });
      expect(response.status).toBeLessThan(300);
      return response.status === 204 ? { id: '' } : ((await response.json()) as Answer);
    }

    async function costOf(method: string, path: string, body?: object): Promise<number> {
      const before = count();
      await send(method, path, body);
      return count() - before;
    }

    // The first request of a directory activates it.
    const user = { schemas: [`${core}:User`], userName: 'ada' };
    const { id: userId } = await send('POST', '/Users', user);
    const { id: groupId } = await send('POST', '/Groups', {
      schemas: [`${core}:Group`],
      displayName: 'Engines',
    });
    return { send, costOf, userId, groupId };
  }

  it('asks the database as seldom as design section 12 says', async () => {
    const { costOf, userId, groupId } = await startApp();
    const user = (userName: string, title = 'Engineer') => ({ schemas: [`${core}:User`], userName, title });
    const patch = (op: string, path: string, value: unknown) => ({
      schemas: [patchOp],
      Operations: [{ op, path, value }],
    });
    expect(await costOf('POST', '/Users', user('grace'))).toBe(2);
    expect(await costOf('GET', `/Users/${userId}`)).toBe(2);
    expect(await costOf('GET', `/Users?filter=${encodeURIComponent('userName eq "ada"')}`)).toBe(2);
    expect(await costOf('PUT', `/Users/${userId}`, user('ada'))).toBe(3);
    expect(await costOf('PATCH', `/Users/${userId}`, patch('replace', 'title', 'Countess'))).toBe(3);
    // A lenience costs nothing.
    expect(await costOf('PATCH', `/Users/${userId}`, patch('Replace', 'title', 'Lady'))).toBe(3);
    expect(await costOf('PATCH', `/Groups/${groupId}`, patch('add', 'members', [{ value: userId }]))).toBe(2);
    expect(await costOf('PATCH', `/Groups/${groupId}`, patch('replace', 'displayName', 'Looms'))).toBe(3);
  });

  it('changes 256 or 1,000 members of a group in one statement, as it does one', async () => {
    const { send, costOf, groupId } = await startApp();
    const create = (_: unknown, number: number): object => ({
      ...{ method: 'POST', path: '/Users', bulkId: `b${number}` },
      data: { schemas: [`${core}:User`], userName: `user-${number}` },
    });
    const { Operations: created = [] } = await send('POST', '/Bulk', {
      schemas: ['urn:ietf:params:scim:api:messages:2.0:BulkRequest'],
      Operations: Array.from({ length: 1000 }, create),
    });
    const ids = created.map(({ location }) => location.slice(location.lastIndexOf('/') + 1));
    expect(new Set(ids).size).toBe(1000);
    const members = (count: number): object[] => ids.slice(0, count).map((value) => ({ value }));
    const patch = (...operations: readonly object[]): object => ({
      schemas: [patchOp],
      Operations: operations,
    });
    const path = 'members';
    const named = (some: readonly string[]): string => some.map((id) => `value eq "${id}"`).join(' or ');
    const removals = ids.slice(0, 256).map((id) => ({ op: 'remove', path: `members[value eq "${id}"]` }));

    const changes: readonly (readonly [body: object, membersAfter: number])[] = [
      [patch({ op: 'add', path, value: members(1) }), 1],
      [patch({ op: 'add', path, value: members(256) }), 256],
      [patch({ op: 'add', path, value: members(1000) }), 1000],
      [patch(...removals), 744],
      [patch({ op: 'remove', path, value: members(1000) }), 0],
      [patch({ op: 'replace', path, value: members(1000) }), 1000],
      [patch({ op: 'replace', path, value: members(256) }), 256],
      [patch({ op: 'remove', path: `members[${named(ids.slice(0, 128))}]` }), 128],
      [patch({ op: 'replace', path: `members[${named(ids.slice(128, 130))}]`, value: [] }), 126],
      [patch({ op: 'remove', path }), 0],
    ];
    for (const [body, membersAfter] of changes) {
      // One for the token, one for the change and its events.
      expect(await costOf('PATCH', `/Groups/${groupId}`, body)).toBe(2);
      expect((await send('GET', `/Groups/${groupId}`)).members ?? []).toHaveLength(membersAfter);
    }
  });

  it('reads the members of a group for those that are chosen by what they are', async () => {
    const { costOf, userId, groupId } = await startApp();
    const cost = (...operations: readonly object[]): Promise<number> =>
      costOf('PATCH', `/Groups/${groupId}`, { schemas: [patchOp], Operations: operations });
    const add = { op: 'add', path: 'members', value: [{ value: userId }] };
    const remove = { op: 'remove', path: 'members[type eq "User"]' };
    // The token; the group and its members; the change.
    expect(await cost(remove)).toBe(4);
    // Also what those are that are added before.
    expect(await cost(add, remove)).toBe(5);
  });
});
