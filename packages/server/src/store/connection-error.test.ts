import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { expect, it } from 'vitest';
import { isConnectionError } from './connection-error.ts';
import { openPostgres } from './postgres.ts';

const ask = { name: 'ask', text: 'select 1' };

async function failureAt(port: number): Promise<unknown> {
  const database = openPostgres({ connectionString: `postgres://nobody@127.0.0.1:${port}/none` });
  try {
    return await database.query(ask).catch((error: unknown) => error);
  } finally {
    await database.close();
  }
}

/** Every connection is closed at once. */
async function listenAndHangUp(): Promise<{ port: number; close: () => void }> {
  const server = createServer((socket) => socket.destroy());
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  // It listens on TCP.
  return { port: (server.address() as AddressInfo).port, close: () => server.close() };
}

it('tells a database that hangs up or is not there from a statement that is wrong', async () => {
  const server = await listenAndHangUp();
  expect(isConnectionError(await failureAt(server.port))).toBe(true);
  server.close();
  expect(isConnectionError(await failureAt(server.port))).toBe(true);
  expect(isConnectionError(Object.assign(new Error('division by zero'), { code: '22012' }))).toBe(false);
  expect(isConnectionError('no error')).toBe(false);
});
