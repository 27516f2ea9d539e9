import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseAttributePath } from '../scim/attribute-path.ts';
import type { AttributePath } from '../scim/attribute-path.ts';
import { ScimError } from '../scim/error.ts';
import { createMatcher } from '../scim/filter/evaluate.ts';
import type { CompareOperator, Filter, FilterValue } from '../scim/filter/filter.ts';
import { resolveFilter } from '../scim/filter/resolve-filter.ts';
import type { ResolvedFilter } from '../scim/filter/resolve-filter.ts';
import { compat } from '../scim/mode.ts';
import { isJsonList, isJsonObject } from '../scim/resource.ts';
import type { Json, ScimResource } from '../scim/resource.ts';
import { groupResourceType, userResourceType } from '../scim/resource-types.ts';
import { enterpriseUserSchema, groupSchema, userSchema } from '../scim/schema.ts';
import type { AttributeIndex, IndexedAttribute, ResourceType } from '../scim/schema.ts';
import type { Database } from '../store/database.ts';
import { filterCondition } from '../store/filter/filter-condition.ts';
import { listGroupsOfUsers, listMembersOfGroups } from '../store/members.ts';
import { searchAfter } from '../store/search.ts';
import type { GroupRow } from '../store/groups.ts';
import { onEachDatabase } from '../store/testing/databases.ts';
import { seedDirectory, seedEnvironment } from '../store/testing/seed.ts';
import type { UserRow } from '../store/users.ts';
import type { DirectoryContext } from './directory-context.ts';
import { tables } from './filter-conditions.ts';
import { createGroup } from './groups.ts';
import { toScimGroup, toScimUser } from './scim-resource.ts';
import { createUser } from './users.ts';

const baseUrl = 'https://sync.example.com/scim/v2/d1';
const foreign = 'urn:acme:2.0:User';
const types = [userResourceType, groupResourceType];
const page = { after: undefined, limit: 1000 };

/** Capitals that fold to two characters, or otherwise in other places; wildcards; above the surrogates; quotes. */
const texts = [
  ...[
    'a',
    'A',
    'ab',
    'AB',
    'Ba',
    'b',
    '%',
    'a%',
    '_',
    'a_b',
    '\\',
    "o'x",
    '"q"',
    ' ',
    '1',
    'true',
    '?',
    '$1',
  ],
  ...[
    'Zoë',
    'ZOË',
    'zoë',
    'İ',
    'i̇',
    'ΑΣ',
    'ας',
    'ß',
    'ẞ',
    'K',
    'k',
    '陈',
    '\u{1F600}',
    '\uFF5E',
    'É',
    'e\u0301',
  ],
];
const text = fc.constantFrom(...texts);

/** Any value that the attribute takes. */
function valueOf(attribute: IndexedAttribute): fc.Arbitrary<Json> {
  const one = oneValueOf(attribute);
  return attribute.multiValued ? fc.array(one, { minLength: 1, maxLength: 3 }) : one;
}

function oneValueOf({ type, subAttributes }: IndexedAttribute): fc.Arbitrary<Json> {
  switch (type) {
    case 'boolean':
      return fc.boolean();
    case 'integer':
    case 'decimal':
      return fc.integer({ min: -2, max: 2 });
    case 'complex':
      return objectOf(subAttributes);
    default:
      return text;
  }
}

function objectOf({ all }: AttributeIndex): fc.Arbitrary<ScimResource> {
  const writable = all.filter(({ mutability, name }) => mutability !== 'readOnly' && name !== 'schemas');
  // Two primaries would be refused.
  const members = writable.map((attribute) => [
    attribute.name,
    attribute.name === 'primary' ? fc.constant(false) : valueOf(attribute),
  ]);
  return fc
    .record(Object.fromEntries(members) as Record<string, fc.Arbitrary<Json>>, { requiredKeys: [] })
    .map((object) => object as ScimResource);
}

/** The members of an extension that no schema describes, in any case and of any type. */
const foreignValue: fc.Arbitrary<Json> = fc.letrec<{ value: Json }>((tie) => ({
  value: fc.oneof(
    { depthSize: 'small', maxDepth: 3 },
    fc.oneof(text, fc.constantFrom(-1.5, 0, 2, 1e21), fc.boolean()),
    fc.array(tie('value'), { maxLength: 3 }),
    fc.dictionary(fc.constantFrom('size', 'SIZE', 'Kind', '\u212Aind', 'tags'), tie('value'), { maxKeys: 3 }),
  ),
})).value;
const foreignExtension = fc.dictionary(fc.constantFrom('size', 'Size', 'tags', 'car'), foreignValue, {
  maxKeys: 3,
});

const userBody = fc
  .record({
    core: objectOf(userResourceType.attributes),
    enterprise: objectOf(userResourceType.extensionAttributes.get(enterpriseUserSchema) ?? unknown()),
    foreign: fc.dictionary(fc.constantFrom(foreign, 'URN:ACME:2.0:user'), foreignExtension, { maxKeys: 2 }),
  })
  .map(({ core, enterprise, foreign: others }) => ({
    ...{ ...core, ...others, schemas: [userSchema], [enterpriseUserSchema]: enterprise },
  }));

/** `members` are numbers of users and of earlier groups. */
const groupBody = fc.record({
  displayName: text,
  externalId: fc.option(text),
  members: fc.array(fc.nat({ max: 9 }), { maxLength: 4 }),
});

interface Seen {
  readonly context: DirectoryContext;
  readonly resources: ReadonlyMap<ResourceType['name'], readonly ScimResource[]>;
}

/** A directory with these resources, and what a client sees of them. */
async function fill(
  database: Database,
  users: readonly ScimResource[],
  groups: readonly { displayName: string; externalId: string | null; members: readonly number[] }[],
): Promise<Seen> {
  const directoryId = await seedDirectory(database, await seedEnvironment(database));
  const wake = { notify: () => undefined } as unknown as DirectoryContext['wake'];
  const context: DirectoryContext = { database, directoryId, mode: compat, wake };
  const ids: string[] = [];
  for (const [number, body] of users.entries()) {
    const userName = `${body['userName'] as string}${number}`;
    ids.push((await createUser(context, { ...body, userName })).id);
  }
  for (const [number, { displayName, externalId, members }] of groups.entries()) {
    const values = members.flatMap((member) => (ids[member] === undefined ? [] : [{ value: ids[member] }]));
    const body = {
      schemas: [groupSchema],
      externalId,
      displayName: `${displayName}${number}`,
      members: values,
    };
    ids.push((await createGroup(context, body)).id);
  }
  return { context, resources: await readAll(context) };
}

async function readAll({ database, directoryId }: DirectoryContext): Promise<Seen['resources']> {
  const users = await searchAfter<UserRow>(database, tables.User, directoryId, [], page);
  const groups = await searchAfter<GroupRow>(database, tables.Group, directoryId, [], page);
  const ids = (rows: readonly UserRow[]): string[] => rows.map(({ id }) => id);
  const groupsOf = await listGroupsOfUsers(database, directoryId, ids(users));
  const membersOf = await listMembersOfGroups(database, directoryId, ids(groups));
  return new Map([
    ['User', users.map((row) => toScimUser(row, groupsOf.get(row.id) ?? [], baseUrl))],
    ['Group', groups.map((row) => toScimGroup(row, membersOf.get(row.id) ?? [], baseUrl))],
  ]);
}

/** Every attribute and sub-attribute, and some that no schema describes. */
function pathsOf({ attributes, extensionAttributes, name }: ResourceType): readonly AttributePath[] {
  const described = [attributes, ...extensionAttributes.values()].flatMap(({ all }) =>
    all.flatMap(({ path, subAttributes }) => [path, ...subAttributes.all.map((sub) => sub.path)]),
  );
  const others = ['size', 'tags', 'tags.kind', 'car.Size', 'car', 'none'].map((rest) => `${foreign}:${rest}`);
  return [...described, ...(name === 'User' ? others : [])].map(
    (path) => parseAttributePath(path) ?? unknown(),
  );
}

function unknown(): never {
  throw new Error('The attribute is not there.');
}

const operators: readonly CompareOperator[] = ['eq', 'ne', 'co', 'sw', 'ew', 'gt', 'ge', 'lt', 'le'];

/** Values are numbers yet, with which one of the values is picked that the resources have there. */
function filtersOf(resourceType: ResourceType): fc.Arbitrary<Filter> {
  const paths = pathsOf(resourceType);
  const compare = (attribute: fc.Arbitrary<AttributePath>): fc.Arbitrary<Filter> =>
    fc.oneof(
      {
        weight: 5,
        arbitrary: fc.record({
          kind: fc.constant('compare' as const),
          attribute,
          operator: fc.constantFrom(...operators),
          value: fc.nat(),
        }),
      },
      { weight: 1, arbitrary: fc.record({ kind: fc.constant('present' as const), attribute }) },
    );
  const tree = (leaf: fc.Arbitrary<Filter>): fc.Arbitrary<Filter> =>
    fc.letrec<{ filter: Filter }>((tie) => ({
      filter: fc.oneof(
        { depthSize: 'small', maxDepth: 3 },
        leaf,
        fc.record({
          kind: fc.constantFrom('and' as const, 'or' as const),
          terms: fc.array(tie('filter'), { minLength: 2, maxLength: 3 }),
        }),
        fc.record({ kind: fc.constant('not' as const), term: tie('filter') }),
      ),
    })).filter;
  const valuePath = fc
    .constantFrom(...paths.filter(({ subName }) => subName === undefined))
    .chain((attribute) => {
      const subNames = paths
        .filter(
          ({ urn, name, subName }) =>
            subName !== undefined && urn === attribute.urn && name === attribute.name,
        )
        .map(({ subName }) => subName ?? '');
      const inside = fc
        .constantFrom(...subNames, 'value', 'kind')
        .map((name) => ({ urn: undefined, name, subName: undefined }));
      return tree(compare(inside)).map((filter): Filter => ({ kind: 'valuePath', attribute, filter }));
    });
  return tree(
    fc.oneof(
      { weight: 4, arbitrary: compare(fc.constantFrom(...paths)) },
      { weight: 1, arbitrary: valuePath },
    ),
  );
}

/** The filter with literals, half of them values that some resource has there, or parts of them. */
function withLiterals(filter: Filter, seen: readonly Json[]): Filter {
  switch (filter.kind) {
    case 'and':
    case 'or':
      return { ...filter, terms: filter.terms.map((term) => withLiterals(term, seen)) };
    case 'not':
      return { ...filter, term: withLiterals(filter.term, seen) };
    case 'valuePath': {
      const { urn, name } = filter.attribute;
      const elements = seen.flatMap((value) => valuesAt(value, urn === undefined ? [name] : [urn, name]));
      return { ...filter, filter: withLiterals(filter.filter, elements) };
    }
    case 'compare':
      return { ...filter, value: literalFor(filter.attribute, Number(filter.value), seen) };
    default:
      return filter;
  }
}

function literalFor({ urn, name, subName }: AttributePath, pick: number, seen: readonly Json[]): FilterValue {
  const keys = [urn, name, subName].filter((key) => key !== undefined);
  const found = seen
    .flatMap((value) => valuesAt(value, keys))
    .flatMap((value) => (isJsonObject(value) ? Object.values(value) : value));
  const scalars = found.filter((value) => typeof value !== 'object');
  const variants = scalars.flatMap((value): FilterValue[] => {
    if (typeof value !== 'string') return [value];
    const characters = Array.from(value);
    const moment = Date.parse(value);
    const isMoment = /^\d{4}-.*Z$/.test(value) && !Number.isNaN(moment);
    return [
      ...[
        value,
        value.toUpperCase(),
        value.toLowerCase(),
        characters.slice(0, -1).join(''),
        characters.slice(1).join(''),
      ],
      ...(isMoment
        ? [
            value.replace('Z', '4+00:00'),
            value.replace('Z', '-01:00'),
            new Date(moment - 1).toISOString(),
            new Date(moment + 3_600_000).toISOString().replace('Z', '+01:00'),
          ]
        : []),
    ];
  });
  const pool: FilterValue[] = [
    ...variants,
    ...texts.slice(0, Math.max(4, Math.ceil(variants.length / 2))),
    '',
    null,
    0,
    2,
    true,
    false,
    '0000-01-01T00:00:00Z',
    '9999-12-31T23:59:59-14:00',
  ];
  return pool[pick % pool.length] ?? null;
}

function valuesAt(value: Json, keys: readonly string[]): readonly Json[] {
  if (isJsonList(value)) return value.flatMap((element) => valuesAt(element, keys));
  const [key, ...rest] = keys;
  if (key === undefined) return [value];
  if (!isJsonObject(value)) return [];
  return Object.entries(value).flatMap(([name, member]) =>
    name.toLowerCase() === key.toLowerCase() ? valuesAt(member, rest) : [],
  );
}

function resolved(resourceType: ResourceType, filter: Filter): ResolvedFilter | undefined {
  try {
    return resolveFilter(resourceType, filter, compat);
  } catch (error) {
    if (error instanceof ScimError && error.scimType === 'invalidFilter') return undefined;
    throw error;
  }
}

async function idsInDatabase(
  { database, directoryId }: DirectoryContext,
  { name }: ResourceType,
  filter: ResolvedFilter,
): Promise<readonly string[]> {
  const condition = filterCondition(tables[name], filter, baseUrl);
  const rows = await searchAfter<UserRow>(database, tables[name], directoryId, [condition], page);
  return rows.map(({ id }) => id);
}

function idsInMemory(seen: Seen, { name }: ResourceType, filter: ResolvedFilter): readonly unknown[] {
  return (seen.resources.get(name) ?? []).filter(createMatcher(filter)).map(({ id }) => id);
}

function explain(filter: ResolvedFilter, { resources }: Seen): string {
  const written = JSON.stringify(filter, (name, value: unknown) =>
    name === 'attribute' ? (value as { path: string }).path : value,
  );
  return `${written} of ${JSON.stringify([...resources.values()])}`;
}

onEachDatabase((testDatabase) => {
  test('the database finds what the filter finds in memory', async () => {
    let telling = 0;
    const filters = types.map((type) => fc.array(filtersOf(type), { minLength: 12, maxLength: 12 }));
    await fc.assert(
      fc.asyncProperty(
        fc.array(userBody, { minLength: 1, maxLength: 6 }),
        fc.array(groupBody, { minLength: 1, maxLength: 4 }),
        fc.tuple(...filters),
        async (users, groups, filtersOfTypes) => {
          const seen = await fill(testDatabase.database, users, groups);
          for (const [index, type] of types.entries()) {
            for (const shape of filtersOfTypes[index] ?? []) {
              const filter = resolved(type, withLiterals(shape, seen.resources.get(type.name) ?? []));
              if (filter === undefined) continue;
              const inMemory = idsInMemory(seen, type, filter);
              const inDatabase = await idsInDatabase(seen.context, type, filter);
              expect(inDatabase, explain(filter, seen)).toEqual(inMemory);
              if (inMemory.length > 0 && inMemory.length < (seen.resources.get(type.name)?.length ?? 0))
                telling += 1;
            }
          }
        },
      ),
      // A counterexample is small enough as it is, and to shrink one takes a minute.
      { numRuns: 40, endOnFailure: true },
    );
    // Filters that find all or nothing would agree too easily.
    expect(telling).toBeGreaterThan(30);
  });
});
