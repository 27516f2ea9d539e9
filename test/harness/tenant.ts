import { randomUUID } from 'node:crypto';
import type { Dirsync, DirectoryProvider } from '@dirsync/client';
import { expect } from 'vitest';
import { createApiClient } from './api-client.ts';
import type { ApiClient } from './api-client.ts';
import { createClient } from './client.ts';
import { createEventReader } from './events.ts';
import type { EventReader } from './events.ts';
import type { IdentityProvider } from './identity-providers.ts';
import type { ServerAddress } from './installation.ts';
import { idOf, objectOf, without } from './json.ts';
import type { JsonObject } from './json.ts';
import { createScimClient } from './scim-client.ts';
import type { ScimClient } from './scim-client.ts';
import { userSchema } from './scim-schemas.ts';

/** One customer: a directory, its identity provider's requests, and what the product sees of it. */
export interface Tenant {
  readonly directoryId: string;
  readonly organizationId: string;
  readonly scim: ScimClient;
  readonly scimBaseUrl: string;
  readonly token: string;
  readonly dirsync: Dirsync;
  readonly api: ApiClient;
  readonly events: EventReader;
  /** What an event of this directory looks like. */
  event(sequence: number, type: string, data: JsonObject): JsonObject;
  /**
   * The user as the client reads them, in the shape of events. Checks that SCIM shows the same: `raw` is what a
   * GET answers, without what the server adds.
   */
  user(id: string): Promise<JsonObject>;
  /** The same for a group. */
  group(id: string): Promise<JsonObject>;
  /** The ids of a group's members, sorted; SCIM and the client must agree. */
  memberIds(groupId: string): Promise<readonly string[]>;
  /** The ids of the groups that a user belongs to, sorted; SCIM and the client must agree. */
  groupsOf(userId: string): Promise<readonly string[]>;
  /** Fails when the log holds an event that was not taken. */
  expectNoEvents(): Promise<void>;
}

export interface TenantOptions {
  readonly provider: DirectoryProvider;
  readonly identityProvider: IdentityProvider;
  /** Default: compat. */
  readonly mode?: 'compat' | 'strict';
}

/** Makes a directory with a token; no SCIM request was sent yet. */
export async function createTenant(server: ServerAddress, options: TenantOptions): Promise<Tenant> {
  const { provider, identityProvider, mode = 'compat' } = options;
  const dirsync = createClient(server);
  const organizationId = `org_${randomUUID()}`;
  const directory = await dirsync.directories.create({
    ...{ name: 'Acme', provider, organizationId },
    settings: { mode },
  });
  const directoryId = directory.id;
  const { token } = await dirsync.directories.tokens.create(directoryId);
  const scimBaseUrl = directory.scim.baseUrl;
  const scim = createScimClient({ baseUrl: scimBaseUrl, token, identityProvider });
  const events = createEventReader(dirsync, directoryId);

  /** Checks that a GET by SCIM agrees with what the client read. */
  async function expectSame(endpoint: string, { raw, ...seen }: Seen): Promise<JsonObject> {
    const { id, version, createdAt, updatedAt } = seen;
    const { status, headers, body } = await scim.get(`${endpoint}/${id}`);
    expect(status).toBe(200);
    expect(without(objectOf(body), 'id', 'meta', 'groups', 'members')).toEqual(raw);
    expect(body).toMatchObject({ id, meta: { created: createdAt, lastModified: updatedAt } });
    expect(headers['etag']).toBe(`W/"${version}"`);
    return seen;
  }

  return {
    directoryId,
    organizationId,
    scim,
    scimBaseUrl,
    token,
    dirsync,
    api: createApiClient(server),
    events,
    event: (sequence, type, data) => ({
      id: expect.any(String),
      type,
      timestamp: expect.any(String),
      sequence,
      directoryId,
      organizationId,
      data,
    }),
    user: async (userId) => expectSame('/Users', await dirsync.users.get({ directoryId, userId })),
    group: async (groupId) => expectSame('/Groups', await dirsync.groups.get({ directoryId, groupId })),
    async memberIds(groupId) {
      const { body } = await scim.get(`/Groups/${groupId}`);
      const seen: string[] = [];
      for await (const { id } of dirsync.groups.listMembers({ directoryId, groupId })) seen.push(id);
      expect(seen.toSorted()).toEqual(valuesOf(objectOf(body)['members']));
      return seen.toSorted();
    },
    async groupsOf(userId) {
      const { body } = await scim.get(`/Users/${userId}`);
      const seen: string[] = [];
      for await (const { id } of dirsync.users.listGroups({ directoryId, userId })) seen.push(id);
      expect(seen.toSorted()).toEqual(valuesOf(objectOf(body)['groups']));
      return seen.toSorted();
    },
    async expectNoEvents() {
      // Events come in the order of commits: what happened before this user would stand before it.
      const answer = await scim.post('/Users', { schemas: [userSchema], userName: `last-${randomUUID()}` });
      const [event] = await events.take(1);
      expect(event).toMatchObject({ type: 'user.created', data: { user: { id: idOf(answer) } } });
    },
  };
}

/** What users and groups have in common. */
interface Seen {
  readonly id: string;
  readonly raw: object;
  readonly version: number;
  readonly createdAt: string;
  readonly updatedAt: string;
}

/** The `value`s of a multi-valued attribute, sorted. */
function valuesOf(elements: unknown = []): readonly string[] {
  if (!Array.isArray(elements)) throw new Error(`Expected a list, got ${JSON.stringify(elements)}.`);
  return elements.map((element) => String(objectOf(element)['value'])).toSorted();
}
