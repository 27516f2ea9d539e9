import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { openDatabase } from '@dirsync/example-event-consumer';
import { expect, inject, it } from 'vitest';
import { collectOutput } from '../harness/child-output.ts';
import type { ChildOutput } from '../harness/child-output.ts';
import { okta } from '../harness/identity-providers.ts';
import { idOf } from '../harness/json.ts';
import { patchRequest } from '../harness/scim-requests.ts';
import { groupSchema, userSchema } from '../harness/scim-schemas.ts';
import { root } from '../harness/server-process.ts';
import { createWorld } from '../harness/world.ts';
import { createTenant } from '../harness/tenant.ts';

interface Consumer {
  readonly output: ChildOutput;
  /** Sends a signal and waits for the end; answers the exit code. */
  end(signal: NodeJS.Signals): Promise<number | null>;
}

/** What its `pnpm start` runs. */
function startConsumer(env: Readonly<Record<string, string>>): Consumer {
  const args = [
    ...['--import', './test/harness/end-with-parent.ts', '--conditions=source'],
    'examples/event-consumer/src/main.ts',
  ];
  const child = spawn(process.execPath, args, { cwd: root, env, stdio: ['ignore', 'pipe', 'pipe', 'ipc'] });
  const closed = once(child, 'close');
  return {
    output: collectOutput(child, 'The example event-consumer'),
    async end(signal) {
      child.kill(signal);
      await closed;
      return child.exitCode;
    },
  };
}

it('the example event-consumer goes on after a crash where it was', async () => {
  const { environment } = await createWorld(inject('servers').embedded, 0);
  const { scim } = await createTenant(environment, { provider: 'okta', identityProvider: okta });
  const folder = await mkdtemp(join(tmpdir(), 'dirsync-event-consumer-'));
  const path = join(folder, 'consumer.db');
  const env = { DIRSYNC_API_KEY: environment.apiKey, DIRSYNC_URL: environment.url, DATABASE: path };
  const ada = idOf(await scim.post('/Users', { schemas: [userSchema], userName: 'ada' }));

  const first = startConsumer(env);
  await first.output.line((line) => line === 'ada joined');
  await first.output.line((line) => line === 'The tables are complete.');
  await first.end('SIGKILL');

  const group = { schemas: [groupSchema], displayName: 'Engineering', members: [{ value: ada }] };
  await scim.post('/Groups', group);
  await scim.patch(`/Users/${ada}`, patchRequest({ op: 'replace', value: { active: false } }));
  const second = startConsumer(env);
  await second.output.line((line) => line === 'ada left');
  // The mirror may be behind the audit, and another process cannot be awaited.
  const database = openDatabase(path);
  const isActive = database.prepare('select active from users where id = ?');
  while (isActive.get(ada)?.['active'] !== 0) await setTimeout(20);
  expect(await second.end('SIGTERM')).toBe(0);
  expect(second.output.lines).toEqual(['ada is in Engineering', 'ada left', 'Stopped.']);
  expect(database.prepare('select count(*) as count from memberships').get()).toEqual({ count: 1 });
  database.close();
  await rm(folder, { recursive: true });
});
