import { parseAttributePath } from './attribute-path.ts';
import { ScimError } from './error.ts';
import { compat } from './mode.ts';
import { isJsonList, isJsonObject } from './resource.ts';
import type { Json, JsonObject, ScimResource } from './resource.ts';
import { findAttribute, findSchemaUrn, isForeignExtension, resolveAttribute } from './schema.ts';
import type { AttributeIndex, AttributeTarget, ResourceType, ScimAttribute } from './schema.ts';

/** Attribute names as a query parameter has them, with commas, or a search request, as a list. */
export type AttributeNames = string | readonly string[] | null | undefined;

/** Which attributes of a resource an answer has (RFC 7644 section 3.9). */
export interface Projection {
  /** Whether a top-level attribute is in the answer: what is not need not be read. */
  wants(name: string): boolean;
  /** The part of a whole resource that the answer has. */
  project(resource: ScimResource): ScimResource;
}

/** Names in lower case: of extensions and attributes, and in them of attributes and sub-attributes. */
type Selection = Map<string, Selection | 'all'>;

interface Choice {
  /** Only these, and what is always returned. */
  readonly only: Selection | undefined;
  readonly except: Selection | undefined;
}

/** What is known of a member of an object: when it is returned, and what it has itself. */
interface Described {
  readonly returned: ScimAttribute['returned'];
  readonly index: AttributeIndex | undefined;
}

type Describe = (name: string) => Described;

/**
 * Reads `attributes` and `excludedAttributes`: names as RFC 7644 section 3.10 writes them, unknown ones passed over.
 * Throws 400 invalidValue when both are given.
 */
export function createProjection(
  resourceType: ResourceType,
  {
    attributes,
    excludedAttributes,
  }: { readonly attributes?: AttributeNames; readonly excludedAttributes?: AttributeNames } = {},
): Projection {
  const only = selectionOf(resourceType, attributes);
  const except = selectionOf(resourceType, excludedAttributes);
  if (only !== undefined && except !== undefined) {
    throw new ScimError(400, 'Give attributes or excludedAttributes, not both.', 'invalidValue');
  }
  const choice = { only, except };
  const describe = describerOf(resourceType);
  const isWhole = only === undefined && except === undefined;
  return {
    wants: (name) => isIn(describe(name), name, choice),
    project: (resource) =>
      isWhole && !hasWithheld(resourceType, resource)
        ? resource
        : (projectObject(resource, describe, choice) ?? {}),
  };
}

function describerOf({ attributes, extensionAttributes }: ResourceType): Describe {
  const ofAttribute = describerOfIndex(attributes);
  return (name) => {
    const index = extensionAttributes.get(name);
    return index === undefined ? ofAttribute(name) : { returned: 'default', index };
  };
}

function describerOfIndex(attributes: AttributeIndex | undefined): Describe {
  return (name) => {
    const attribute = attributes && findAttribute(attributes, name);
    return { returned: attribute?.returned ?? 'default', index: attribute?.subAttributes };
  };
}

function hasWithheld({ attributes, extensionAttributes }: ResourceType, resource: ScimResource): boolean {
  return (
    attributes.withheld.some(({ name }) => Object.hasOwn(resource, name)) ||
    [...extensionAttributes].some(
      ([urn, { withheld }]) => withheld.length > 0 && Object.hasOwn(resource, urn),
    )
  );
}

function isIn({ returned }: Described, name: string, { only, except }: Choice): boolean {
  if (returned === 'never' || returned === 'always') return returned === 'always';
  const key = name.toLowerCase();
  if (only !== undefined) return only.has(key);
  return returned === 'default' && except?.get(key) !== 'all';
}

function projectObject(object: JsonObject, describe: Describe, choice: Choice): JsonObject | undefined {
  const part: Record<string, Json> = {};
  for (const [name, value] of Object.entries(object)) {
    const described = describe(name);
    if (!isIn(described, name, choice)) continue;
    const inner = { only: within(choice.only, name), except: within(choice.except, name) };
    const { index } = described;
    const isWhole = inner.only === undefined && inner.except === undefined && !index?.withheld.length;
    const projected = isWhole ? value : projectValue(value, describerOfIndex(index), inner);
    if (projected !== undefined) part[name] = projected;
  }
  return Object.keys(part).length === 0 ? undefined : part;
}

function projectValue(value: Json, describe: Describe, choice: Choice): Json | undefined {
  if (isJsonObject(value)) return projectObject(value, describe, choice);
  if (!isJsonList(value)) return value;
  const elements = value.flatMap((element) => projectValue(element, describe, choice) ?? []);
  return elements.length === 0 ? undefined : elements;
}

function within(selection: Selection | undefined, name: string): Selection | undefined {
  const inner = selection?.get(name.toLowerCase());
  return inner === 'all' ? undefined : inner;
}

function selectionOf(resourceType: ResourceType, names: AttributeNames): Selection | undefined {
  const list = (typeof names === 'string' ? names.split(',') : (names ?? [])).map((name) => name.trim());
  if (list.every((name) => name === '')) return undefined;
  const selection: Selection = new Map();
  for (const name of list) for (const keys of keysOf(resourceType, name)) select(selection, keys);
  return selection;
}

/** Where in a selection the name belongs; the URN of the core schema stands for all its attributes. */
function keysOf(resourceType: ResourceType, name: string): readonly (readonly string[])[] {
  const urn = findSchemaUrn(resourceType, name, compat);
  if (urn === resourceType.schema.id)
    return resourceType.schema.attributes.map((attribute) => [attribute.name]);
  if (urn !== undefined) return [[urn]];
  const path = parseAttributePath(name);
  const target = path && resolveAttribute(resourceType, path, compat);
  const keys = target === undefined ? [] : [keysOfTarget(target)];
  // Of an extension that no schema describes it may be the URN, or an attribute with it.
  return isForeignExtension(name) ? [...keys, [name]] : keys;
}

function keysOfTarget({ extension, name, subName }: AttributeTarget): readonly string[] {
  return [extension, name, subName].filter((key) => key !== undefined);
}

function select(selection: Selection, [first, ...rest]: readonly string[]): void {
  if (first === undefined) return;
  const key = first.toLowerCase();
  const inner = selection.get(key);
  if (inner === 'all') return;
  if (rest.length === 0) {
    selection.set(key, 'all');
  } else {
    const deeper: Selection = inner ?? new Map();
    selection.set(key, deeper);
    select(deeper, rest);
  }
}
