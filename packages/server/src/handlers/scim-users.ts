import type { HandlersOf } from '../contract.ts';
import type { DirectoryContext } from '../directory/directory-context.ts';
import { scimBaseUrl } from '../directory/directory-view.ts';
import { entityTag } from '../directory/precondition.ts';
import { representUsers } from '../directory/represent.ts';
import { createUser, getUser, patchUser, removeUser, replaceUser } from '../directory/users.ts';
import type { components } from '../generated/api.ts';
import type { Principals } from '../http/principal.ts';
import { createProjection } from '../scim/projection.ts';
import type { Projection } from '../scim/projection.ts';
import { userResourceType } from '../scim/resource-types.ts';
import { readSearchQuery } from '../scim/search-request.ts';
import type { UserRow } from '../store/users.ts';
import { contextOf, ifMatchOf, notModified, projectionParameters } from './scim-context.ts';
import { scimLists } from './scim-list.ts';
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
  const { listUsers } = scimLists(services);

  async function representOne(row: UserRow, projection: Projection): Promise<ScimUser> {
    const baseUrl = scimBaseUrl(publicUrl, row.directoryId);
    const [user] = await representUsers(database, [row], projection, baseUrl);
    // One row has one representation, and the projection keeps what it always has: schemas and id.
    return user as unknown as ScimUser;
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
    scimListUsers: ({ principal, query }) => listUsers(principal, readSearchQuery(query)),

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
