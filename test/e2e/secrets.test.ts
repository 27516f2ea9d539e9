import { randomUUID } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import pg from 'pg';
import { expect, it } from 'vitest';
import { createApiClient } from '../harness/api-client.ts';
import { describeEachInstallation } from '../harness/each-installation.ts';
import { freePort } from '../harness/free-port.ts';
import { okta } from '../harness/identity-providers.ts';
import type { Installation, ServerAddress } from '../harness/installation.ts';
import { idOf, objectOf } from '../harness/json.ts';
import { startReceiver } from '../harness/receiver.ts';
import { createScimClient } from '../harness/scim-client.ts';
import { patchRequest } from '../harness/scim-requests.ts';
import { userSchema } from '../harness/scim-schemas.ts';
import { dirsync, runToEnd } from '../harness/server-process.ts';
import { createTenant } from '../harness/tenant.ts';

/** What must be in no log and not in the database, and what must be in no log only. */
interface Confidential {
  readonly secrets: readonly string[];
  readonly personal: readonly string[];
}

const metricsToken = `metrics_${randomUUID()}`;

/** Uses whatever there is with secrets and personal data, rightly and wrongly. */
async function useEverything(server: ServerAddress): Promise<Confidential> {
  await using receiver = await startReceiver();
  const tenant = await createTenant(server, { provider: 'okta', identityProvider: okta });
  const { dirsync: client, directoryId, scim, token, scimBaseUrl } = tenant;
  const api = createApiClient(server);
  const mark = randomUUID();
  const person = { userName: `ada-${mark}@person.example`, displayName: `Ada ${mark} Lovelace` };
  const password = `pässword ${mark}`;
  const wrongToken = `dst_${'w'.repeat(43)}`;
  const secrets = [token, server.apiKey, password, wrongToken, metricsToken, `wrong ${mark}`];

  const endpoint = await client.webhookEndpoints.create({ url: receiver.url, directoryIds: [directoryId] });
  receiver.secret = endpoint.secret;
  const dead = { url: `http://127.0.0.1:${await freePort()}/${mark}`, directoryIds: [directoryId] };
  secrets.push(endpoint.secret, (await client.webhookEndpoints.create(dead)).secret);
  const key = await client.apiKeys.create({ name: 'second' });
  const idempotency = { 'Idempotency-Key': randomUUID() };
  for (let count = 0; count < 2; count += 1) {
    const answer = await api.send('POST', '/v1/api-keys', { name: 'once' }, idempotency);
    secrets.push(String(objectOf(answer.body)['key']));
  }
  secrets.push(key.key);

  const user = { schemas: [userSchema], ...person, password };
  const id = idOf(await scim.post('/Users', user));
  await scim.patch(`/Users/${id}`, patchRequest({ op: 'replace', path: 'password', value: password }));
  await scim.patch(`/Users/${id}`, patchRequest({ op: 'replace', value: { title: `Title ${mark}` } }));
  await receiver.accept(3);
  const rotated = await client.webhookEndpoints.rotateSecret(endpoint.id);
  secrets.push(rotated.secret);

  // What is asked for stands in the URL.
  const name = encodeURIComponent(person.userName);
  for (const filter of [`userName eq "${name}"`, `userName like "${name}"`, `password eq "wrong ${mark}"`]) {
    await scim.get(`/Users?filter=${encodeURIComponent(filter)}`);
  }
  await api.send('GET', `/v1/directories/${directoryId}/users?email=${name}`);
  await api.send('GET', `/v1/directories/${directoryId}/users?nmae=${name}`);
  await scim.get(`/Users/${name}`);
  await api.send('GET', `/v1/${name}`);

  // What is refused.
  await scim.post('/Users', user);
  await scim.post('/Users', `{"userName":"${person.userName}","password":"${password}"`);
  await scim.post('/Users', { ...user, userName: [person.userName] });
  await api.send('POST', '/v1/directories', { name: { wrong: person.userName } });
  await api.send('POST', '/v1/directories', { name: 'Acme', [person.userName]: password });
  await api.send('GET', '/v1/directories', undefined, { Authorization: `Bearer wrong-${mark}` });
  const stranger = { baseUrl: scimBaseUrl, token: wrongToken, identityProvider: okta };
  await createScimClient(stranger).get('/Users');
  await fetch(`${server.url}/metrics`, { headers: { authorization: `Bearer ${metricsToken}` } });
  await fetch(`${server.url}/metrics`, { headers: { authorization: `Bearer ${wrongToken}` } });
  const brokenUrl = `http://user:${mark}@person.example/hooks`;
  await api.send('POST', '/v1/webhook-endpoints', { url: brokenUrl });
  return { secrets, personal: [mark, person.userName, name, person.displayName] };
}

/** Everything that the database keeps, as bytes. */
async function readStored({ env }: Installation): Promise<readonly Buffer[]> {
  const { DATABASE_URL: databaseUrl, DIRSYNC_DATA_DIR: folder } = env;
  return databaseUrl === undefined ? readFiles(String(folder)) : readTables(databaseUrl);
}

/** The files of the embedded database, what it has deleted included. */
async function readFiles(folder: string): Promise<readonly Buffer[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  // The keys of the installation itself are kept beside the database.
  const files = entries.filter((entry) => entry.isFile() && entry.name !== 'credentials.json');
  return Promise.all(files.map(({ parentPath, name }) => readFile(join(parentPath, name))));
}

async function readTables(connectionString: string): Promise<readonly Buffer[]> {
  const client = new pg.Client({ connectionString });
  await client.connect();
  try {
    const tables = await client.query<{ name: string }>(
      `select quote_ident(tablename) as name from pg_tables where schemaname = 'public'`,
    );
    expect(tables.rows.length).toBeGreaterThan(10);
    const contents: Buffer[] = [];
    for (const { name } of tables.rows) {
      const { rows } = await client.query<Record<string, unknown>>(`select * from ${name}`);
      for (const value of rows.flatMap((row) => Object.values(row))) {
        contents.push(value instanceof Buffer ? value : Buffer.from(JSON.stringify(value) ?? ''));
      }
    }
    return contents;
  } finally {
    await client.end();
  }
}

/** The secret as it is written, and what it stands for where it is an encoding. */
function formsOf(secret: string): readonly Buffer[] {
  const [, encoded] = secret.match(/^(?:whsec_|ds[kto]_)(.{43}=?)$/) ?? [];
  return [Buffer.from(secret), ...(encoded === undefined ? [] : [Buffer.from(encoded, 'base64')])];
}

/** Each test starts a process, which takes long on a busy machine. */
const timeout = 120_000;

describeEachInstallation('A server that logs all it can', (installation) => {
  it(
    'writes no secret and nothing about people into its log, and stores no secret as it is',
    { timeout },
    async () => {
      const server = await installation().start({
        env: { LOG_LEVEL: 'trace', DIRSYNC_METRICS_TOKEN: metricsToken },
      });
      const { secrets, personal } = await useEverything(server);
      await server.stop();
      // The others say where to begin, on standard output.
      const log = server.lines.filter((line) => line.startsWith('{')).join('\n');
      // It is the log of what was done.
      expect(log).toMatch(/"route":"\/scim\/v2\/:directoryId\/Users"/);
      for (const text of [...secrets, ...personal]) expect(log).not.toContain(text);

      const stored = await readStored(installation());
      const holds = (bytes: Buffer): boolean => stored.some((content) => content.includes(bytes));
      // They are the data of this server.
      expect(personal.filter((text) => holds(Buffer.from(text)))).not.toEqual([]);
      for (const secret of secrets) {
        for (const form of formsOf(secret)) expect(holds(form), secret).toBe(false);
      }
    },
  );

  it('writes no more of an error that nobody expected, and exits with code 1', { timeout }, async () => {
    const { env } = installation();
    const { code, lines } = await runToEnd({
      env,
      args: ['--import', './test/harness/failing-server.ts', ...dirsync, 'serve'],
    });
    expect(code).toBe(1);
    const log = lines.filter((line) => line.startsWith('{')).map((line) => JSON.parse(line) as unknown);
    expect(log).toEqual([
      expect.objectContaining({ level: 60, err: expect.objectContaining({ message: 'broken' }) }),
    ]);
    expect(lines.join('\n')).not.toContain('person.example');
  });
});
