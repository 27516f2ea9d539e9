import fc from 'fast-check';
import { isJsonObject } from '../../scim/resource.ts';
import type { Json, ScimResource } from '../../scim/resource.ts';
import { userResourceType } from '../../scim/resource-types.ts';
import { enterpriseUserSchema, userSchema } from '../../scim/schema.ts';
import type { AttributeIndex, IndexedAttribute } from '../../scim/schema.ts';

/** An extension that no schema describes. */
export const foreign = 'urn:acme:2.0:User';

const enterpriseAttributes =
  userResourceType.extensionAttributes.get(enterpriseUserSchema) ?? userResourceType.attributes;

/** Capitals that fold to two characters, or otherwise in other places; wildcards; above the surrogates; quotes. */
export const texts = [
  ...[
    'a',
    'A',
    'ab',
    'AB',
    'Ba',
    'b',
    '%',
    'a%',
    '_',
    'a_b',
    '\\',
    "o'x",
    '"q"',
    ' ',
    '1',
    'true',
    '?',
    '$1',
  ],
  ...[
    'Zoë',
    'ZOË',
    'zoë',
    'İ',
    'i̇',
    'ΑΣ',
    'ας',
    'ß',
    'ẞ',
    'K',
    'k',
    '陈',
    '\u{1F600}',
    '\uFF5E',
    'É',
    'e\u0301',
  ],
];
const text = fc.constantFrom(...texts);

/** Any value that the attribute takes. */
function valueOf(attribute: IndexedAttribute): fc.Arbitrary<Json> {
  const one = oneValueOf(attribute);
  return attribute.multiValued
    ? fc.array(one, { minLength: 1, maxLength: 3 }).map((elements) => withOnePrimary(elements))
    : one;
}

/** Only the first that is: RFC 7643 section 2.4. */
function withOnePrimary(elements: readonly Json[]): readonly Json[] {
  const first = elements.findIndex((element) => isJsonObject(element) && element['primary'] === true);
  return elements.map((element, index) =>
    isJsonObject(element) && index !== first ? { ...element, primary: false } : element,
  );
}

function oneValueOf({ type, subAttributes }: IndexedAttribute): fc.Arbitrary<Json> {
  switch (type) {
    case 'boolean':
      return fc.boolean();
    case 'integer':
    case 'decimal':
      return fc.integer({ min: -2, max: 2 });
    case 'complex':
      return objectOf(subAttributes);
    default:
      return text;
  }
}

function objectOf({ all }: AttributeIndex): fc.Arbitrary<ScimResource> {
  const writable = all.filter(({ mutability, name }) => mutability !== 'readOnly' && name !== 'schemas');
  const members = writable.map((attribute) => [attribute.name, valueOf(attribute)]);
  return fc
    .record(Object.fromEntries(members) as Record<string, fc.Arbitrary<Json>>, { requiredKeys: [] })
    .map((object) => object as ScimResource);
}

/** The members of an extension that no schema describes, in any case and of any type. */
const foreignValue: fc.Arbitrary<Json> = fc.letrec<{ value: Json }>((tie) => ({
  value: fc.oneof(
    { depthSize: 'small', maxDepth: 3 },
    fc.oneof(text, fc.constantFrom(-1.5, 0, 2, 1e21), fc.boolean()),
    fc.array(tie('value'), { maxLength: 3 }),
    fc.dictionary(fc.constantFrom('size', 'SIZE', 'Kind', '\u212Aind', 'tags'), tie('value'), { maxKeys: 3 }),
  ),
})).value;
const foreignExtension = fc.dictionary(fc.constantFrom('size', 'Size', 'tags', 'car'), foreignValue, {
  maxKeys: 3,
});

/** The body of a POST of a user. */
export const userBody: fc.Arbitrary<ScimResource> = fc
  .record({
    core: objectOf(userResourceType.attributes),
    enterprise: objectOf(enterpriseAttributes),
    foreign: fc.dictionary(fc.constantFrom(foreign, 'URN:ACME:2.0:user'), foreignExtension, { maxKeys: 2 }),
  })
  .map(({ core, enterprise, foreign: others }) => ({
    ...{ ...core, ...others, schemas: [userSchema], [enterpriseUserSchema]: enterprise },
  }));

/** The essence of a POST of a group. */
export interface GroupBody {
  readonly displayName: string;
  readonly externalId: string | null;
  /** Numbers of users and of earlier groups. */
  readonly members: readonly number[];
}

export const groupBody: fc.Arbitrary<GroupBody> = fc.record({
  displayName: text,
  externalId: fc.option(text),
  members: fc.array(fc.nat({ max: 9 }), { maxLength: 4 }),
});
