import { beforeAll, describe, expect, it } from 'vitest';
import { runBulk } from '../harness/bulk.ts';
import { describeEachBackend } from '../harness/each-backend.ts';
import { idOf } from '../harness/json.ts';
import type { JsonObject } from '../harness/json.ts';
import { connectPlain, groupNamed, provision } from '../harness/provisioning.ts';
import { scimError } from '../harness/scim-answers.ts';
import { patchRequest } from '../harness/scim-requests.ts';
import { userSchema } from '../harness/scim-schemas.ts';
import type { Tenant } from '../harness/tenant.ts';
import { expectUnchanged } from '../harness/unchanged.ts';

const names = ['ada', 'bob', 'cyd', 'inner', 'other'] as const;
type Name = (typeof names)[number];

/** Users Ada, Bob and Cyd, the groups Inner and Other, and new groups of them. */
interface World {
  readonly tenant: Tenant;
  readonly ids: Readonly<Record<Name, string>>;
  /** Makes one of Ada, Bob and Inner; its events are taken. */
  createGroup(): Promise<string>;
}

async function createWorld(tenant: Tenant): Promise<World> {
  const user = (userName: string): Promise<string> =>
    provision(tenant, '/Users', { schemas: [userSchema], userName });
  const ids = {
    ada: await user('ada'),
    bob: await user('bob'),
    cyd: await user('cyd'),
    inner: await provision(tenant, '/Groups', groupNamed('Inner')),
    other: await provision(tenant, '/Groups', groupNamed('Other')),
  };
  let count = 0;
  async function createGroup(): Promise<string> {
    count += 1;
    const members = [ids.ada, ids.bob, ids.inner];
    const id = idOf(await tenant.scim.post('/Groups', groupNamed(`Team ${count}`, members)));
    await tenant.events.take(4);
    return id;
  }
  return { tenant, ids, createGroup };
}

/** `{ada}` in a text stands for Ada's id, `{base}` for the URL of the directory. */
function filledIn<T>({ ids, tenant }: World, value: T): T {
  const values: Readonly<Record<string, string>> = { ...ids, base: tenant.scimBaseUrl };
  const text = JSON.stringify(value).replaceAll(/\{(\w+)\}/g, (all, name: string) => values[name] ?? all);
  return JSON.parse(text) as T;
}

const patch = (world: World, group: string, operations: readonly JsonObject[], query = '') =>
  world.tenant.scim.patch(`/Groups/${group}${query}`, patchRequest(...filledIn(world, operations)));

/** Who is in the group by now. */
async function namesIn({ tenant, ids }: World, group: string): Promise<string> {
  const members = await tenant.memberIds(group);
  expect(await tenant.group(group)).toMatchObject({ memberCount: members.length });
  return names.filter((name) => members.includes(ids[name])).join(' ');
}

/** The next events, as `name` of each member that came (`+`) or went (`-`), and their other types. */
async function changes({ tenant, ids }: World, count: number): Promise<string> {
  const seen = (await tenant.events.take(count)).map((event) => {
    const text = JSON.stringify(event['data']);
    const [, verb] = /^group\.(?:user|group)_(added|removed)$/.exec(String(event['type'])) ?? [];
    if (verb === undefined) return String(event['type']);
    return `${verb === 'added' ? '+' : '-'}${names.find((name) => text.includes(ids[name]))}`;
  });
  return seen.toSorted().join(' ');
}

const remove = (filter: string): JsonObject => ({ op: 'remove', path: `members[${filter}]` });
const add = (...members: readonly Name[]): JsonObject => ({
  ...{ op: 'add', path: 'members' },
  value: members.map((name) => ({ value: `{${name}}` })),
});
const write = (op: 'add' | 'replace', filter: string, ...members: readonly Name[]): JsonObject => ({
  ...add(...members),
  ...{ op, path: `members[${filter}]` },
});

const removals: readonly (readonly [filter: string, removed: string])[] = [
  ['value eq "{ada}"', '-ada'],
  ['value eq "{ada}" or value eq "{inner}" or value eq "{cyd}"', '-ada -inner'],
  ['type eq "Group"', '-inner'],
  ['type eq "user"', '-ada -bob'],
  ['type ne "User"', '-inner'],
  ['type sw "u" and value ne "{bob}"', '-ada'],
  ['type pr', '-ada -bob -inner'],
  ['not (type eq "User")', '-inner'],
  ['not (value eq "{ada}")', '-bob -inner'],
  ['not (value eq "{ada}" or value eq "{bob}")', '-inner'],
  ['value eq "{ada}" and type eq "User"', '-ada'],
  ['value eq "{ada}" and type eq "Group"', ''],
  ['value eq "{cyd}" and type eq "User"', ''],
  ['value sw "{ada}"', '-ada'],
  ['value co "-"', '-ada -bob -inner'],
  ['value gt "f"', ''],
  ['value eq ""', ''],
  ['value eq null', ''],
  ['$ref ew "/Groups/{inner}"', '-inner'],
  ['$ref eq "{base}/Users/{bob}"', '-bob'],
  ['$ref co "/Users/" and not (value eq "{bob}")', '-ada'],
  ['(type eq "Group" or value eq "{bob}") and value pr', '-bob -inner'],
];

/** What happens to a group of Ada, Bob and Inner. */
const taken: readonly (readonly [what: string, operations: readonly JsonObject[], changes: string])[] = [
  ['who was added before is chosen', [add('cyd', 'other'), remove('type eq "Group"')], '+cyd -inner'],
  ['who is added after is not', [remove('type eq "Group"'), add('other')], '+other -inner'],
  ['who comes and goes makes no event', [add('other'), remove('value eq "{other}" and type pr')], ''],
  ['who goes and comes makes none either', [remove('type eq "Group"'), add('inner')], ''],
  [
    'who replaces all is chosen',
    [{ ...add('bob', 'cyd', 'other'), op: 'replace' }, remove('type eq "Group"')],
    '+cyd -ada -inner',
  ],
  ['filters follow on each other', [remove('type eq "User"'), remove('value pr')], '-ada -bob -inner'],
  [
    'the name changes in the same request',
    [remove('type eq "Group"'), { op: 'replace', path: 'displayName', value: 'Taken' }],
    '-inner group.updated',
  ],
  ['those that match are replaced by nobody', [write('replace', 'type eq "User"')], '-ada -bob'],
  ['those that match are replaced by themselves', [write('replace', 'type eq "User"', 'bob', 'ada')], ''],
  ['those that match are added again', [write('add', 'not (type eq "User")', 'inner')], ''],
];

const rename = { op: 'replace', path: 'displayName', value: 'Never' };

const refused: readonly (readonly [what: string, operations: readonly JsonObject[], scimType: string])[] = [
  ['an attribute that members do not have', [rename, remove('display eq "Ada"')], 'invalidFilter'],
  [
    'another user in the place of those who match',
    [write('replace', 'type eq "Group"', 'cyd')],
    'mutability',
  ],
  ['one of two in the place of both', [write('replace', 'type eq "User"', 'ada')], 'mutability'],
  ['an addition to those who match', [write('add', 'type eq "Group"', 'other')], 'mutability'],
  [
    'a new value for those who match',
    [{ op: 'replace', path: 'members[type eq "Group"].value', value: '{cyd}' }],
    'mutability',
  ],
  ['the removal of their value', [{ op: 'remove', path: 'members[type eq "Group"].value' }], 'mutability'],
  ['a replacement of nobody', [rename, write('replace', 'type eq "Device"', 'cyd')], 'noTarget'],
  ['an emptying of nobody', [rename, write('replace', 'type eq "Device"')], 'noTarget'],
  ['an addition to nobody', [write('add', 'value eq "{cyd}" and type eq "User"', 'cyd')], 'noTarget'],
  [
    'a replacement of those who have gone',
    [remove('type eq "Group"'), write('replace', 'type eq "Group"', 'inner')],
    'noTarget',
  ],
  [
    'a member that nobody knows, beside a filter',
    [
      { op: 'add', path: 'members', value: [{ value: '0198a7c9-0000-7000-8000-000000000000' }] },
      remove('value pr'),
    ],
    'invalidValue',
  ],
  [
    'a wrong operation behind a filter',
    [remove('type eq "Group"'), { op: 'remove', path: 'displayName' }],
    'mutability',
  ],
];

describeEachBackend('A PATCH of a group', (server) => {
  let world: World;
  beforeAll(async () => {
    world = await createWorld(await connectPlain(server));
  });

  it.for(removals)('removes members[%s]: %s', { tags: ['rfc-95', 'rfc-104'] }, async ([filter, removed]) => {
    const group = await world.createGroup();
    const answer = await patch(world, group, [remove(filter)]);
    const count = removed.split(' ').filter(Boolean).length;
    expect(answer).toMatchObject({ status: 204, headers: { etag: `W/"${count === 0 ? 1 : 2}"` } });
    expect(await changes(world, count)).toBe(removed);
    const left = ['ada', 'bob', 'inner'].filter((name) => !removed.includes(name));
    expect(await namesIn(world, group)).toBe(left.join(' '));
    await world.tenant.expectNoEvents();
  });

  it('bounds the comparisons of a request, but not those by value alone', { tags: ['rfc-104'] }, async () => {
    const group = await world.createGroup();
    const some = (count: number): JsonObject => remove(Array(count).fill('type eq "Group"').join(' or '));
    await expectUnchanged(world.tenant, async () => {
      expect((await patch(world, group, [some(200), some(57)])).body).toEqual(scimError(413));
    });
    const named = Array.from({ length: 300 }, () => remove('value eq "{ada}"'));
    expect((await patch(world, group, [...named, some(200), some(56)])).status).toBe(204);
    expect(await changes(world, 2)).toBe('-ada -inner');
  });

  it('is 404 for a group that is not there, whatever it chooses', { tags: ['rfc-111'] }, async () => {
    const answer = await patch(world, world.ids.ada, [remove('type eq "User"')]);
    expect(answer.body).toEqual(scimError(404));
  });

  it('holds a choice to If-Match', { tags: ['rfc-98'] }, async () => {
    const group = await world.createGroup();
    const send = (version: number) =>
      world.tenant.scim.send(
        ...(['PATCH', `/Groups/${group}`, { 'If-Match': `W/"${version}"` }] as const),
        patchRequest(remove('type eq "Group"')),
      );
    await expectUnchanged(world.tenant, async () => expect((await send(7)).body).toEqual(scimError(412)));
    expect((await send(1)).status).toBe(204);
    expect(await changes(world, 1)).toBe('-inner');
    expect(await namesIn(world, group)).toBe('ada bob');
  });

  it('shows who is left when it is asked to', { tags: ['rfc-97'] }, async () => {
    const group = await world.createGroup();
    const answer = await patch(world, group, [remove('type eq "User"')], '?attributes=members.value');
    expect(answer).toMatchObject({ status: 200, body: { members: [{ value: world.ids.inner }] } });
    expect(await changes(world, 2)).toBe('-ada -bob');
  });

  it('chooses in a bulk request too, by a bulkId as well', { tags: ['rfc-121'] }, async () => {
    const group = await world.createGroup();
    const path = 'members[type eq "User" and not (value eq "bulkId:new")]';
    const data = { schemas: [userSchema], userName: `new-${group}` };
    const results = await runBulk(world.tenant, [
      {
        ...{ method: 'PATCH', path: `/Groups/${group}` },
        data: patchRequest({ ...add(), value: [{ value: 'bulkId:new' }] }, { op: 'remove', path }),
      },
      { method: 'POST', path: '/Users', bulkId: 'new', data },
    ]);
    expect(results.map(({ status }) => status)).toEqual(['204', '201']);
    const events = await world.tenant.events.take(4);
    expect(events.map(({ type }) => type).toSorted()).toEqual([
      ...['group.user_added', 'group.user_removed', 'group.user_removed', 'user.created'],
    ]);
    expect(await namesIn(world, group)).toBe('inner');
  });
});

describeEachBackend('A PATCH that chooses members', (server) => {
  describe.for(['compat', 'strict'] as const)('in %s mode', (mode) => {
    let world: World;
    beforeAll(async () => {
      world = await createWorld(await connectPlain(server, mode));
    });

    it.for(taken)('goes by order: %s', { tags: ['rfc-96', 'rfc-107'] }, async ([, operations, expected]) => {
      const group = await world.createGroup();
      expect((await patch(world, group, operations)).status).toBe(204);
      expect(await changes(world, expected.split(' ').filter(Boolean).length)).toBe(expected);
      await world.tenant.expectNoEvents();
    });

    it.for(refused)(
      'refuses %s and changes nothing',
      { tags: ['rfc-94', 'rfc-96', 'rfc-107'] },
      async ([, operations, scimType]) => {
        const group = await world.createGroup();
        await expectUnchanged(world.tenant, async () => {
          const answer = await patch(world, group, operations);
          expect(answer.body).toEqual(scimError(400, scimType));
        });
      },
    );

    it(
      'writes those again that a filter names by their value',
      { tags: ['rfc-103', 'rfc-107'] },
      async () => {
        const group = await world.createGroup();
        const send = (op: 'add' | 'replace', name: Name) =>
          patch(world, group, [write(op, `value eq "{${name}}"`, name)]);
        expect(await send('add', 'ada')).toMatchObject({ status: 204, headers: { etag: 'W/"1"' } });
        expect(await send('replace', 'ada')).toMatchObject({ status: 204, headers: { etag: 'W/"1"' } });
        const stranger = await send('replace', 'cyd');
        if (mode === 'strict') {
          expect(stranger.body).toEqual(scimError(400, 'noTarget'));
        } else {
          expect(stranger.status).toBe(204);
          expect(await changes(world, 1)).toBe('+cyd');
        }
        await world.tenant.expectNoEvents();
      },
    );
  });
});
