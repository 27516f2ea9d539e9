import pg from 'pg';
import { request } from 'undici';
import type { Directory } from './bench.ts';
import { groupBody, userBody } from './bodies.ts';

const template = 'template';

/** Lets the planner know what `seedUsers` did. */
export async function analyze(databaseUrl: string): Promise<void> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  await client.query('vacuum analyze');
  await client.end();
}

/** The id that `seedUsers` gives to user `n` of its directory. */
export function seededId(seed: number, n: number): string {
  const [directory, user] = [seed.toString(16).padStart(4, '0'), n.toString(16).padStart(12, '0')];
  return `01900000-0000-7000-${(0x8000 + Number(`0x${directory}`)).toString(16)}-${user}`;
}

/** The name that `userBody` makes the userName, the e-mail addresses and the external id of. */
export function seededName(n: number): string {
  return `seed-${n}`;
}

/**
 * Fills a directory with `count` users, fast: one is made over HTTP, the others are copies of its rows in which its
 * name and id are replaced. They have no events.
 */
export async function seedUsers(
  databaseUrl: string,
  directory: Directory,
  seed: number,
  count: number,
): Promise<void> {
  const { origin, path, headers } = directory;
  const answer = await request(`${origin}${path}/Users`, {
    method: 'POST',
    headers,
    body: userBody(template),
  });
  const { id } = (await answer.body.json()) as { id: string };
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    // Copies refer to what is there: to have that looked up for each would take most of the time.
    await client.query('set session_replication_role = replica');
    const copies = { directoryId: directory.id, id, seed, count };
    await copyRows(client, 'users', 'id', copies);
    await copyRows(client, 'user_emails', 'user_id', copies);
  } finally {
    await client.end();
  }
  const gone = await request(`${origin}${path}/Users/${id}`, { method: 'DELETE', headers });
  if (gone.statusCode !== 204) throw new Error(`Expected 204, got ${gone.statusCode}.`);
}

/** Puts the first `count` users of `seedUsers` into one new group, fast. */
export async function seedGroup(
  databaseUrl: string,
  { id: directoryId, origin, path, headers }: Directory,
  seed: number,
  count: number,
): Promise<void> {
  const answer = await request(`${origin}${path}/Groups`, {
    method: 'POST',
    headers,
    body: groupBody('Everybody'),
  });
  const { id } = (await answer.body.json()) as { id: string };
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    await client.query(
      `insert into group_members (directory_id, group_id, member_id, user_id)
      select $1, $2, u.id, u.id from users u where u.directory_id = $1 and u.id >= $3 order by u.id limit $4`,
      [directoryId, id, seededId(seed, 0), count],
    );
  } finally {
    await client.end();
  }
}

interface Copies {
  readonly directoryId: string;
  readonly id: string;
  readonly seed: number;
  readonly count: number;
}

async function copyRows(client: pg.Client, table: string, key: string, copies: Copies): Promise<void> {
  const columns = await writableColumns(client, table);
  const names = columns.map((name) => `"${name}"`).join(', ');
  const values = columns.map((name) => `(r.row)."${name}"`).join(', ');
  const prefix = seededId(copies.seed, 0).slice(0, 24);
  await client.query(
    `insert into ${table} (${names})
    select ${values} from (
      select jsonb_populate_record(null::${table}, replace(replace(to_jsonb(t)::text,
        '${template}', 'seed-' || n), '${copies.id}', '${prefix}' || lpad(to_hex(n), 12, '0'))::jsonb) as row
      from ${table} t cross join generate_series(0, $1::bigint - 1) n
      where t.directory_id = $3 and t.${key} = $2
    ) r`,
    [copies.count, copies.id, copies.directoryId],
  );
}

async function writableColumns(client: pg.Client, table: string): Promise<readonly string[]> {
  const { rows } = await client.query<{ name: string }>(
    `select column_name as name from information_schema.columns
    where table_name = $1 and is_generated = 'NEVER' and identity_generation is null order by ordinal_position`,
    [table],
  );
  return rows.map(({ name }) => name);
}
