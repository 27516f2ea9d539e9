import { parseAttributePath } from './attribute-path.ts';
import type { AttributePath } from './attribute-path.ts';
import { ScimError } from './error.ts';
import { FilterReader, filterLimits } from './filter/filter-reader.ts';
import { resolveElementFilter } from './filter/resolve-filter.ts';
import type { ResolvedFilter } from './filter/resolve-filter.ts';
import { compat } from './mode.ts';
import type { ScimMode } from './mode.ts';
import { isJsonObject } from './resource.ts';
import { findAttribute, findSchemaUrn, isForeignExtension, resolveAttribute, targetOf } from './schema.ts';
import type { AttributeTarget, ResourceType } from './schema.ts';

/** What a path of a PATCH operation, or a name in its value, points to. */
export type PatchPath =
  /** The resource itself: no path, or the URN of its own schema. */
  | { readonly kind: 'resource' }
  /** All that an extension holds; its URN is canonical when a schema describes it. */
  | { readonly kind: 'extension'; readonly urn: string }
  /** An attribute; with a filter those of its elements that match. */
  | {
      readonly kind: 'attribute';
      readonly target: AttributeTarget;
      readonly filter: ResolvedFilter | undefined;
    };

/** The SCIM form of a URN of a schema: nothing, or the name of the resource type, follows its version. */
const schemaForm = /:\d+(?:\.\d+)*(?::[A-Za-z]\w*)?$/;

/** Identity providers send the same few paths again and again; those with the id of a member in them push them out. */
const maxCached = 1000;
const maxCachedCharacters = 128;
const cache = new WeakMap<ResourceType, Map<string, PatchPath>>();

/**
 * Reads the path of a PATCH operation (RFC 7644 figure 7). Throws 400 invalidPath when it is malformed or names nothing
 * that the resource type has, and invalidFilter for a fault in its brackets.
 */
export function resolvePath(resourceType: ResourceType, text: string, mode: ScimMode): PatchPath {
  const known = cache.get(resourceType) ?? new Map<string, PatchPath>();
  const cached = known.get(text);
  if (cached !== undefined) return cached;
  let isLenient = false;
  const path = readPath(resourceType, text, {
    name: mode.name,
    accepts: (lenience) => {
      isLenient = true;
      return mode.accepts(lenience);
    },
  });
  // What a lenience was asked for is not the same in every mode, and its use is counted each time.
  if (isLenient || text.length > maxCachedCharacters) return path;
  if (known.size >= maxCached) known.clear();
  cache.set(resourceType, known.set(text, path));
  return path;
}

function readPath(resourceType: ResourceType, text: string, mode: ScimMode): PatchPath {
  if (text.length > filterLimits.characters) {
    const detail = `The path has more than ${filterLimits.characters} characters.`;
    throw new ScimError(400, detail, 'invalidPath');
  }
  const plain = parseAttributePath(text);
  const described = plain && resolveAttribute(resourceType, plain, mode);
  if (described?.attribute !== undefined) return { kind: 'attribute', target: described, filter: undefined };
  const path = resolveSchemaPath(resourceType, text, mode);
  if (path !== undefined) return path;
  if (isForeignExtension(text) && schemaForm.test(text)) return { kind: 'extension', urn: text };

  const reader = new FilterReader(text, mode, 'path');
  reader.skipSpace();
  const word = reader.readWord();
  const whole = parseAttributePath(word);
  const filter = whole?.subName === undefined ? reader.readBrackets() : undefined;
  const rest = filter === undefined ? '' : reader.readWord();
  const named = rest === '' ? whole : rest.startsWith('.') ? parseAttributePath(word + rest) : undefined;
  reader.skipSpace();
  if (named === undefined || !reader.isAtEnd()) {
    const forms = 'attribute, attribute.subAttribute, attribute[filter] or attribute[filter].subAttribute';
    const detail = `The path ${quoted(text)} is malformed: expected ${forms}.`;
    throw new ScimError(400, detail, 'invalidPath');
  }
  const target = resolveAttribute(resourceType, named, mode) ?? unknownOfMember(resourceType, named, mode);
  if (target === undefined) throw unknownPath(text);
  if (filter === undefined) return { kind: 'attribute', target, filter };
  if (target.attribute?.multiValued !== true) {
    throw new ScimError(400, `${target.path} has no elements to choose from by a filter.`, 'invalidPath');
  }
  return { kind: 'attribute', target, filter: resolveElementFilter(target, filter, mode) };
}

/**
 * What a name in a body, or in the value of a PATCH operation without a path, points to; nothing when it is no name of
 * the resource type. Compat mode takes all that a path may be, strict mode only attributes and URNs of schemas.
 */
export function resolveName(
  resourceType: ResourceType,
  name: string,
  value: unknown,
  mode: ScimMode,
): PatchPath | undefined {
  const attribute = findAttribute(resourceType.attributes, name);
  if (attribute !== undefined) return { kind: 'attribute', target: targetOf(attribute), filter: undefined };
  const path = resolveSchemaPath(resourceType, name, mode);
  if (path !== undefined) return path.kind === 'extension' ? path : undefined;
  const target = resolveNotation(resourceType, name);
  const isExtension = target?.attribute === undefined && isJsonObject(value) && isForeignExtension(name);
  if (isExtension) return { kind: 'extension', urn: name };
  if (target !== undefined) {
    return mode.accepts('attributePathKey') ? { kind: 'attribute', target, filter: undefined } : undefined;
  }
  const [word = '', ...brackets] = name.split('[');
  const isFiltered = brackets.length > 0 && resolveNotation(resourceType, word)?.attribute !== undefined;
  return isFiltered && mode.accepts('attributePathKey') ? resolvePath(resourceType, name, mode) : undefined;
}

/** `members[…].display` of Okta and of RFC 7644 itself: what to make of it is for whoever keeps the members to say. */
function unknownOfMember(
  resourceType: ResourceType,
  path: AttributePath,
  mode: ScimMode,
): AttributeTarget | undefined {
  if (path.subName === undefined) return undefined;
  const whole = resolveAttribute(resourceType, { ...path, subName: undefined }, mode);
  if (whole?.attribute?.path !== 'members' || !mode.accepts('memberSubAttribute')) return undefined;
  return { ...whole, path: `${whole.path}.${path.subName}`, subName: path.subName };
}

function resolveSchemaPath(resourceType: ResourceType, text: string, mode: ScimMode): PatchPath | undefined {
  const urn = findSchemaUrn(resourceType, text, mode);
  if (urn === undefined) return undefined;
  return urn === resourceType.schema.id ? { kind: 'resource' } : { kind: 'extension', urn };
}

/** An attribute by its dotted or qualified name, whatever the mode. */
function resolveNotation(resourceType: ResourceType, name: string): AttributeTarget | undefined {
  const path = parseAttributePath(name);
  return path && resolveAttribute(resourceType, path, compat);
}

/** What to throw for a path of no attribute. */
export function unknownPath(text: string): ScimError {
  return new ScimError(400, `${quoted(text)} is no attribute of the resource type.`, 'invalidPath');
}

function quoted(text: string): string {
  return JSON.stringify(text.length > 200 ? `${text.slice(0, 200)}…` : text);
}
