import type { Answer } from './contract-fetch.ts';
import { idOf, objectOf } from './json.ts';
import type { ScimClient } from './scim-client.ts';
import { patchRequest } from './scim-requests.ts';
import { groupSchema, userSchema } from './scim-schemas.ts';

/** Where requests go next; resolves once somebody serves. */
export type Connect = () => Promise<ScimClient>;

export interface TirelessProviderOptions {
  /** Tells its users and groups from those of others. */
  readonly name: string;
  readonly connect: Connect;
  readonly random: () => number;
  /** Told of each write once it was acknowledged: what its event is called by `nameOfEvent`. */
  readonly onWrite: (event: string) => void;
}

/** A user as it must be. */
export interface ExpectedUser {
  readonly id: string;
  title: string | null;
  active: boolean;
  isMember: boolean;
}

export interface TirelessProvider {
  /** Makes one random change, and repeats the request until it is acknowledged. */
  write(): Promise<void>;
  /** The id of its group; undefined before the first write. */
  readonly groupId: string | undefined;
  readonly users: readonly ExpectedUser[];
}

/** An identity provider that changes its users and one group, one request after the other, whatever happens. */
export function createTirelessProvider(options: TirelessProviderOptions): TirelessProvider {
  const { name, connect, random, onWrite } = options;
  const users: ExpectedUser[] = [];
  let groupId: string | undefined;
  let count = 0;

  /** A request that came to no answer may have had its effect, so what it finds the second time counts too. */
  async function persist(
    request: (scim: ScimClient) => Promise<Answer>,
    accepted: readonly number[],
  ): Promise<Answer> {
    for (;;) {
      const scim = await connect();
      const answer = await request(scim).catch(() => undefined);
      if (answer !== undefined && accepted.includes(answer.status)) return answer;
      if (answer !== undefined && answer.status < 500)
        throw new Error(`Refused: ${answer.status} ${answer.text}`);
    }
  }

  async function create(endpoint: string, attribute: string, value: string, schema: string): Promise<string> {
    const body = { schemas: [schema], [attribute]: value };
    const answer = await persist((scim) => scim.post(endpoint, body), [201, 409]);
    if (answer.status === 201) return idOf(answer);
    const filter = encodeURIComponent(`${attribute} eq "${value}"`);
    const found = objectOf((await persist((scim) => scim.get(`${endpoint}?filter=${filter}`), [200])).body);
    return idOf({ body: (found['Resources'] as readonly unknown[])[0] });
  }

  async function createUser(): Promise<void> {
    const userName = `${name}-${count}`;
    users.push({
      id: await create('/Users', 'userName', userName, userSchema),
      title: null,
      active: true,
      isMember: false,
    });
    onWrite(`user.created ${userName}`);
  }

  async function change(
    user: ExpectedUser,
    value: Partial<Pick<ExpectedUser, 'title' | 'active'>>,
  ): Promise<void> {
    await persist((scim) => scim.patch(`/Users/${user.id}`, patchRequest({ op: 'replace', value })), [200]);
    Object.assign(user, value);
    if (value.active === undefined) onWrite(`user.updated ${value.title}`);
    else onWrite(`user.${value.active ? 'reactivated' : 'deactivated'} ${user.id}`);
  }

  async function joinOrLeave(user: ExpectedUser): Promise<void> {
    const operation = user.isMember
      ? { op: 'remove', path: `members[value eq "${user.id}"]` }
      : { op: 'add', path: 'members', value: [{ value: user.id }] };
    await persist((scim) => scim.patch(`/Groups/${groupId}`, patchRequest(operation)), [200, 204]);
    user.isMember = !user.isMember;
    onWrite(`group.user_${user.isMember ? 'added' : 'removed'} ${groupId} ${user.id}`);
  }

  async function remove(user: ExpectedUser): Promise<void> {
    await persist((scim) => scim.delete(`/Users/${user.id}`), [204, 404]);
    users.splice(users.indexOf(user), 1);
    onWrite(`user.deleted ${user.id}`);
  }

  return {
    async write() {
      count += 1;
      if (groupId === undefined) {
        groupId = await create('/Groups', 'displayName', name, groupSchema);
        onWrite(`group.created ${name}`);
        return;
      }
      const user = users[Math.floor(random() * users.length)];
      const dice = random();
      if (user === undefined || users.length < 3 || dice < 0.15) await createUser();
      else if (dice < 0.25 && !user.isMember) await remove(user);
      else if (dice < 0.45) await change(user, { active: !user.active });
      else if (dice < 0.65) await joinOrLeave(user);
      else await change(user, { title: `${name}-${count}` });
    },
    get groupId() {
      return groupId;
    },
    users,
  };
}

/** What tells an event from all others that the writes of such providers make, but for repeated switches. */
export function nameOfEvent({ type, data }: { readonly type: string; readonly data: object }): string {
  const { user, group } = data as { user?: Record<string, string>; group?: Record<string, string> };
  if (type === 'user.created') return `${type} ${user?.['userName']}`;
  if (type === 'user.updated') return `${type} ${user?.['title']}`;
  if (type === 'group.created') return `${type} ${group?.['displayName']}`;
  return [type, group?.['id'], user?.['id']].filter((part) => part !== undefined).join(' ');
}
