import { resolve } from './document.ts';
import type { Contract, SchemaObject } from './document.ts';
import { header } from './types.ts';

/**
 * The attribute table (RFC 7643 section 7), read from `x-scim` on the properties of every schema object that
 * has `x-scim-schema`, of its twin for requests (what is in no answer stands only there), and of the common
 * attributes.
 */
export function scimSchemaTable(contract: Contract): string {
  const { schemas } = contract.components;
  const definitions = Object.values(schemas).flatMap((schema) => {
    const identity = schema['x-scim-schema'];
    return identity === undefined
      ? []
      : [
          {
            ...identity,
            description: oneLine(schema.description),
            attributes: [
              ...attributesOf(contract, schema),
              ...attributesOf(contract, schemas[`Scim${identity.name}Input`] ?? {}, schema),
            ],
          },
        ];
  });
  const common = attributesOf(contract, schemas['ScimCommonAttributes'] ?? {});
  return (
    `${header}import type { ScimAttribute, ScimSchemaDefinition } from '../scim/schema.ts';\n\n` +
    `export const scimCommonAttributes: readonly ScimAttribute[] = ${JSON.stringify(common, null, 2)};\n\n` +
    `export const scimSchemas: readonly ScimSchemaDefinition[] = ${JSON.stringify(definitions, null, 2)};\n`
  );
}

function attributesOf(
  contract: Contract,
  schema: SchemaObject,
  described: SchemaObject = {},
): readonly object[] {
  return Object.entries(schema.properties ?? {}).flatMap(([name, property]) => {
    if (described.properties?.[name] !== undefined) return [];
    // `x-scim` may stand beside a $ref or on what it refers to.
    const target = resolve(contract, property);
    const characteristics = property['x-scim'] ?? target['x-scim'];
    if (characteristics === undefined) return [];
    const element = target.items === undefined ? target : resolve(contract, target.items);
    const { type, multiValued, ...rest } = characteristics;
    return [
      {
        name,
        type,
        multiValued,
        description: oneLine(property.description ?? target.description),
        ...rest,
        ...(type === 'complex' && { subAttributes: attributesOf(contract, element) }),
      },
    ];
  });
}

function oneLine(text = ''): string {
  return text.replaceAll(/\s+/g, ' ').trim();
}
