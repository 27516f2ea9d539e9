import type { AttributePath } from './attribute-path.ts';
import type { ScimMode } from './mode.ts';

/** The URN of the core schema of users (RFC 7643 section 4.1). */
export const userSchema = 'urn:ietf:params:scim:schemas:core:2.0:User';
/** The URN of the core schema of groups (RFC 7643 section 4.2). */
export const groupSchema = 'urn:ietf:params:scim:schemas:core:2.0:Group';
/** The URN of the enterprise extension of users (RFC 7643 section 4.3). */
export const enterpriseUserSchema = 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User';

/** An attribute with its characteristics (RFC 7643 section 7). */
export interface ScimAttribute {
  readonly name: string;
  readonly type:
    'string' | 'boolean' | 'decimal' | 'integer' | 'dateTime' | 'binary' | 'reference' | 'complex';
  readonly multiValued: boolean;
  readonly description: string;
  readonly required: boolean;
  readonly caseExact: boolean;
  readonly mutability: 'readOnly' | 'readWrite' | 'immutable' | 'writeOnly';
  readonly returned: 'always' | 'never' | 'default' | 'request';
  readonly uniqueness: 'none' | 'server' | 'global';
  readonly canonicalValues?: readonly string[];
  readonly referenceTypes?: readonly string[];
  readonly subAttributes?: readonly ScimAttribute[];
}

/** A schema (RFC 7643 section 7); `id` is its URN. */
export interface ScimSchemaDefinition {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  readonly attributes: readonly ScimAttribute[];
}

/** What an attribute path means for a resource type. */
export interface AttributeTarget {
  /** In canonical case: `userName`, `emails.value`, `urn:…:enterprise:2.0:User:manager.value`. */
  readonly path: string;
  /** The URN of the extension that holds the attribute; nothing for a core or common attribute. */
  readonly extension: string | undefined;
  readonly name: string;
  /** Nothing for an attribute of an extension that no schema here describes. */
  readonly attribute: IndexedAttribute | undefined;
  readonly subName: string | undefined;
  readonly subAttribute: IndexedAttribute | undefined;
}

/** An attribute in its place. */
export interface IndexedAttribute extends Omit<ScimAttribute, 'subAttributes'> {
  /** As in `AttributeTarget`. */
  readonly path: string;
  readonly extension: string | undefined;
  /** Empty unless the attribute is complex. */
  readonly subAttributes: AttributeIndex;
}

/** Attributes by their names; see `findAttribute`. */
export interface AttributeIndex {
  readonly all: readonly IndexedAttribute[];
  /** By canonical and by lower-case name. */
  readonly byName: ReadonlyMap<string, IndexedAttribute>;
  readonly required: readonly IndexedAttribute[];
  /** Those that are not in every answer: of `returned` never or request, or with such a sub-attribute. */
  readonly withheld: readonly IndexedAttribute[];
}

/** A resource type (RFC 7643 section 6) with its attributes ready for look-up. */
export interface ResourceType {
  readonly name: 'User' | 'Group';
  readonly endpoint: string;
  readonly schema: ScimSchemaDefinition;
  readonly extensions: readonly ScimSchemaDefinition[];
  /** The common attributes (RFC 7643 section 3.1) and those of `schema`. */
  readonly attributes: AttributeIndex;
  /** The attributes of each of `extensions`, by its URN. */
  readonly extensionAttributes: ReadonlyMap<string, AttributeIndex>;
  /** The URNs of `schema` and `extensions` by themselves and by their lower-case form. */
  readonly schemaUrns: ReadonlyMap<string, string>;
  /** The same by the SCIM 1 style forms and misspellings that clients send for them. */
  readonly legacySchemaUrns: ReadonlyMap<string, string>;
}

/** Builds the look-up tables of a resource type. */
export function createResourceType({
  name,
  endpoint,
  schema,
  extensions,
  commonAttributes,
}: Pick<ResourceType, 'name' | 'endpoint' | 'schema' | 'extensions'> & {
  readonly commonAttributes: readonly ScimAttribute[];
}): ResourceType {
  const urns = [schema, ...extensions].map(({ id }) => id);
  return {
    name,
    endpoint,
    schema,
    extensions,
    attributes: createIndex([...commonAttributes, ...schema.attributes], '', undefined),
    extensionAttributes: new Map(
      extensions.map(({ id, attributes }) => [id, createIndex(attributes, `${id}:`, id)]),
    ),
    schemaUrns: new Map(urns.flatMap((urn) => [urn, urn.toLowerCase()].map((form) => [form, urn]))),
    legacySchemaUrns: new Map(
      urns.flatMap((urn) => legacyForms(urn).map((form) => [form.toLowerCase(), urn])),
    ),
  };
}

function createIndex(
  attributes: readonly ScimAttribute[],
  prefix: string,
  extension: string | undefined,
): AttributeIndex {
  const all = attributes.map(({ subAttributes = [], ...attribute }): IndexedAttribute => {
    const path = prefix + attribute.name;
    return {
      ...attribute,
      path,
      extension,
      subAttributes: createIndex(subAttributes, `${path}.`, extension),
    };
  });
  const byLowerCase = all.map((attribute) => [attribute.name.toLowerCase(), attribute] as const);
  const byName = all.map((attribute) => [attribute.name, attribute] as const);
  const withheld = all.filter(
    ({ returned, subAttributes }) =>
      returned === 'never' || returned === 'request' || subAttributes.withheld.length > 0,
  );
  const required = all.filter((attribute) => attribute.required);
  return { all, byName: new Map([...byLowerCase, ...byName]), required, withheld };
}

/** OneLogin's templates and SCIM 1 clients leave out `ietf:params`, `:User` or the colon before it, or say 1.0. */
function legacyForms(urn: string): readonly string[] {
  const match = /^urn:ietf:params:scim:schemas:(.+):2\.0:(\w+)$/.exec(urn);
  if (match === null) return [];
  const [, family = '', type = ''] = match;
  return ['urn:ietf:params:scim:schemas', 'urn:scim:schemas'].flatMap((prefix) =>
    ['1.0', '2.0'].flatMap((version) =>
      ['', type, `:${type}`].map((suffix) => `${prefix}:${family}:${version}${suffix}`),
    ),
  );
}

/** The attribute of that name; names are case-insensitive (RFC 7643 section 2.1). */
export function findAttribute(index: AttributeIndex, name: string): IndexedAttribute | undefined {
  return index.byName.get(name) ?? index.byName.get(name.toLowerCase());
}

/** The canonical URN of a schema of the resource type; compat mode knows older forms too. */
export function findSchemaUrn(resourceType: ResourceType, urn: string, mode: ScimMode): string | undefined {
  const { schemaUrns, legacySchemaUrns } = resourceType;
  const known = schemaUrns.get(urn);
  // Most names that are asked for are no URNs.
  if (known !== undefined || !urn.includes(':')) return known;
  const folded = urn.toLowerCase();
  const canonical = schemaUrns.get(folded);
  if (canonical !== undefined) return canonical;
  const legacy = legacySchemaUrns.get(folded);
  return legacy !== undefined && mode.accepts('legacySchemaUrn') ? legacy : undefined;
}

/** The attributes that a schema of the resource type describes; nothing for an extension that no schema describes. */
function attributesOf(resourceType: ResourceType, urn: string): AttributeIndex | undefined {
  return urn === resourceType.schema.id ? resourceType.attributes : resourceType.extensionAttributes.get(urn);
}

/** Whether data under that key is kept although no schema describes it. */
export function isForeignExtension(urn: string): boolean {
  // Attributes of the core have no colon.
  return (
    urn[3] === ':' &&
    /^urn:(?!ietf:params:scim:(?:schemas:core|api):|scim:schemas:core:)[\x21-\x7e]+$/i.test(urn)
  );
}

/** Looks a path up; nothing when the resource type has no such attribute. */
export function resolveAttribute(
  resourceType: ResourceType,
  { urn, name, subName }: AttributePath,
  mode: ScimMode,
): AttributeTarget | undefined {
  const { attributes, extensionAttributes } = resourceType;
  if (urn === undefined) {
    if (findAttribute(attributes, name) !== undefined) return resolveIn(attributes, name, subName);
    // RFC 7644 section 3.10 only recommends the URN before extension attributes; Entra sends `manager`.
    for (const index of extensionAttributes.values()) {
      if (findAttribute(index, name) !== undefined) return resolveIn(index, name, subName);
    }
    return undefined;
  }
  const known = findSchemaUrn(resourceType, urn, mode);
  const index = known === undefined ? undefined : attributesOf(resourceType, known);
  if (index !== undefined) return resolveIn(index, name, subName);
  if (!isForeignExtension(urn)) return undefined;
  const path = `${urn}:${name}${subName === undefined ? '' : `.${subName}`}`;
  return { path, extension: urn, name, attribute: undefined, subName, subAttribute: undefined };
}

function resolveIn(
  index: AttributeIndex,
  name: string,
  subName: string | undefined,
): AttributeTarget | undefined {
  const attribute = findAttribute(index, name);
  if (attribute === undefined || subName === undefined) return attribute && targetOf(attribute);
  const subAttribute = findAttribute(attribute.subAttributes, subName);
  return subAttribute && targetOf(attribute, subAttribute);
}

/** The target that a described attribute, or one of its sub-attributes, is. */
export function targetOf(attribute: IndexedAttribute, subAttribute?: IndexedAttribute): AttributeTarget {
  const { path, extension, name } = attribute;
  return {
    path: subAttribute?.path ?? path,
    extension,
    name,
    attribute,
    subName: subAttribute?.name,
    subAttribute,
  };
}
