import fc from 'fast-check';
import { enterpriseSchema, groupSchema, userSchema } from '../scim-schemas.ts';
import { hostileText } from './hostile-text.ts';

const names = fc.constantFrom(
  ...[
    'id',
    'externalId',
    'meta',
    'meta.created',
    'meta.lastModified',
    'meta.version',
    'meta.resourceType',
    'schemas',
  ],
  ...[
    'userName',
    'USERNAME',
    'name',
    'name.givenName',
    'displayName',
    'active',
    'password',
    'title',
    'profileUrl',
  ],
  ...[
    'emails',
    'emails.value',
    'emails.type',
    'emails.primary',
    'phoneNumbers.value',
    'addresses',
    'addresses.country',
  ],
  ...[
    'roles',
    'roles.primary',
    'x509Certificates.value',
    'groups',
    'groups.value',
    'members',
    'members.value',
    'manager',
  ],
  ...[
    enterpriseSchema,
    `${enterpriseSchema}:department`,
    `${enterpriseSchema}:manager`,
    `${enterpriseSchema}:manager.value`,
  ],
  ...[
    userSchema,
    `${userSchema}:userName`,
    `${groupSchema}:displayName`,
    'urn:example:2.0:User:a',
    'urn:example:none',
  ],
  ...[
    'members.displayName',
    'name.givenName.x',
    'nothing',
    '__proto__',
    'constructor.name',
    '$ref',
    'emails[0]',
    'a-b_c',
  ],
);
const operators = fc.constantFrom(...'eq ne co sw ew gt ge lt le EQ Co pr is like'.split(' '));
const values = fc.oneof(
  fc.constantFrom(
    ...[
      '"ada"',
      '"ADA"',
      '"work"',
      '""',
      'true',
      'false',
      '"True"',
      'null',
      '0',
      '1.5',
      '-1e3',
      '1e400',
      'work',
    ],
    ...[
      '"2024-01-01T00:00:00Z"',
      '"2024-01-01T00:00:00.123456789+02:00"',
      '"9999-99-99T00:00:00Z"',
      '"%"',
      '"_\\\\"',
    ],
    ...['"\\u0000"', '"\\ud83d"', '"\\"', '"', "'x'", '{}', '[]', '99999999999999999999'],
  ),
  hostileText.map((text) => JSON.stringify(text)),
);

const comparison: fc.Arbitrary<string> = fc.oneof(
  fc.tuple(names, operators, values).map((parts) => parts.join(' ')),
  names.map((name) => `${name} pr`),
);

const { filter } = fc.letrec<{ filter: string }>((tie) => ({
  filter: fc.oneof(
    { maxDepth: 3, depthIdentifier: 'filter' },
    { weight: 5, arbitrary: comparison },
    {
      weight: 1,
      arbitrary: fc
        .tuple(tie('filter'), fc.constantFrom('and', 'or', 'AND', 'xor'), tie('filter'))
        .map((parts) => parts.join(' ')),
    },
    { weight: 1, arbitrary: tie('filter').map((inner) => `not (${inner})`) },
    { weight: 1, arbitrary: tie('filter').map((inner) => `(${inner})`) },
    { weight: 1, arbitrary: fc.tuple(names, tie('filter')).map(([name, inner]) => `${name}[${inner}]`) },
    {
      weight: 1,
      arbitrary: fc
        .tuple(names, tie('filter'), operators, values)
        .map(([name, inner, ...rest]) => `${name}[${inner}].value ${rest.join(' ')}`),
    },
  ),
}));

const large = fc.constantFrom(
  `${'('.repeat(3000)}id pr${')'.repeat(3000)}`,
  `${'not ('.repeat(200)}id pr${')'.repeat(200)}`,
  Array(600).fill('title co "x"').join(' or '),
  `emails[${'('.repeat(500)}value pr${')'.repeat(500)}]`,
  `${'a.'.repeat(500)}b eq "x"`,
  `userName eq "${'x'.repeat(9000)}"`,
);

/** What a hand that slips makes of a text: a part of it is gone, doubled, or replaced. */
function slip(text: fc.Arbitrary<string>): fc.Arbitrary<string> {
  return fc
    .tuple(text, fc.nat(), fc.nat({ max: 3 }), fc.oneof(fc.constant(''), hostileText))
    .map(([whole, at, count, put]) => {
      const start = at % (whole.length + 1);
      return whole.slice(0, start) + put + whole.slice(start + count);
    });
}

/** Filters: of the grammar, nearly of it, and beyond every bound. */
export const filters: fc.Arbitrary<string> = fc.oneof(
  { weight: 6, arbitrary: filter },
  { weight: 2, arbitrary: slip(filter) },
  { weight: 1, arbitrary: large },
  { weight: 1, arbitrary: hostileText },
);

const path = fc.oneof(
  { weight: 3, arbitrary: names },
  { weight: 1, arbitrary: fc.tuple(names, filter).map(([name, inner]) => `${name}[${inner}]`) },
  {
    weight: 1,
    arbitrary: fc.tuple(names, filter, names).map(([name, inner, sub]) => `${name}[${inner}].${sub}`),
  },
);

/** Paths of PATCH operations, and of sorting and projection. */
export const paths: fc.Arbitrary<string> = fc.oneof(
  { weight: 6, arbitrary: path },
  { weight: 2, arbitrary: slip(path) },
  { weight: 1, arbitrary: large },
  { weight: 1, arbitrary: hostileText },
);

/** The names of attributes. */
export const attributeNames: fc.Arbitrary<string> = names;

/** Lists of attributes, such as of `attributes` and `excludedAttributes`. */
export const attributeLists: fc.Arbitrary<string> = fc.oneof(
  fc.array(fc.oneof(names, hostileText), { maxLength: 4 }).map((list) => list.join(',')),
  fc.constantFrom(',', ',,', ' ', Array(3000).fill('userName').join(',')),
);
