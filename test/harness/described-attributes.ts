import { okta } from './identity-providers.ts';
import type { ServerAddress } from './installation.ts';
import { objectOf } from './json.ts';
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
  readonly subAttributes?: readonly DescribedAttribute[];
}

/** An attribute with the schema that describes it. */
export interface AttributeOfSchema {
  readonly schema: string;
  readonly attribute: DescribedAttribute;
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

/** A value that the attribute may have; other numbers, other values. */
export function valueOf(attribute: DescribedAttribute, number: number): unknown {
  if (!attribute.multiValued) return elementOf(attribute, number);
  return [elementOf(attribute, number), elementOf(attribute, number + 1)].map((element, index) =>
    // RFC 7643 section 2.4: one element may be primary.
    hasPrimary(attribute) ? { ...objectOf(element), primary: index === 0 } : element,
  );
}

function hasPrimary({ subAttributes = [] }: DescribedAttribute): boolean {
  return subAttributes.some(({ name }) => name === 'primary');
}

function elementOf({ name, type, subAttributes = [] }: DescribedAttribute, number: number): unknown {
  switch (type) {
    case 'boolean':
      return number % 2 === 1;
    case 'integer':
      return number;
    case 'decimal':
      return number + 0.5;
    case 'dateTime':
      return `2026-01-31T08:00:0${number}Z`;
    case 'binary':
      return Buffer.from(`${name} ${number}`).toString('base64');
    case 'reference':
      return `https://acme.example/${name}/${number}`;
    case 'complex': {
      const written = subAttributes.filter(({ mutability }) => mutability !== 'readOnly');
      return Object.fromEntries(written.map((part) => [part.name, elementOf(part, number)]));
    }
    default:
      return `${name}-${number}`;
  }
}

/** Values of types that the attribute is not of. */
export function wrongValuesOf({ type, multiValued }: DescribedAttribute): readonly unknown[] {
  const values: Readonly<Record<string, unknown>> = {
    string: 'text',
    boolean: true,
    decimal: 1.5,
    complex: { [`x-${type}`]: 1 },
  };
  const texts = new Set(['string', 'reference', 'binary', 'dateTime']);
  const kind = texts.has(type) ? 'string' : type === 'integer' ? 'none' : type;
  const wrong = Object.entries(values).flatMap(([name, value]) => (name === kind ? [] : [value]));
  return multiValued ? [...wrong, ...wrong.map((value) => [value])] : [...wrong, ['list', 'list']];
}
