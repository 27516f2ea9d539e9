import pg from 'pg';
import { request } from 'undici';
import type { Bench, Directory, Target } from '../bench.ts';
import { patchBody, userBody } from '../bodies.ts';
import { recordStatement, toPgbenchScript } from '../recorded-statement.ts';
import type { PgbenchScript, RecordedStatement } from '../recorded-statement.ts';

export type WriteOperation = 'POST' | 'PUT' | 'PATCH' | 'GET';

/** Users that requests change and read. */
export interface Population {
  readonly directory: Directory;
  readonly users: readonly { readonly id: string; readonly name: string }[];
}

/** What the requests do in the database, for pgbench. */
export async function createScripts(
  { postgres }: Bench,
  target: Target,
  population: Population,
): Promise<Record<WriteOperation, PgbenchScript>> {
  const { directory, users } = population;
  const { origin, path, headers } = directory;
  const [user] = users;
  if (user === undefined) throw new Error('Expected users.');
  const userName = `${user.name}@acme.example`;
  let serial = 0;

  async function ask(
    method: 'POST' | 'PUT' | 'PATCH' | 'GET',
    endpoint: string,
    body?: string,
  ): Promise<void> {
    const answer = await request(`${origin}${path}${endpoint}`, { method, headers, ...(body && { body }) });
    await answer.body.dump();
  }

  // No two users of a run have one name: it takes the place of the recorded one, wherever that is a value.
  const inserted = await recordStatement(postgres, 'users.insert', async () => {
    serial += 1;
    await ask('POST', '/Users', userBody(`recorded-${serial}`));
  });
  const insert = toPgbenchScript(inserted, { expressions: newUserEach(inserted) });

  const found = await recordStatement(postgres, 'users.find', () => ask('GET', `/Users/${user.id}`));
  await numberUsers(target.databaseUrl, users);
  const anyUser = `(select id from bench_users where n = mod(cast(:n as bigint), ${users.length}))`;
  const expressions = new Map([[`{${user.id}}`, `array[${anyUser}]`]]);
  const find = toPgbenchScript(found, { expressions });

  /** Reads a user and writes over the version that was read, as the server does. */
  function updateScript(updated: RecordedStatement): PgbenchScript {
    const reading = `select u.id, u.version, u.user_name as name, u.resource as document from users u
      where u.directory_id = (:p1::uuid[])[1] and u.id = ${anyUser} \\gset r_\n`;
    return toPgbenchScript(updated, {
      prelude: reading.replaceAll('\n      ', ' '),
      expressions: new Map([
        [`{${user?.id}}`, 'array[:r_id]'],
        [`{${userName}}`, 'array[:r_name]'],
        // The parameters of the document and of the version: see user-update.ts.
        ['$3', ':r_document'],
        ['$17', 'array[:r_version::bigint]'],
      ]),
    });
  }

  const replaced = await recordStatement(postgres, 'users.update', () =>
    ask('PUT', `/Users/${user.id}`, userBody(user.name, `Recorded ${(serial += 1)}`)),
  );
  const patched = await recordStatement(postgres, 'users.update', () =>
    ask(
      'PATCH',
      `/Users/${user.id}`,
      patchBody({ op: 'replace', path: 'title', value: `R ${(serial += 1)}` }),
    ),
  );
  return { POST: insert, PUT: updateScript(replaced), PATCH: updateScript(patched), GET: find };
}

/** In the place of the recorded user's id and name, wherever they are values by themselves: another's each time. */
function newUserEach({ parameters }: RecordedStatement): ReadonlyMap<string, string> {
  const id = parameters[1]?.slice(1, -1);
  const expressions = new Map<string, string>();
  for (const value of parameters) {
    const elements = value?.startsWith('{') === true ? value.slice(1, -1).split(',') : [];
    if (value === null || elements.length === 0) continue;
    if (elements.every((element) => element === id)) {
      expressions.set(value, `array[${elements.map(() => 'md5(:n::text)::uuid').join(', ')}]`);
    } else if (/^\{recorded-\d+@[^,]*\}$/.test(value)) {
      expressions.set(value, `array['bench-' || :n]`);
    }
  }
  return expressions;
}

/** Gives the users numbers, so that pgbench can pick one. */
async function numberUsers(databaseUrl: string, users: Population['users']): Promise<void> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  await client.query('create table bench_users (n bigint primary key, id uuid not null)');
  await client.query(
    'insert into bench_users select n - 1, id from unnest($1::uuid[]) with ordinality as u (id, n)',
    [users.map(({ id }) => id)],
  );
  await client.query('analyze bench_users');
  await client.end();
}
