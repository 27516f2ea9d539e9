import { v7 as uuidV7 } from 'uuid';
import { expect, it } from 'vitest';
import type { AnyCall, AnyReply, Handlers } from './contract.ts';
import { createSecretBox } from './delivery/secret-box.ts';
import type { SecretBox } from './delivery/secret-box.ts';
import { createDirectory } from './directory/directories.ts';
import { createIdempotentCalls } from './idempotent-calls.ts';
import type { RunIdempotent } from './idempotent-calls.ts';
import { answerExpiry } from './relay/answer-expiry.ts';
import type { Wake, WakeChannel } from './relay/wake.ts';
import type { Database, Statement } from './store/database.ts';
import { listDirectories } from './store/directories.ts';
import { onEachDatabase, onPostgres } from './store/testing/databases.ts';
import { seedEnvironment } from './store/testing/seed.ts';

interface World {
  readonly run: RunIdempotent;
  readonly woken: readonly WakeChannel[];
  /** How many directories there are. */
  readonly count: () => Promise<number>;
  readonly call: (name: string) => AnyCall;
}

interface WorldOptions {
  readonly environmentId?: string;
  readonly secretBox?: SecretBox;
  readonly now?: () => Date;
  /** What the handler does after its effect, before its answer. */
  readonly pause?: () => Promise<void>;
}

const secretBox = createSecretBox(Buffer.alloc(32, 1));

/** One handler, which makes a directory, and its environment. */
async function createWorld(database: Database, options: WorldOptions = {}): Promise<World> {
  const { environmentId = await seedEnvironment(database), pause, now } = options;
  const woken: WakeChannel[] = [];
  const wake: Wake = {
    notify: (channel) => void woken.push(channel),
    subscribe: () => () => undefined,
    close: async () => undefined,
  };
  const handlersOn = (on: Database, waking: Wake): Handlers => {
    const handler = async ({ body }: AnyCall): Promise<AnyReply> => {
      // A transaction of its own, as some handlers have.
      const row = await on.transaction((tx) => createDirectory(tx, environmentId, body as { name: string }));
      waking.notify('dirsync_inbox');
      await pause?.();
      return { status: 201, body: { id: row.id }, headers: { Location: `/${row.id}` } };
    };
    // The others are not called.
    return { createDirectory: handler } as unknown as Handlers;
  };
  const shared = { database, wake, secretBox: options.secretBox ?? secretBox, handlersOn };
  return {
    run: createIdempotentCalls({ ...shared, ...(now && { now }) }),
    woken,
    count: async () => (await listDirectories(database, environmentId, { limit: 100 })).length,
    call: (name) => ({
      path: {},
      query: {},
      body: { name },
      principal: { environmentId, apiKeyId: uuidV7() },
      headers: new Headers(),
      requestId: 'request',
      signal: new AbortController().signal,
    }),
  };
}

const readAnswers: Statement = {
  name: 'testing.answers',
  text: `select encode(answer_encrypted, 'escape') as answer from idempotency_answers`,
};

onEachDatabase((test) => {
  it('a repeated call has its effect once and gets the same answer, status and headers included', async () => {
    const { run, call, count, woken } = await createWorld(test.database);
    const first = await run('createDirectory', call('Acme'), 'key');
    const second = await run('createDirectory', call('Acme'), 'key');
    expect(first).toMatchObject({ isReplayed: false, reply: { status: 201 } });
    expect(second).toEqual({ isReplayed: true, reply: first.reply });
    expect(await count()).toBe(1);
    // After the commit, and only for the one that did something.
    expect(woken).toEqual(['dirsync_inbox']);
  });

  it('another key is another call', async () => {
    const { run, call, count } = await createWorld(test.database);
    await run('createDirectory', call('Acme'), 'key');
    await run('createDirectory', call('Acme'), 'Key');
    expect(await count()).toBe(2);
  });

  it('the same key in another environment is another call', async () => {
    const one = await createWorld(test.database);
    const other = await createWorld(test.database);
    await one.run('createDirectory', one.call('Acme'), 'key');
    const answer = await other.run('createDirectory', other.call('Acme'), 'key');
    expect(answer.isReplayed).toBe(false);
    expect(await other.count()).toBe(1);
  });

  it('the same key with another body is refused and changes nothing', async () => {
    const { run, call, count } = await createWorld(test.database);
    await run('createDirectory', call('Acme'), 'key');
    const refused = run('createDirectory', call('Globex'), 'key');
    await expect(refused).rejects.toMatchObject({ code: 'idempotency_key_reused', status: 409 });
    expect(await count()).toBe(1);
  });

  it('of a call that fails after its effect, neither effect nor answer nor wake remains, and it may run again', async () => {
    const { database } = test;
    const environmentId = await seedEnvironment(database);
    const failing = await createWorld(database, {
      environmentId,
      pause: () => Promise.reject(new Error('Broken.')),
    });
    await expect(failing.run('createDirectory', failing.call('Acme'), 'key')).rejects.toThrow('Broken.');
    expect(await failing.count()).toBe(0);
    expect(failing.woken).toEqual([]);
    const working = await createWorld(database, { environmentId });
    expect(await working.run('createDirectory', working.call('Acme'), 'key')).toMatchObject({
      isReplayed: false,
    });
  });

  it('an effect whose answer cannot be kept is undone', async () => {
    const broken: SecretBox = {
      ...secretBox,
      encrypt() {
        throw new Error('No key.');
      },
    };
    const { run, call, count } = await createWorld(test.database, { secretBox: broken });
    await expect(run('createDirectory', call('Acme'), 'key')).rejects.toThrow('No key.');
    expect(await count()).toBe(0);
  });

  it('an answer is kept for 24 hours, and then removed', async () => {
    let now = new Date('2026-11-25T10:00:00Z');
    const { database } = test;
    const { run, call, count } = await createWorld(database, { now: () => now });
    await run('createDirectory', call('Acme'), 'key');
    now = new Date('2026-11-26T09:59:59Z');
    expect(await run('createDirectory', call('Acme'), 'key')).toMatchObject({ isReplayed: true });
    now = new Date('2026-11-26T10:00:01Z');
    // It is still in the table: whoever comes now does not get it.
    expect(await run('createDirectory', call('Globex'), 'key')).toMatchObject({ isReplayed: false });
    expect(await count()).toBe(2);
    now = new Date('2026-12-24T00:00:00Z');
    const chore = answerExpiry({ now: () => now, batchSize: 1 });
    while (await database.transaction((tx) => chore.run(tx)));
    expect(await database.query(readAnswers)).toEqual([]);
  });

  it('what is stored does not show the answer', async () => {
    const { run, call } = await createWorld(test.database);
    const { reply } = await run('createDirectory', call('Acme'), 'key');
    const rows = await test.database.query<{ answer: string }>(readAnswers);
    expect(rows.length).toBeGreaterThan(0);
    const { id } = reply.body as { id: string };
    for (const { answer } of rows) expect(answer).not.toMatch(new RegExp(`${id}|status|Location`));
  });
});

onPostgres((test) => {
  it('the twin of a call at work, in another process, is told to come again, and then gets the answer', async () => {
    const environmentId = await seedEnvironment(test.database);
    const { promise: atWork, resolve: begin } = Promise.withResolvers<void>();
    const { promise: released, resolve: release } = Promise.withResolvers<void>();
    const slow = await createWorld(test.database, {
      environmentId,
      pause: () => {
        begin();
        return released;
      },
    });
    const other = await createWorld(test.connectAgain(), { environmentId });
    const first = slow.run('createDirectory', slow.call('Acme'), 'key');
    await atWork;
    await expect(other.run('createDirectory', other.call('Acme'), 'key')).rejects.toMatchObject({
      fault: { code: 'idempotency_key_in_use', status: 409 },
      retryAfterSeconds: 1,
    });
    release();
    const { reply } = await first;
    expect(await other.run('createDirectory', other.call('Acme'), 'key')).toEqual({
      isReplayed: true,
      reply,
    });
    expect(await other.count()).toBe(1);
  });

  it('of many at once, one has the effect', async () => {
    const { run, call, count } = await createWorld(test.database);
    const calls = Array.from({ length: 20 }, () => run('createDirectory', call('Acme'), 'key'));
    const ends = await Promise.allSettled(calls);
    const answers = ends.flatMap((end) => (end.status === 'fulfilled' ? [end.value] : []));
    expect(answers.filter(({ isReplayed }) => !isReplayed)).toHaveLength(1);
    expect(await count()).toBe(1);
  });
});
