import { randomUUID } from 'node:crypto';
import { expect, inject, it } from 'vitest';
import { inOtherCase } from '../harness/attribute-samples.ts';
import { createTrial } from '../harness/attribute-trial.ts';
import {
  bodyWith,
  endpointOf,
  partsOf,
  pathOf,
  readDescribedAttributes,
  topNameOf,
  valueIn,
  valuesIn,
} from '../harness/described-attributes.ts';
import type { AttributeOfSchema, PartOfAttribute } from '../harness/described-attributes.ts';
import { describeEachBackend } from '../harness/each-backend.ts';
import type { SharedServer } from '../harness/installation.ts';
import { idOf, objectOf } from '../harness/json.ts';
import type { JsonObject } from '../harness/json.ts';
import { filtered, groupNamed } from '../harness/provisioning.ts';
import { resourcesOf } from '../harness/scim-lists.ts';
import { enterpriseSchema, groupSchema, userSchema } from '../harness/scim-schemas.ts';
import type { Tenant } from '../harness/tenant.ts';

// A user and a group that have every attribute are held against /Schemas: what they show, how it is compared (`caseExact`),
// when it comes (`returned`) and where it points to (`referenceTypes`).

const { embedded } = inject('servers');
const described = await readDescribedAttributes(embedded);

/** Described, and without a value: see ScimManager.yaml. */
const neverSet = `${enterpriseSchema}:manager.displayName`;

/** A part of a resource that answers show; without `part` the attribute itself. */
interface Leaf {
  readonly entry: AttributeOfSchema;
  readonly part?: PartOfAttribute['part'];
}

/** Every attribute that is not complex, and every sub-attribute, that answers show. */
const leaves: readonly (readonly [path: string, leaf: Leaf])[] = [
  ...described
    .filter(({ attribute }) => attribute.type !== 'complex' && attribute.returned !== 'never')
    .map((entry) => [pathOf(entry), { entry }] as const),
  ...partsOf(described)
    .filter(([path]) => path !== neverSet)
    .map(([path, { entry, part }]) => [path, { entry, part }] as const),
];

/** The resources of one directory that have every attribute. */
interface World {
  readonly tenant: Tenant;
  /** The user or group that has the attribute, as a GET shows it. */
  readonly resourceWith: (entry: AttributeOfSchema) => JsonObject;
  /** GET of it with that query. */
  readonly read: (entry: AttributeOfSchema, query: string) => Promise<JsonObject>;
}

const worlds = new Map<string, Promise<World>>();

function sharedWorld(server: SharedServer): Promise<World> {
  const world = worlds.get(server.url) ?? createWorld(server);
  worlds.set(server.url, world);
  return world;
}

async function createWorld(server: SharedServer): Promise<World> {
  const { tenant, sample } = await createTrial(server, 'strict');
  const { scim } = tenant;
  const bodyOf = (...schemas: readonly string[]): JsonObject => {
    const bodies = described
      .filter(({ schema }) => schemas.includes(schema))
      .map((entry) => bodyWith(entry, sample(entry, 1).sent));
    const extension = Object.assign({}, ...bodies.map((body) => body[enterpriseSchema] ?? {})) as JsonObject;
    const hasExtension = schemas.includes(enterpriseSchema);
    return {
      ...Object.assign({}, ...bodies),
      schemas,
      ...(hasExtension && { [enterpriseSchema]: extension }),
    };
  };
  const user = await scim.post('/Users', bodyOf(userSchema, enterpriseSchema));
  const group = await scim.post('/Groups', bodyOf(groupSchema));
  const joined = await scim.post('/Groups', groupNamed(randomUUID(), [idOf(user)]));
  expect([user.status, group.status, joined.status]).toEqual([201, 201, 201]);
  const targets = { '/Users': `/Users/${idOf(user)}`, '/Groups': `/Groups/${idOf(group)}` };
  const read = async (endpoint: '/Users' | '/Groups', query: string): Promise<JsonObject> => {
    const { status, body } = await scim.get(`${targets[endpoint]}${query}`);
    expect(status).toBe(200);
    return objectOf(body);
  };
  const wholes = { '/Users': await read('/Users', ''), '/Groups': await read('/Groups', '') };
  return {
    tenant,
    resourceWith: ({ schema }) => wholes[endpointOf(schema)],
    read: ({ schema }, query) => read(endpointOf(schema), query),
  };
}

/** The values that a resource shows of an attribute or sub-attribute. */
function shownOf({ entry, part }: Leaf, body: unknown): readonly unknown[] {
  if (part !== undefined) return valuesIn({ entry, part }, body);
  const value = valueIn(entry, body);
  return value === undefined ? [] : [value];
}

/** The paths of all that a resource shows but the common attributes. */
function pathsIn({ schemas: _schemas, id: _id, meta: _meta, ...attributes }: JsonObject): readonly string[] {
  const { [enterpriseSchema]: extension = {}, ...core } = attributes;
  const paths = (prefix: string, holder: JsonObject): readonly string[] =>
    Object.entries(holder).flatMap(([name, value]) => {
      const elements: readonly unknown[] = Array.isArray(value) ? value : [value];
      const path = prefix + name;
      return elements.flatMap((element) =>
        typeof element === 'object' && element !== null
          ? Object.keys(element).map((part) => `${path}.${part}`)
          : [path],
      );
    });
  return [...new Set([...paths('', core), ...paths(`${enterpriseSchema}:`, objectOf(extension))])].toSorted();
}

describeEachBackend('With every attribute', (server) => {
  it.for(['/Users', '/Groups'] as const)(
    'what one of %s shows is what /Schemas describes',
    { tags: ['rfc-38', 'rfc-132'] },
    async (endpoint) => {
      const { resourceWith } = await sharedWorld(server);
      const ofType = leaves.filter(([, { entry }]) => endpointOf(entry.schema) === endpoint);
      const shown = ofType.map(([, { entry }]) => pathsIn(resourceWith(entry)));
      expect(shown[0]).toEqual(ofType.map(([path]) => path).toSorted());
    },
  );

  it.for(leaves)(
    '%s comes alone when it is asked for, and stays away alone when it is excluded',
    { tags: ['rfc-80', 'rfc-81', 'rfc-83'] },
    async ([path, leaf]) => {
      const { resourceWith, read } = await sharedWorld(server);
      const whole = resourceWith(leaf.entry);
      const only = await read(leaf.entry, `?attributes=${path}`);
      expect(pathsIn(only)).toEqual([path]);
      expect(Object.keys(only).toSorted()).toEqual(['id', 'schemas', topNameOf(leaf.entry)].toSorted());
      expect(shownOf(leaf, only)).toEqual(shownOf(leaf, whole));
      const others = await read(leaf.entry, `?excludedAttributes=${path}`);
      expect(pathsIn(others)).toEqual(pathsIn(whole).filter((shown) => shown !== path));
    },
  );

  it.for(leaves.filter(([, { entry, part }]) => (part ?? entry.attribute).type !== 'boolean'))(
    '%s is compared as its caseExact says',
    { tags: ['rfc-58', 'rfc-63'] },
    async ([path, leaf]) => {
      const { tenant, resourceWith } = await sharedWorld(server);
      const resource = resourceWith(leaf.entry);
      const endpoint = endpointOf(leaf.entry.schema);
      const [text = ''] = shownOf(leaf, resource).map(String);
      const find = async (value: string): Promise<readonly unknown[]> => {
        const filter = `${path} eq ${JSON.stringify(value)}`;
        return resourcesOf(await tenant.scim.get(filtered(endpoint, filter))).map(({ id }) => id);
      };
      const { caseExact } = leaf.part ?? leaf.entry.attribute;
      const found = await find(text);
      expect(found).toContain(resource['id']);
      expect(await find(inOtherCase(text))).toEqual(caseExact ? [] : found);
    },
  );

  it.for(
    leaves.filter(([, { part }]) => part?.canonicalValues !== undefined && part.mutability === 'readOnly'),
  )(
    '%s is each of its canonical values, and nothing else',
    { tags: ['rfc-35', 'rfc-38'] },
    async ([, leaf]) => {
      const { resourceWith } = await sharedWorld(server);
      const seen = new Set(shownOf(leaf, resourceWith(leaf.entry)));
      expect([...seen].toSorted()).toEqual(leaf.part?.canonicalValues?.toSorted());
    },
  );

  it.for(leaves.filter(([, { entry, part }]) => (part ?? entry.attribute).type === 'reference'))(
    '%s points to what its referenceTypes name',
    { tags: ['rfc-35', 'rfc-38', 'rfc-132'] },
    async ([, leaf]) => {
      const { tenant, resourceWith } = await sharedWorld(server);
      const uris = shownOf(leaf, resourceWith(leaf.entry)).map(String);
      const types = uris.map(async (uri) => {
        if (!uri.startsWith(`${tenant.scimBaseUrl}/`)) return 'external';
        const { body } = await tenant.scim.get(uri.slice(tenant.scimBaseUrl.length));
        return objectOf(objectOf(body)['meta'])['resourceType'];
      });
      const { referenceTypes = [] } = leaf.part ?? leaf.entry.attribute;
      expect([...new Set(await Promise.all(types))].toSorted()).toEqual(referenceTypes.toSorted());
    },
  );
});
