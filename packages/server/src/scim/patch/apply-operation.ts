import { ScimError } from '../error.ts';
import { assertCount } from '../limits.ts';
import type { ScimMode } from '../mode.ts';
import {
  assertChangeable,
  invalidValue,
  isUnassigned,
  normaliseForeign,
  normaliseOne,
  normaliseValue,
  storable,
  unknownAttribute,
} from '../normalise-value.ts';
import { resolveName, unknownPath } from '../path.ts';
import { isJsonList, isJsonObject, nameIn, withoutDuplicates } from '../resource.ts';
import type { Json } from '../resource.ts';
import { findAttribute, targetOf } from '../schema.ts';
import type { AttributeTarget, IndexedAttribute, ResourceType } from '../schema.ts';
import { changeElements } from './change-elements.ts';
import type { PatchOp, PatchOperation } from './patch-request.ts';
import type { ResourceDraft } from './resource-draft.ts';

/** What an operation is applied to. */
export interface PatchContext {
  readonly resourceType: ResourceType;
  readonly draft: ResourceDraft;
  readonly mode: ScimMode;
  /** The resource's `id`, which is not in its document. */
  readonly id: string | undefined;
}

/** Applies one operation (RFC 7644 sections 3.5.2.1 to 3.5.2.3). */
export function applyOperation(context: PatchContext, { op, path, value }: PatchOperation): void {
  switch (path.kind) {
    case 'resource':
      return applyToResource(context, op, value);
    case 'extension':
      return applyToExtension(context, op, nameIn(context.draft.resource, path.urn), value);
    case 'attribute': {
      const { target, filter } = path;
      if (target.attribute === undefined) return applyToForeign(context, op, target, value);
      if (target.subName !== undefined && target.subAttribute === undefined) throw unknownPath(target.path);
      assertWritable(target);
      if (!isKept(target.attribute, op)) return;
      if (target.attribute.multiValued) {
        const { extension, name, attribute, subAttribute } = target;
        const before = context.draft.get(extension, name);
        const elements = isJsonList(before) ? before : [];
        const change = { attribute, subAttribute, filter, op, value };
        const after = changeElements(elements, change, context.mode);
        return assign(context, op, attribute, after.length === 0 ? undefined : after);
      }
      return applyToSingle(context, op, target.attribute, target.subAttribute, value);
    }
  }
}

function applyToResource(context: PatchContext, op: PatchOp, value: Json | undefined): void {
  const { resourceType, mode } = context;
  if (op === 'remove') throw new ScimError(400, 'The remove operation needs an attribute.', 'noTarget');
  if (!isJsonObject(value)) throw invalidValue('The value without a path', 'an object of attributes', value);
  const names = Object.keys(value);
  assertCount('The value', names.length);
  for (const name of names) {
    const member = value[name] ?? null;
    const path = resolveName(resourceType, name, member, mode);
    if (path === undefined) {
      if (!mode.accepts('unknownAttribute')) throw unknownAttribute(name);
    } else if (path.kind !== 'attribute' || !isReadOnlyEcho(context, path.target, member)) {
      applyOperation(context, { op, path, value: member });
    }
  }
}

/**
 * Clients send what they have read beside what they change: Okta the `id`, others `meta`. It is refused where it says
 * that another resource is meant; `meta` and `groups` may be older than the resource and are passed over.
 */
function isReadOnlyEcho({ mode, id }: PatchContext, target: AttributeTarget, value: Json): boolean {
  if (!isReadOnly(target)) return false;
  const isSame = target.path !== 'id' || value === id || value === null;
  return isSame && mode.accepts('readOnlyInValue');
}

/** Whether only the server sets what the path points to. */
export function isReadOnly({ attribute, subAttribute }: AttributeTarget): boolean {
  return attribute?.mutability === 'readOnly' || subAttribute?.mutability === 'readOnly';
}

function applyToExtension(context: PatchContext, op: PatchOp, urn: string, value: Json | undefined): void {
  const { resourceType, draft, mode } = context;
  if (op === 'add' && isUnassigned(value, mode)) return;
  if (op === 'remove' || isUnassigned(value, mode)) return draft.set(undefined, urn, undefined);
  if (!isJsonObject(value)) throw invalidValue(urn, 'an object of attributes', value);
  const attributes = resourceType.extensionAttributes.get(urn);
  const names = Object.keys(value);
  assertCount(urn, names.length);
  for (const name of names) {
    const member = value[name] ?? null;
    const attribute = attributes && findAttribute(attributes, name);
    if (attribute !== undefined) {
      applyOperation(context, {
        op,
        path: { kind: 'attribute', target: targetOf(attribute), filter: undefined },
        value: member,
      });
    } else if (attributes !== undefined) {
      if (!mode.accepts('unknownAttribute')) throw unknownAttribute(`${urn}:${name}`);
    } else if (name !== '__proto__') {
      setForeign(draft, urn, storable(urn, name), normaliseForeign(`${urn}:${name}`, member));
    }
  }
}

function applyToSingle(
  context: PatchContext,
  op: PatchOp,
  attribute: IndexedAttribute,
  subAttribute: IndexedAttribute | undefined,
  value: Json | undefined,
): void {
  const { draft, mode } = context;
  const before = draft.get(attribute.extension, attribute.name);
  const base = isJsonObject(before) ? before : {};
  if (subAttribute !== undefined) {
    if (op === 'remove' && subAttribute.required) throw requiredRemoved(subAttribute);
    const change = { [subAttribute.name]: op === 'remove' ? null : (value ?? null) };
    return assign(context, op, attribute, normaliseOne(attribute, change, mode, base));
  }
  if (op === 'remove') return assign(context, op, attribute, undefined);
  const after =
    attribute.type === 'complex'
      ? normaliseOne(attribute, value, mode, base)
      : normaliseValue(attribute, value, mode);
  assign(context, op, attribute, after);
}

function applyToForeign(
  context: PatchContext,
  op: PatchOp,
  { extension = '', name, subName, path }: AttributeTarget,
  value: Json | undefined,
): void {
  const { draft } = context;
  // The path may also be the URN of an extension that is there.
  const whole = nameIn(draft.resource, path);
  if (draft.extension(whole) !== undefined) return applyToExtension(context, op, whole, value);
  const urn = nameIn(draft.resource, extension);
  const given = op === 'remove' ? undefined : normaliseForeign(path, value);
  const key = nameIn(draft.extension(urn) ?? {}, name);
  const before = draft.get(urn, key);
  const change = (old: Json | undefined): Json | undefined =>
    op === 'add' ? added(path, old, given) : given;
  if (subName === undefined) return draft.set(urn, key, change(before));
  if (before !== undefined && !isJsonObject(before)) {
    throw new ScimError(400, `${urn}:${key} has no sub-attributes.`, 'invalidPath');
  }
  const subKey = nameIn(before ?? {}, subName);
  const { [subKey]: old, ...others } = before ?? {};
  const subValue = change(old);
  const after = subValue === undefined ? others : { ...others, [subKey]: subValue };
  draft.set(urn, key, Object.keys(after).length === 0 ? undefined : after);
}

/** Without a schema the value that is there tells whether the attribute is multi-valued or complex. */
function added(path: string, before: Json | undefined, given: Json | undefined): Json | undefined {
  if (before === undefined || given === undefined) return given ?? before;
  if (isJsonList(before)) {
    const after = withoutDuplicates([...before, ...(isJsonList(given) ? given : [given])]);
    assertCount(path, after.length);
    return after;
  }
  return isJsonObject(before) && isJsonObject(given) ? { ...before, ...given } : given;
}

function setForeign(draft: ResourceDraft, urn: string, name: string, value: Json | undefined): void {
  draft.set(urn, nameIn(draft.extension(urn) ?? {}, name), value);
}

function assign(
  { draft }: PatchContext,
  op: PatchOp,
  attribute: IndexedAttribute,
  value: Json | undefined,
): void {
  const { extension, name, path, required } = attribute;
  if (value === undefined && required) {
    if (op === 'remove') throw requiredRemoved(attribute);
    throw new ScimError(400, `${path} is required.`, 'invalidValue');
  }
  assertChangeable(attribute, draft.get(extension, name), value);
  draft.set(extension, name, value);
}

/** Refuses a path to what only the server sets. */
export function assertWritable(target: AttributeTarget): void {
  if (isReadOnly(target)) throw new ScimError(400, `${target.path} is read-only.`, 'mutability');
}

/** A password is accepted and dropped; `schemas` follows from the data. */
function isKept(attribute: IndexedAttribute, op: PatchOp): boolean {
  if (attribute.path === 'schemas') {
    if (op === 'remove') throw requiredRemoved(attribute);
    return false;
  }
  return attribute.returned !== 'never';
}

/** RFC 7644 section 3.5.2.2. */
function requiredRemoved({ path }: IndexedAttribute): ScimError {
  return new ScimError(400, `${path} is required and cannot be removed.`, 'mutability');
}
