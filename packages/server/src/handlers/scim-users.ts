import type { HandlersOf } from '../contract.ts';
import type { DirectoryContext } from '../directory/directory-context.ts';
import { scimBaseUrl } from '../directory/directory-view.ts';
import { filterConditions } from '../directory/filter-conditions.ts';
import { entityTag } from '../directory/precondition.ts';
import { toScimUser } from '../directory/scim-resource.ts';
import { createUser, getUser, patchUser, removeUser, replaceUser } from '../directory/users.ts';
import type { components } from '../generated/api.ts';
import type { Principals } from '../http/principal.ts';
import { listResponse, parsePage } from '../scim/list-response.ts';
import { createProjection } from '../scim/projection.ts';
import type { Projection } from '../scim/projection.ts';
import { userResourceType } from '../scim/resource-types.ts';
import { listGroupsOfUsers } from '../store/members.ts';
import type { MembershipRow } from '../store/members.ts';
import { searchByIndex } from '../store/search.ts';
import { userTable } from '../store/user-search.ts';
import type { UserRow } from '../store/users.ts';
import { contextOf, ifMatchOf, notModified, projectionParameters } from './scim-context.ts';
import type { Services } from './services.ts';

type ScimUser = components['schemas']['ScimUser'];

interface UserAnswer {
  readonly status: 200;
  readonly body: ScimUser;
  readonly headers: { readonly ETag: string };
}

/** RFC 7644 section 3 for users. */
export function scimUsersHandlers(services: Services): HandlersOf<'SCIM Users'> {
  const { database, publicUrl } = services;

  async function represent(rows: readonly UserRow[], projection: Projection): Promise<ScimUser[]> {
    const [first] = rows;
    if (first === undefined) return [];
    const groups = projection.wants('groups') ? await groupsOf(first.directoryId, rows) : undefined;
    const baseUrl = scimBaseUrl(publicUrl, first.directoryId);
    return rows.map((row) => {
      const resource = projection.project(toScimUser(row, groups?.get(row.id) ?? [], baseUrl));
      // The projection keeps what a resource always has: schemas and id.
      return resource as unknown as ScimUser;
    });
  }

  async function groupsOf(
    directoryId: string,
    rows: readonly UserRow[],
  ): Promise<ReadonlyMap<string, readonly MembershipRow[]>> {
    if (rows.every((row) => row.groups !== undefined)) {
      return new Map(rows.map(({ id, groups = [] }) => [id, groups]));
    }
    return listGroupsOfUsers(
      database,
      directoryId,
      rows.map(({ id }) => id),
    );
  }

  async function representOne(row: UserRow, projection: Projection): Promise<ScimUser> {
    const [user] = await represent([row], projection);
    if (user === undefined) throw new Error(`User ${row.id} has no representation.`);
    return user;
  }

  async function answer(row: UserRow, projection: Projection): Promise<UserAnswer> {
    return {
      status: 200,
      body: await representOne(row, projection),
      headers: { ETag: entityTag(row.version) },
    };
  }

  async function answerChange(
    principal: Principals['directoryToken'],
    query: URLSearchParams,
    change: (context: DirectoryContext) => Promise<UserRow>,
  ): Promise<UserAnswer> {
    const projection = projectionOf(query);
    return answer(await change(contextOf(services, principal)), projection);
  }

  return {
    async scimListUsers({ principal, query }) {
      const { directoryId, mode } = contextOf(services, principal);
      const projection = projectionOf(query);
      const conditions = filterConditions(userResourceType, query.get('filter'), {
        mode,
        baseUrl: scimBaseUrl(publicUrl, directoryId),
      });
      const { startIndex, count } = parsePage({
        startIndex: query.get('startIndex'),
        count: query.get('count'),
      });
      const page = await searchByIndex<UserRow>(database, userTable, directoryId, conditions, {
        offset: startIndex - 1,
        limit: count,
      });
      const resources = await represent(page.rows, projection);
      return { status: 200, body: listResponse(resources, { totalResults: page.total, startIndex }) };
    },

    async scimCreateUser({ principal, query, body }) {
      const projection = projectionOf(query);
      const row = await createUser(contextOf(services, principal), body);
      const headers = {
        Location: `${scimBaseUrl(publicUrl, row.directoryId)}/Users/${row.id}`,
        ETag: entityTag(row.version),
      };
      return { status: 201, body: await representOne(row, projection), headers };
    },

    async scimGetUser({ principal, path, query, headers }) {
      const projection = projectionOf(query);
      const row = await getUser(contextOf(services, principal), path.userId);
      return notModified(headers, row.version) ?? answer(row, projection);
    },

    scimReplaceUser: ({ principal, path, query, body, headers }) =>
      answerChange(principal, query, (context) =>
        replaceUser(context, path.userId, body, ifMatchOf(headers)),
      ),

    scimPatchUser: ({ principal, path, query, body, headers }) =>
      answerChange(principal, query, (context) => patchUser(context, path.userId, body, ifMatchOf(headers))),

    async scimDeleteUser({ principal, path, headers }) {
      await removeUser(contextOf(services, principal), path.userId, ifMatchOf(headers));
      return { status: 204 };
    },
  };
}

function projectionOf(query: URLSearchParams): Projection {
  return createProjection(userResourceType, projectionParameters(query));
}
