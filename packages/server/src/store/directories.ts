import type { components } from '../generated/api.ts';
import type { Queryable, Statement } from './database.ts';
import { isUuid } from './uuid-text.ts';

type Directory = components['schemas']['Directory'];

/** A directory that is not deleted. */
export interface DirectoryRow extends Readonly<Omit<Directory, 'scim'>> {
  readonly environmentId: string;
}

export function directoryColumns(table: string): string {
  return `${table}.id, ${table}.environment_id as "environmentId", ${table}.name,
    ${table}.organization_id as "organizationId", ${table}.provider, ${table}.state, ${table}.settings,
    ${table}.metadata, ${table}.created_at as "createdAt", ${table}.updated_at as "updatedAt",
    ${table}.last_request_at as "lastRequestAt"`;
}

const columns = directoryColumns('directories');

export type NewDirectory = Pick<
  DirectoryRow,
  'id' | 'environmentId' | 'name' | 'organizationId' | 'provider' | 'settings' | 'metadata'
>;

const insert: Statement = {
  name: 'directories.insert',
  text: `insert into directories (id, environment_id, name, organization_id, provider, settings, metadata,
    created_at, updated_at)
  values ($1, $2, $3, $4, $5, $6, $7, statement_timestamp(), statement_timestamp()) returning ${columns}`,
};

export async function insertDirectory(queryable: Queryable, directory: NewDirectory): Promise<DirectoryRow> {
  const { id, environmentId, name, organizationId, provider, settings, metadata } = directory;
  const [row] = await queryable.query<DirectoryRow>(insert, [
    id,
    environmentId,
    name,
    organizationId,
    provider,
    JSON.stringify(settings),
    JSON.stringify(metadata),
  ]);
  if (row === undefined) throw new Error('Expected the inserted directory.');
  return row;
}

export interface DirectoryPage {
  readonly organizationId?: string | undefined;
  /** The id behind which the page begins. */
  readonly after?: string | undefined;
  readonly limit: number;
}

const list: Statement = {
  name: 'directories.list',
  text: `select ${columns} from directories
  where environment_id = $1 and deleted_at is null and ($2::uuid is null or id > $2::uuid) order by id limit $3`,
};

const listOfOrganization: Statement = {
  name: 'directories.list-of-organization',
  text: `select ${columns} from directories
  where environment_id = $1 and organization_id = $4 and deleted_at is null and ($2::uuid is null or id > $2::uuid)
  order by id limit $3`,
};

/** The directories of an environment, or of one of its organizations, in the order in which they were made. */
export async function listDirectories(
  queryable: Queryable,
  environmentId: string,
  { organizationId, after, limit }: DirectoryPage,
): Promise<readonly DirectoryRow[]> {
  if (after !== undefined && !isUuid(after)) return [];
  const values = [environmentId, after, limit];
  if (organizationId === undefined) return queryable.query<DirectoryRow>(list, values);
  return queryable.query<DirectoryRow>(listOfOrganization, [...values, organizationId]);
}

const get: Statement = {
  name: 'directories.get',
  text: `select ${columns} from directories where id = $1 and environment_id = $2 and deleted_at is null`,
};

export async function getDirectory(
  queryable: Queryable,
  environmentId: string,
  id: string,
): Promise<DirectoryRow | undefined> {
  if (!isUuid(id)) return undefined;
  const [row] = await queryable.query<DirectoryRow>(get, [id, environmentId]);
  return row;
}

/** What is undefined stays. */
export interface DirectoryChange {
  readonly name?: string | undefined;
  readonly provider?: DirectoryRow['provider'] | undefined;
  /** null clears. */
  readonly organizationId?: string | null | undefined;
  /** Merged into those that are there. */
  readonly settings?: components['schemas']['DirectorySettingsInput'] | undefined;
  /** Replaces what is there. */
  readonly metadata?: DirectoryRow['metadata'] | undefined;
}

const update: Statement = {
  name: 'directories.update',
  text: `with wanted as (
    select id, coalesce($3, name) as name, coalesce($4, provider) as provider,
      case when $5 then $6 else organization_id end as organization_id,
      settings || coalesce($7::jsonb, '{}') || jsonb_build_object('safeguard',
        (settings -> 'safeguard') || coalesce($7::jsonb -> 'safeguard', '{}')) as settings,
      coalesce($8::jsonb, metadata) as metadata
    from directories where id = $1 and environment_id = $2 and deleted_at is null
    for no key update
  )
  update directories set name = w.name, provider = w.provider, organization_id = w.organization_id,
    settings = w.settings, metadata = w.metadata,
    updated_at = case
      when (w.name, w.provider, w.organization_id, w.settings, w.metadata) is distinct from
        (directories.name, directories.provider, directories.organization_id, directories.settings,
          directories.metadata)
      then clock_timestamp() else directories.updated_at
    end
  from wanted w where directories.id = w.id returning ${columns}`,
};

/** Changes what is given; `updatedAt` moves only when something became different. */
export async function updateDirectory(
  queryable: Queryable,
  environmentId: string,
  id: string,
  change: DirectoryChange,
): Promise<DirectoryRow | undefined> {
  if (!isUuid(id)) return undefined;
  const { name, provider, organizationId, settings, metadata } = change;
  const [row] = await queryable.query<DirectoryRow>(update, [
    id,
    environmentId,
    name,
    provider,
    organizationId !== undefined,
    organizationId,
    settings && JSON.stringify(settings),
    metadata && JSON.stringify(metadata),
  ]);
  return row;
}

const activate: Statement = {
  name: 'directories.activate',
  text: `with now as (select clock_timestamp() as now)
  update directories set state = 'active', updated_at = now.now, last_request_at = now.now
  from now where id = $1 and state = 'pending' and deleted_at is null returning ${columns}`,
};

/** Makes a pending directory active; answers it once, to the one who did. */
export async function activateDirectory(queryable: Queryable, id: string): Promise<DirectoryRow | undefined> {
  const [row] = await queryable.query<DirectoryRow>(activate, [id]);
  return row;
}

const touch: Statement = {
  name: 'directories.touch',
  // Asks again whether it is due: of many requests at once only one writes.
  text: `update directories set last_request_at = clock_timestamp()
  where id = $1 and (last_request_at is null or last_request_at < clock_timestamp() - interval '1 minute')`,
};

/** Notes that the identity provider is at work, at most once a minute. */
export async function touchDirectory(queryable: Queryable, id: string): Promise<void> {
  await queryable.query(touch, [id]);
}

const markDeleted: Statement = {
  name: 'directories.mark-deleted',
  text: `update directories set deleted_at = clock_timestamp()
  where id = $1 and environment_id = $2 and deleted_at is null returning ${columns}`,
};

/** Hides a directory from everybody; answers what it was, once. Its rows are purged later. */
export async function markDirectoryDeleted(
  queryable: Queryable,
  environmentId: string,
  id: string,
): Promise<DirectoryRow | undefined> {
  if (!isUuid(id)) return undefined;
  const [row] = await queryable.query<DirectoryRow>(markDeleted, [id, environmentId]);
  return row;
}

const hold: Statement = {
  name: 'directories.hold',
  text: `update directories set state = 'held', updated_at = clock_timestamp()
  where id = $1 and deleted_at is null returning ${columns}`,
};

/** Marks that the events of a directory wait; undefined when it was deleted meanwhile. */
export async function holdDirectory(tx: Queryable, id: string): Promise<DirectoryRow | undefined> {
  const [row] = await tx.query<DirectoryRow>(hold, [id]);
  return row;
}

const release: Statement = {
  name: 'directories.release',
  text: `update directories set state = 'active', updated_at = clock_timestamp()
  where id = $1 and environment_id = $2 and state = 'held' and deleted_at is null returning ${columns}`,
};

/** Ends that mark; undefined when there was none. */
export async function releaseDirectory(
  tx: Queryable,
  environmentId: string,
  id: string,
): Promise<DirectoryRow | undefined> {
  if (!isUuid(id)) return undefined;
  const [row] = await tx.query<DirectoryRow>(release, [id, environmentId]);
  return row;
}
