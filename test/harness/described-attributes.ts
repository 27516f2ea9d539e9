import { randomUUID } from 'node:crypto';
import { okta } from './identity-providers.ts';
import type { ServerAddress } from './installation.ts';
import { objectOf } from './json.ts';
import type { JsonObject } from './json.ts';
import { enterpriseSchema, groupSchema, userSchema } from './scim-schemas.ts';
import { createTenant } from './tenant.ts';

/** An attribute as /Schemas describes it (RFC 7643 section 7). */
export interface DescribedAttribute {
  readonly name: string;
  readonly type: string;
  readonly multiValued: boolean;
  readonly required: boolean;
  readonly caseExact: boolean;
  readonly mutability: string;
  readonly returned: string;
  readonly uniqueness: string;
  readonly canonicalValues?: readonly string[];
  readonly referenceTypes?: readonly string[];
  readonly subAttributes?: readonly DescribedAttribute[];
}

/** An attribute with the schema that describes it. */
export interface AttributeOfSchema {
  readonly schema: string;
  readonly attribute: DescribedAttribute;
}

/** A sub-attribute with the attribute that it is a part of. */
export interface PartOfAttribute {
  readonly entry: AttributeOfSchema;
  readonly part: DescribedAttribute;
}

/** Every attribute that a server describes, as an identity provider reads it. */
export async function readDescribedAttributes(server: ServerAddress): Promise<readonly AttributeOfSchema[]> {
  const { scim } = await createTenant(server, { provider: 'generic', identityProvider: okta });
  const { Resources: schemas } = objectOf((await scim.get('/Schemas')).body);
  if (!Array.isArray(schemas)) throw new Error('Expected schemas.');
  return schemas.map(objectOf).flatMap(({ id, attributes }) =>
    // The contract has checked the answer.
    (attributes as readonly DescribedAttribute[]).map((attribute) => ({ schema: String(id), attribute })),
  );
}

/** The sub-attributes of those attributes, each by its path. */
export function partsOf(
  entries: readonly AttributeOfSchema[],
): readonly (readonly [path: string, found: PartOfAttribute])[] {
  return entries.flatMap((entry) =>
    (entry.attribute.subAttributes ?? []).map(
      (part) => [`${pathOf(entry)}.${part.name}`, { entry, part }] as const,
    ),
  );
}

/** Where resources with attributes of the schema are. */
export function endpointOf(schema: string): '/Users' | '/Groups' {
  return schema === groupSchema ? '/Groups' : '/Users';
}

/** The attribute as RFC 7644 section 3.10 writes it. */
export function pathOf({ schema, attribute }: AttributeOfSchema): string {
  return schema === enterpriseSchema ? `${schema}:${attribute.name}` : attribute.name;
}

/** The name of what holds the attribute in a resource, or of the attribute itself. */
export function topNameOf({ schema, attribute }: AttributeOfSchema): string {
  return schema === enterpriseSchema ? schema : attribute.name;
}

/** A resource with nothing but what is required, and with the attribute. */
export function bodyWith({ schema, attribute }: AttributeOfSchema, value: unknown): JsonObject {
  const base =
    schema === groupSchema
      ? { schemas: [groupSchema], displayName: randomUUID() }
      : { schemas: [userSchema], userName: randomUUID() };
  if (value === undefined) return base;
  if (schema !== enterpriseSchema) return { ...base, [attribute.name]: value };
  return { ...base, schemas: [...base.schemas, schema], [schema]: { [attribute.name]: value } };
}

/** The attribute's value in an answer. */
export function valueIn({ schema, attribute }: AttributeOfSchema, body: unknown): unknown {
  const resource = objectOf(body);
  const holder = schema === enterpriseSchema ? resource[schema] : resource;
  return holder === undefined ? undefined : objectOf(holder)[attribute.name];
}

/** The values of a sub-attribute in an answer, one of each element that has it. */
export function valuesIn({ entry, part }: PartOfAttribute, body: unknown): readonly unknown[] {
  const value = valueIn(entry, body) ?? [];
  const elements: readonly unknown[] = Array.isArray(value) ? value : [value];
  return elements.map((element) => objectOf(element)[part.name]).filter((found) => found !== undefined);
}
