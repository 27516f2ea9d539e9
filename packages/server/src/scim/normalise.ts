import { ScimError } from './error.ts';
import { assertCount } from './limits.ts';
import { readMemberIds, takeMembersApart, uniqueMemberIds } from './member-ids.ts';
import type { ScimMode } from './mode.ts';
import { assertGivenOnce, unknownAttribute } from './normalise-value.ts';
import { applyOperation, isReadOnly } from './patch/apply-operation.ts';
import { ResourceDraft } from './patch/resource-draft.ts';
import { resolveName } from './path.ts';
import type { PatchPath } from './path.ts';
import { isJsonList, isJsonObject, nameIn, ownValue } from './resource.ts';
import type { Json, JsonObject, ScimResource } from './resource.ts';
import { findSchemaUrn } from './schema.ts';
import type { ResourceType } from './schema.ts';

/**
 * The body of a POST or PUT as the document that is stored: canonical names and types, nothing unassigned, nothing that
 * the server sets (`id`, `meta`, `groups`), no password, `schemas` by the data. Throws 400 invalidSyntax for what is no
 * resource of the type, invalidValue for values of another type and for required attributes that are missing.
 */
export function normaliseResource(resourceType: ResourceType, body: unknown, mode: ScimMode): ScimResource {
  const given = toObject(body);
  assertSchemas(resourceType, given, mode);
  const draft = new ResourceDraft({});
  const context = { resourceType, draft, mode, id: undefined };
  const parts: { readonly path: PatchPath; readonly value: Json }[] = [];
  const names = Object.keys(given);
  assertCount('The resource', names.length);
  for (const name of names) {
    const value = given[name] ?? null;
    const path = resolveName(resourceType, name, value, mode);
    if (path === undefined) {
      if (!mode.accepts('unknownAttribute')) throw unknownAttribute(name);
    } else if (path.kind !== 'attribute') {
      applyOperation(context, { op: 'replace', path, value });
    } else if (!isReadOnly(path.target)) {
      const { attribute, subName, extension } = path.target;
      if (attribute === undefined || subName !== undefined || extension !== undefined) {
        parts.push({ path, value });
      } else {
        assertGivenOnce(given, name, attribute);
        applyOperation(context, { op: 'replace', path, value });
      }
    }
  }
  // Dotted and qualified names come last: they go into the objects beside them.
  for (const { path, value } of parts) applyOperation(context, { op: 'replace', path, value });
  assertRequired(resourceType, draft.resource);
  return draft.finish(resourceType);
}

/** A group's document, and its members beside it. */
export interface NormalisedGroup {
  /** Without members. */
  readonly resource: ScimResource;
  /** Each once, in the order of the body; none when `members` is absent, null or empty. */
  readonly memberIds: readonly string[];
}

/** The body of a POST or PUT of a group; see `normaliseResource`. */
export function normaliseGroup(resourceType: ResourceType, body: unknown, mode: ScimMode): NormalisedGroup {
  const { members, rest } = takeMembersApart(resourceType, toObject(body), mode);
  const ids = members.flatMap(({ path, value }) =>
    path.target.subName === undefined && path.filter === undefined ? readMemberIds(value, mode) : [],
  );
  return { resource: normaliseResource(resourceType, rest, mode), memberIds: uniqueMemberIds(ids) };
}

function toObject(body: unknown): JsonObject {
  if (isJsonObject(body)) return body;
  throw new ScimError(400, 'The body has to be a JSON object.', 'invalidSyntax');
}

/**
 * The body says by `schemas` what it is (RFC 7643 section 3). Compat mode passes over URNs that nobody knows (Entra's for
 * groups, SCIM 1 forms in OneLogin's templates); what it calls another core resource is refused.
 */
function assertSchemas(resourceType: ResourceType, body: JsonObject, mode: ScimMode): void {
  const { schema } = resourceType;
  const given = ownValue(body, nameIn(body, 'schemas')) ?? null;
  const urns = typeof given === 'string' && mode.accepts('schemasText') ? [given] : given;
  if (!isJsonList(urns) || urns.length === 0 || !urns.every((urn) => typeof urn === 'string')) {
    throw invalidSyntax(`schemas has to be a list of URNs with "${schema.id}" in it.`);
  }
  const known = urns.map((urn) => findSchemaUrn(resourceType, urn, mode));
  if (known.includes(schema.id)) {
    const unknown = urns.find((urn, index) => known[index] === undefined && !Object.hasOwn(body, urn));
    if (unknown === undefined || mode.accepts('unknownSchema')) return;
    throw invalidSyntax(`schemas names "${unknown}", which the resource type does not have.`);
  }
  const isOther = urns.some((urn) => urn.toLowerCase().startsWith('urn:ietf:params:scim:schemas:core:'));
  if (isOther || !mode.accepts('unknownSchema')) throw invalidSyntax(`schemas has to hold "${schema.id}".`);
}

function assertRequired({ attributes }: ResourceType, resource: ScimResource): void {
  for (const { name } of attributes.required) {
    // `schemas` follows from the data.
    if (name !== 'schemas' && !Object.hasOwn(resource, name)) {
      throw new ScimError(400, `${name} is required.`, 'invalidValue');
    }
  }
}

function invalidSyntax(detail: string): ScimError {
  return new ScimError(400, detail, 'invalidSyntax');
}
