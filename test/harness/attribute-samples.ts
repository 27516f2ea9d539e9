import { randomUUID } from 'node:crypto';
import type { AttributeOfSchema, DescribedAttribute } from './described-attributes.ts';
import { objectOf } from './json.ts';
import type { JsonObject } from './json.ts';

/** A value of an attribute as a client sends it, and as the server shows it then. */
export interface Sample {
  readonly sent: unknown;
  readonly shown: unknown;
}

/** What values may refer to: users at odd places and groups at even ones, in the order of their ids. */
export interface Surroundings {
  readonly scimBaseUrl: string;
  readonly resources: readonly { readonly id: string; readonly type: 'User' | 'Group' }[];
}

/** How many resources the samples of the numbers up to 7 refer to. */
export const surroundingCount = 10;

/** A value that the attribute may have; other numbers, other values. What is read-only in it is sent and untrue. */
export function sampleOf(
  { attribute }: AttributeOfSchema,
  number: number,
  surroundings: Surroundings,
): Sample {
  const elementOf = attribute.name === 'members' ? memberSample : elementSample;
  if (!attribute.multiValued) return elementOf(attribute, number, surroundings);
  const elements = [number, number + 1].map((each) => elementOf(attribute, each, surroundings));
  // RFC 7643 section 2.4: one element may be primary.
  const hasPrimary = attribute.subAttributes?.some(({ name }) => name === 'primary') === true;
  const marked = (element: unknown, index: number): unknown =>
    hasPrimary ? { ...objectOf(element), primary: index === 0 } : element;
  return {
    sent: elements.map(({ sent }, index) => marked(sent, index)),
    shown: elements.map(({ shown }, index) => marked(shown, index)),
  };
}

/** The server shows what its `value` is: it has to be there. */
function memberSample(
  _attribute: DescribedAttribute,
  number: number,
  { scimBaseUrl, resources }: Surroundings,
): Sample {
  const { id, type } = resourceAt(resources, number);
  const other = type === 'User' ? 'Group' : 'User';
  return {
    sent: { value: id, $ref: `${scimBaseUrl}/${other}s/${id}`, type: other, display: `member-${number}` },
    shown: { value: id, $ref: `${scimBaseUrl}/${type}s/${id}`, type },
  };
}

function elementSample(attribute: DescribedAttribute, number: number, surroundings: Surroundings): Sample {
  const { type, subAttributes = [] } = attribute;
  if (type !== 'complex') {
    const value = simpleValue(attribute, number, surroundings);
    return { sent: value, shown: value };
  }
  const objectWith = (parts: readonly DescribedAttribute[]): JsonObject =>
    Object.fromEntries(parts.map((part) => [part.name, simpleValue(part, number, surroundings)]));
  return {
    sent: objectWith(subAttributes),
    shown: objectWith(subAttributes.filter(({ mutability }) => mutability !== 'readOnly')),
  };
}

/** A value of an attribute, or sub-attribute, that is not complex. */
export function simpleValue(
  { name, type, uniqueness, referenceTypes = [] }: DescribedAttribute,
  number: number,
  { scimBaseUrl, resources }: Surroundings,
): unknown {
  switch (type) {
    case 'boolean':
      return number % 2 === 1;
    case 'binary':
      return Buffer.from(`${name} ${number}`).toString('base64');
    case 'reference':
      return referenceTypes.includes('User')
        ? `${scimBaseUrl}/Users/${resourceAt(resources, number | 1).id}`
        : `https://acme.example/${name}/${number}`;
    case 'string':
      return uniqueness === 'none' ? `${name}-${number}` : `${name}-${number}-${randomUUID()}`;
    default:
      throw new Error(`No sample of the type ${type} of ${name}: say what its values are.`);
  }
}

function resourceAt(resources: Surroundings['resources'], number: number): Surroundings['resources'][number] {
  const resource = resources[number];
  if (resource === undefined) throw new Error(`No resource at place ${number}.`);
  return resource;
}

/** Values that strict mode takes for no value of the attribute: of other types, not as many, or malformed. */
export function wrongValuesOf(attribute: DescribedAttribute, right: unknown): readonly unknown[] {
  const { type, multiValued } = attribute;
  const values: Readonly<Record<string, unknown>> = {
    string: 'text',
    boolean: true,
    decimal: 1.5,
    complex: { [`x-${type}`]: 1 },
  };
  const malformed = { binary: ['%'], reference: ['not a URI', '%zz'] }[type] ?? [];
  const kind = ['binary', 'reference'].includes(type) ? 'string' : type;
  const wrong = [
    ...Object.entries(values).flatMap(([name, value]) => (name === kind ? [] : [value])),
    ...malformed,
  ];
  if (!multiValued) return [...wrong, [right], ['list', 'list']];
  const [element] = right as readonly unknown[];
  return [...wrong, element, ...wrong.map((value) => [value])];
}

/** The text with its letters in the other case. */
export function inOtherCase(text: string): string {
  const upper = text.toUpperCase();
  const other = text === upper ? text.toLowerCase() : upper;
  if (other === text) throw new Error(`"${text}" has no letters.`);
  return other;
}
