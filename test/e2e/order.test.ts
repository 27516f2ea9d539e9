import type { Dirsync, DirectoryEvent } from '@dirsync/client';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { concurrently } from '../harness/concurrently.ts';
import type { Answer } from '../harness/contract-fetch.ts';
import { describeEachInstallation } from '../harness/each-installation.ts';
import { okta } from '../harness/identity-providers.ts';
import type { ServerAddress } from '../harness/installation.ts';
import { idOf } from '../harness/json.ts';
import { contentsOf, createMirror, listInto } from '../harness/mirror.ts';
import { createRandom } from '../harness/random.ts';
import { startReceiver } from '../harness/receiver.ts';
import type { ScimClient } from '../harness/scim-client.ts';
import { patchRequest } from '../harness/scim-requests.ts';
import { groupSchema, userSchema } from '../harness/scim-schemas.ts';
import type { ServerProcess } from '../harness/server-process.ts';
import { createTenant } from '../harness/tenant.ts';

/** On PostgreSQL; on the embedded database it is a fifth. */
const changes = Number(process.env['ORDER_TEST_CHANGES'] ?? 10_000);
const [userCount, groupCount] = [200, 20];
const seed = Date.now() % 100_000;

/** Requests that change one of these users or groups at random, many at once: some meet what is gone by then. */
function createChanger(scim: ScimClient, random: () => number) {
  const below = (limit: number): number => Math.floor(random() * limit);
  const users: string[] = [];
  const groups: string[] = [];
  let made = 0;

  const createUser = async (): Promise<string> => {
    made += 1;
    return idOf(await scim.post('/Users', { schemas: [userSchema], userName: `user-${made}` }));
  };
  const createGroup = async (): Promise<string> => {
    made += 1;
    return idOf(await scim.post('/Groups', { schemas: [groupSchema], displayName: `group-${made}` }));
  };
  const someMembers = () => Array.from({ length: 1 + below(4) }, () => ({ value: users[below(userCount)] }));

  async function changeGroup(target: string): Promise<Answer> {
    const displayName = `renamed-${below(1000)}`;
    const operations = [
      { op: 'replace', value: { displayName } },
      { op: 'replace', path: 'members', value: someMembers() },
      { op: 'remove', path: `members[value eq "${users[below(userCount)]}"]` },
      { op: 'remove', path: 'members', value: someMembers() },
    ];
    const add = { op: 'add', path: 'members', value: someMembers() };
    return scim.patch(target, patchRequest(operations[below(8)] ?? add));
  }

  async function changeUser(target: string): Promise<Answer> {
    const values = [
      { active: random() < 0.5 },
      { title: `${below(5)}` },
      { displayName: `${below(5)}`, active: true },
    ];
    return scim.patch(target, patchRequest({ op: 'replace', value: values[below(3)] }));
  }

  /** Puts another one in the place of one that goes. */
  async function renew(ids: string[], number: number, endpoint: string, create: () => Promise<string>) {
    const gone = ids[number];
    ids[number] = await create();
    return scim.delete(`${endpoint}/${gone}`);
  }

  return {
    async fill() {
      users.push(...(await concurrently(userCount, createUser)));
      groups.push(...(await concurrently(groupCount, createGroup)));
    },
    async change(): Promise<void> {
      const dice = random();
      const [user, group] = [below(userCount), below(groupCount)];
      let answer: Answer;
      if (dice < 0.03) answer = await renew(users, user, '/Users', createUser);
      else if (dice < 0.04) answer = await renew(groups, group, '/Groups', createGroup);
      else if (dice < 0.5) answer = await changeGroup(`/Groups/${groups[group]}`);
      else answer = await changeUser(`/Users/${users[user]}`);
      // A name that is taken, a member or a resource that is gone: nothing has changed then.
      expect([200, 204, 400, 404, 409]).toContain(answer.status);
    },
  };
}

/** The log up to the event that tells of the last user. */
async function readUntil(
  dirsync: Dirsync,
  directoryId: string,
  last: string,
): Promise<readonly DirectoryEvent[]> {
  const events: DirectoryEvent[] = [];
  let after: string | undefined;
  for (;;) {
    const page = await dirsync.events.list({
      directoryId,
      limit: 200,
      waitSeconds: 20,
      ...(after && { after }),
    });
    if (page.data.length === 0) throw new Error('Expected the event of the last user.');
    events.push(...page.data);
    after = page.nextCursor;
    if (page.data.some(({ data }) => 'user' in data && data.user.id === last)) return events;
  }
}

describeEachInstallation('A copy of a directory', (installation) => {
  let server: ServerProcess & ServerAddress;
  beforeAll(async () => {
    server = await installation().start({ args: ['--conditions=source', 'test/harness/mortal-server.ts'] });
  });
  afterAll(() => server?.stop());

  it(
    'is exact, by webhooks applied blindly and by a list with what follows it',
    { timeout: 600_000 },
    async () => {
      await using receiver = await startReceiver();
      const { dirsync, directoryId, scim } = await createTenant(server, {
        provider: 'okta',
        identityProvider: okta,
      });
      await dirsync.directories.update(directoryId, { settings: { safeguard: { enabled: false } } });
      receiver.secret = (
        await dirsync.webhookEndpoints.create({ url: receiver.url, directoryIds: [directoryId] })
      ).secret;
      const random = createRandom(seed);
      // One call in five fails, so that much is sent out of step and again.
      const refused = new Set<string>();
      receiver.mode = (id) => {
        if (refused.has(id) || random() >= 0.2) return 'accept';
        refused.add(id);
        return 'refuse';
      };
      const changer = createChanger(scim, random);
      await changer.fill();

      const count = installation().env['DATABASE_URL'] === undefined ? changes / 5 : changes;
      const listed = createMirror();
      let listing: Promise<string> | undefined;
      await concurrently(count, async (number) => {
        // In the midst of it all.
        if (number === Math.floor(count / 3)) listing = listInto(listed, dirsync, directoryId);
        await changer.change();
      });

      const last = idOf(await scim.post('/Users', { schemas: [userSchema], userName: 'last' }));
      const log = await readUntil(dirsync, directoryId, last);
      expect(log.map(({ sequence }) => sequence)).toEqual(log.map((_, index) => index + 1));
      const actual = createMirror();
      await listInto(actual, dirsync, directoryId);
      const accepted = await receiver.accept(log.length);

      const received = createMirror();
      for (const { body } of accepted) received.apply(JSON.parse(body) as DirectoryEvent);
      expect(contentsOf(received)).toEqual(contentsOf(actual));

      const cursor = await listing;
      if (cursor === undefined) throw new Error('Expected a list.');
      let tail = 0;
      for await (const event of dirsync.events.list({ directoryId, after: cursor, limit: 200 })) {
        listed.applyNewer(event);
        tail += 1;
      }
      expect(contentsOf(listed)).toEqual(contentsOf(actual));
      console.log(
        `${count} random changes (seed ${seed}): ${log.length} events, ` +
          `${receiver.received.length - accepted.length} refused once, ${tail} read behind the list`,
      );
    },
  );
});
