import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { createEvent, signEvent, testSecret } from '@dirsync/webhooks/testing';
import { describe, expect, it, onTestFinished } from 'vitest';
import { collectOutput } from '../harness/child-output.ts';
import { createDatabase, dropDatabase } from '../harness/database.ts';
import { freePort } from '../harness/free-port.ts';
import { root } from '../harness/server-process.ts';

// The examples that are programs, started as their README says.

const adminUrl = process.env['DIRSYNC_TEST_DATABASE_URL'];

describe.skipIf(adminUrl === undefined)('on PostgreSQL', () => {
  /** Starts an example with a database of its own and a free port. */
  async function start(name: string, env: Readonly<Record<string, string>>, isReady: string) {
    const databaseUrl = await createDatabase(adminUrl ?? '');
    onTestFinished(() => dropDatabase(adminUrl ?? '', databaseUrl));
    const port = String(await freePort());
    const child = spawn(process.execPath, ['--conditions=source', `examples/${name}/src/main.ts`], {
      cwd: root,
      env: { PATH: process.env['PATH'], DATABASE_URL: databaseUrl, PORT: port, ...env },
    });
    const ended = once(child, 'close');
    onTestFinished(async () => {
      child.kill('SIGKILL');
      await ended;
    });
    await collectOutput(child, name).line((line) => line.includes(isReady));
    return { url: `http://127.0.0.1:${port}`, child, ended };
  }

  it('express-postgres takes webhooks', async () => {
    const { url } = await start('express-postgres', { WEBHOOK_SECRET: testSecret }, 'Webhooks are taken at');
    const event = createEvent('user.created');
    const { status } = await fetch(`${url}/webhooks`, { method: 'POST', ...(await signEvent(event)) });
    expect(status).toBe(204);
    const people = await fetch(`${url}/customers/${event.organizationId}/people`);
    expect(await people.json()).toMatchObject([{ email: event.data.user.email }]);
  });

  it('embedded-server serves below its path and stops at SIGTERM', async () => {
    const env = { DIRSYNC_SECRET_KEY: randomBytes(32).toString('base64'), LOG_LEVEL: 'silent' };
    const { url, child, ended } = await start('embedded-server', env, 'API key: dsk_');
    expect((await fetch(`${url}/dirsync/readyz`, { headers: { connection: 'close' } })).status).toBe(200);
    child.kill('SIGTERM');
    expect(await ended).toEqual([0, null]);
  });
});
