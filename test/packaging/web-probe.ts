/**
 * Uses the built packages as a Worker would, and answers what it saw. It runs where the web's globals are and none of
 * Node: its caller bundles it with the packed packages.
 */
export const webProbe = `
import { createDirsync, NotFoundError, memoryCursorStore } from '@dirsync/client';
import { mirror } from '@dirsync/client/mirror';
import { createReceiver, safeVerify, sign } from '@dirsync/webhooks';

export async function probe() {
  const requests = [];
  const page = { data: [{ id: 'u1', directoryId: 'd1', version: 1 }], nextCursor: null, eventCursor: 'e0' };
  const problem = { type: 'about:blank', title: '', status: 404, detail: '', code: 'not_found', requestId: 'r' };
  const fetch = async (request) => {
    requests.push(request.method + ' ' + new URL(request.url).pathname + ' ' + request.headers.has('idempotency-key'));
    const { pathname } = new URL(request.url);
    if (pathname.endsWith('/missing')) return Response.json(problem, { status: 404 });
    if (pathname === '/v1/events') {
      return Response.json({ data: [{ id: 'e1', type: 'user.created', directoryId: 'd1', sequence: 1, data: {} }], nextCursor: 'e1' });
    }
    if (pathname.endsWith('/groups')) return Response.json({ data: [], nextCursor: null, eventCursor: 'e0' });
    return Response.json(pathname.endsWith('/users') ? page : { id: 'd1' });
  };
  const dirsync = createDirsync({ apiKey: 'k', baseUrl: 'https://dirsync.example', fetch });
  const created = await dirsync.directories.create({ name: 'Acme' });
  const users = [];
  for await (const user of dirsync.users.list({ directoryId: 'd1' })) users.push(user.id);
  const missing = await dirsync.users.get({ directoryId: 'd1', userId: 'missing' }).catch((error) => error);

  const consumer = new AbortController();
  const handled = [];
  await dirsync.events.consume({
    cursorStore: memoryCursorStore(),
    signal: consumer.signal,
    handler: (event) => { handled.push(event.id); consumer.abort(); },
  });
  const mirrored = new AbortController();
  const changes = [];
  await mirror(dirsync, {
    directoryId: 'd1',
    signal: mirrored.signal,
    onSnapshot: () => mirrored.abort(),
    store: { load: () => undefined, apply: (applied) => { changes.push(...applied.map(({ type }) => type)); } },
  });

  const secret = 'whsec_' + btoa('0123456789abcdef0123456789abcdef');
  const body = JSON.stringify({ id: 'e-1', type: 'user.created', timestamp: '', data: {} });
  const timestamp = Math.floor(Date.now() / 1000);
  const headers = await sign({ id: 'e-1', timestamp, body }, { secrets: [secret] });
  const good = await safeVerify({ headers: new Headers(headers), body }, { secrets: [secret] });
  const bad = await safeVerify({ headers, body: body + ' ' }, { secrets: [secret] });
  const received = [];
  const receiver = createReceiver({ secrets: [secret] }).on('*', (event) => { received.push(event.type); });
  const { status } = await receiver.receive({ headers, body: new TextEncoder().encode(body) });

  return {
    created: created.id, users, requests: requests.slice(0, 3), isMissing: missing instanceof NotFoundError, handled, changes,
    verified: good.ok && good.event.type, refused: bad.error?.code, received, status,
    globals: ['process', 'Buffer', 'require', 'global', '__dirname'].filter((name) => name in globalThis),
  };
}
`;

/** What the probe sees when all works. */
export const webProbeResult = {
  created: 'd1',
  users: ['u1'],
  requests: [
    'POST /v1/directories true',
    'GET /v1/directories/d1/users false',
    'GET /v1/directories/d1/users/missing false',
  ],
  isMissing: true,
  handled: ['e1'],
  changes: ['users.kept', 'user.saved', 'groups.kept'],
  verified: 'user.created',
  refused: 'no_matching_signature',
  received: ['user.created'],
  status: 204,
  globals: [],
};
