import fc from 'fast-check';
import { expect, test } from 'vitest';
import { formatAttributePath } from '../attribute-path.ts';
import type { AttributePath } from '../attribute-path.ts';
import { ScimError } from '../error.ts';
import { compat, strict } from '../mode.ts';
import type { ScimMode } from '../mode.ts';
import { refusal, refusalOf } from '../testing/refusal.ts';
import { conjunctionOf } from './filter.ts';
import type { CompareOperator, Filter, FilterValue } from './filter.ts';
import { filterLimits } from './filter-reader.ts';
import { parseFilter } from './parse-filter.ts';

const path = (name: string, subName?: string, urn?: string): AttributePath => ({ urn, name, subName });
const compare = (attribute: AttributePath, operator: CompareOperator, value: FilterValue): Filter => ({
  kind: 'compare',
  attribute,
  operator,
  value,
});
const eq = (name: string, value: FilterValue): Filter => compare(path(name), 'eq', value);
const [a, b, c] = [eq('a', 1), eq('b', 2), eq('c', 3)];
const and = (...terms: readonly Filter[]): Filter => ({ kind: 'and', terms });
const or = (...terms: readonly Filter[]): Filter => ({ kind: 'or', terms });
const not = (term: Filter): Filter => ({ kind: 'not', term });

test.each<[string, Filter]>([
  ['userName eq "bjensen"', eq('userName', 'bjensen')],
  [`name.familyName co "O'Malley"`, compare(path('name', 'familyName'), 'co', "O'Malley")],
  [
    'urn:ietf:params:scim:schemas:core:2.0:User:userName sw "J"',
    compare(path('userName', undefined, 'urn:ietf:params:scim:schemas:core:2.0:User'), 'sw', 'J'),
  ],
  ['title pr', { kind: 'present', attribute: path('title') }],
  [
    'userType eq "Employee" and (emails co "example.com" or emails.value co "example.org")',
    and(
      eq('userType', 'Employee'),
      or(compare(path('emails'), 'co', 'example.com'), compare(path('emails', 'value'), 'co', 'example.org')),
    ),
  ],
  [
    'userType ne "Employee" and not (emails co "example.com")',
    and(compare(path('userType'), 'ne', 'Employee'), not(compare(path('emails'), 'co', 'example.com'))),
  ],
  [
    'emails[type eq "work" and value co "@example.com"] or ims[type eq "xmpp"]',
    or(
      {
        kind: 'valuePath',
        attribute: path('emails'),
        filter: and(eq('type', 'work'), compare(path('value'), 'co', '@example.com')),
      },
      { kind: 'valuePath', attribute: path('ims'), filter: eq('type', 'xmpp') },
    ),
  ],
  // Entra.
  [
    'emails[type eq "work"].value eq "a@x"',
    { kind: 'valuePath', attribute: path('emails'), filter: and(eq('type', 'work'), eq('value', 'a@x')) },
  ],
])('reads %s', (text, filter) => {
  expect(parseFilter(text, strict)).toEqual(filter);
});

test.each<[string, Filter]>([
  ['a eq 1 or b eq 2 and c eq 3', or(a, and(b, c))],
  ['a eq 1 and b eq 2 or c eq 3', or(and(a, b), c)],
  ['(a eq 1 or b eq 2) and c eq 3', and(or(a, b), c)],
  ['not (a eq 1) and b eq 2', and(not(a), b)],
  ['not (a eq 1 or b eq 2)', not(or(a, b))],
  ['not(not (a eq 1))', not(not(a))],
  ['((a eq 1))', a],
  ['a eq 1 and b eq 2 and c eq 3', and(a, b, c)],
  ['(a eq 1)and(b eq 2)', and(a, b)],
])('not binds closer than and, and closer than or: %s', (text, filter) => {
  expect(parseFilter(text, strict)).toEqual(filter);
});

test('operators and keywords are taken in any case', () => {
  const text = 'a EQ 1 AND b Eq 2 Or NOT (c eq 3)';
  expect(parseFilter(text, strict)).toEqual(or(and(a, b), not(c)));
});

test('attributes may be called as keywords and operators are', () => {
  expect(parseFilter('not eq 1 and or pr and eq eq 2', strict)).toEqual(
    and(eq('not', 1), { kind: 'present', attribute: path('or') }, eq('eq', 2)),
  );
});

test.each<[string, FilterValue]>([
  ['"a \\"quoted\\" \\\\ \\u00e9 \\/ b"', 'a "quoted" \\ é / b'],
  ['"a ] ) and b"', 'a ] ) and b'],
  ['"\\ud83d\\ude00"', '\u{1F600}'],
  ['""', ''],
  ['true', true],
  ['false', false],
  ['null', null],
  ['-1.5e3', -1500],
  ['0', 0],
])('a eq %s has its value', (literal, value) => {
  expect(parseFilter(`a eq ${literal}`, strict)).toEqual(eq('a', value));
});

// RFC 7644 section 3.5.2.2 prints a path without the space.
test('no space is needed before a string', () => {
  expect(parseFilter('a eq"1"', strict)).toEqual(eq('a', '1'));
});

test.each<[string, FilterValue]>([
  ['jyoung', 'jyoung'],
  ['bob@example.com', 'bob@example.com'],
  ['True', 'True'],
  ['0a21f0f2-8d2a-4f8e-bf98-7363c4aed4ef', '0a21f0f2-8d2a-4f8e-bf98-7363c4aed4ef'],
  ['00u1', '00u1'],
  ['007', '007'],
  ['701984', 701984],
  ['12345678901234567890', '12345678901234567890'],
  ['1e400', '1e400'],
])('compat mode takes the unquoted value %s', (literal, value) => {
  expect(parseFilter(`a eq ${literal} and b eq 2`, compat)).toEqual(and(eq('a', value), b));
  expect(parseFilter(`(a eq ${literal})`, compat)).toEqual(eq('a', value));
});

test.each(['jyoung', 'True', '007', '1e400', '+1', '.5'])(
  'strict mode refuses the unquoted value %s',
  (literal) => {
    expect(refusal(() => parseFilter(`a eq ${literal}`, strict))).toBe('400 invalidFilter');
  },
);

test.each([
  '',
  '   ',
  'a',
  'a eq',
  'a regex "x"',
  'a eq "x',
  'a eq "x\\"',
  'a eq "\\x"',
  'a eq "\u0001"',
  'a eq "\\u0000"',
  'a eq "\\ud83d"',
  "a eq 'x'",
  'eq "x"',
  'a eq "x" and',
  'and a eq "x"',
  'a eq "x" b eq "y"',
  'a eq "x" xor b eq "y"',
  '(a eq "x"',
  'a eq "x")',
  'not a eq "x"',
  'not not (a pr)',
  'a.b.c eq "x"',
  '1a eq "x"',
  'a[b eq "x"',
  'a[b[c eq "x"]]',
  'a[]',
  'a[b pr].',
  'a[b pr].c',
  'a[b pr].c.d pr',
  'a.b[c pr]',
  '[a pr]',
  '()',
  'a pr pr',
])('%j is malformed in both modes', (text) => {
  for (const mode of [strict, compat] as const) {
    expect(refusal(() => parseFilter(text, mode))).toBe('400 invalidFilter');
  }
});

test.each([
  ['a eq "x" und b eq "y"', 'character 10', 'und b eq'],
  ['a regex "x"', 'character 3', 'regex'],
  ['a eq ', 'character 6', 'it ends'],
])('the message of %j says where and what', (text, place, came) => {
  const { detail } = refusalOf(() => parseFilter(text, strict));
  expect(detail).toContain(place);
  expect(detail).toContain(came);
});

test.each([
  ['characters', `a eq "${'x'.repeat(filterLimits.characters)}"`],
  ['levels', `${'('.repeat(filterLimits.depth + 1)}a pr${')'.repeat(filterLimits.depth + 1)}`],
  ['levels', '('.repeat(8000)],
  ['levels', 'not('.repeat(2000)],
  ['comparisons', Array.from({ length: filterLimits.terms + 1 }, () => 'a pr').join(' and ')],
])('a filter with too many %s is refused', (what, text) => {
  const error = refusalOf(() => parseFilter(text, compat));
  expect(error.scimType).toBe('invalidFilter');
  expect(error.detail).toContain(what);
});

test('a filter at its limits is read', () => {
  const { depth, terms } = filterLimits;
  const deep = `${'('.repeat(depth)}a pr${')'.repeat(depth)}`;
  expect(parseFilter(deep, strict)).toEqual({ kind: 'present', attribute: path('a') });
  const wide = Array.from({ length: terms }, () => 'a pr').join(' and ');
  expect(conjunctionOf(parseFilter(wide, strict))).toHaveLength(terms);
});

test('the conjunction of a filter is flat', () => {
  const filter = parseFilter('a eq 1 and (b eq 2 and (c eq 3))', strict);
  expect(conjunctionOf(filter)).toEqual([a, b, c]);
  expect(conjunctionOf(a)).toEqual([a]);
});

/** Writes a filter with all parentheses that it may need. */
function print(filter: Filter): string {
  switch (filter.kind) {
    case 'compare':
      return `${formatAttributePath(filter.attribute)} ${filter.operator} ${JSON.stringify(filter.value)}`;
    case 'present':
      return `${formatAttributePath(filter.attribute)} pr`;
    case 'and':
    case 'or':
      return filter.terms.map((term) => `(${print(term)})`).join(` ${filter.kind} `);
    case 'not':
      return `not (${print(filter.term)})`;
    case 'valuePath':
      return `${formatAttributePath(filter.attribute)}[${print(filter.filter)}]`;
  }
}

const name = fc.constantFrom('userName', 'emails', 'a-b_1', 'not', 'and', 'eq', '$ref', 'value');
const urn = fc.constantFrom(undefined, 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User', 'urn:x');
const subName = fc.option(name, { nil: undefined });
const value = fc.oneof(
  fc.string(),
  fc.string({ unit: 'grapheme' }),
  fc.integer(),
  fc.double({ noNaN: true, noDefaultInfinity: true }).map((number) => (Object.is(number, -0) ? 0 : number)),
  fc.boolean(),
  fc.constant(null),
);
const operator = fc.constantFrom<CompareOperator>('eq', 'ne', 'co', 'sw', 'ew', 'gt', 'ge', 'lt', 'le');

function filters(attribute: fc.Arbitrary<AttributePath>, inner?: fc.Arbitrary<Filter>): fc.Arbitrary<Filter> {
  const { filter } = fc.letrec<{ filter: Filter; leaf: Filter }>((tie) => ({
    leaf: fc.oneof(
      fc.record({ kind: fc.constant('compare' as const), attribute, operator, value }),
      fc.record({ kind: fc.constant('present' as const), attribute }),
    ),
    filter: fc.oneof(
      { depthSize: 'small' },
      tie('leaf'),
      fc.record({
        kind: fc.constantFrom('and' as const, 'or' as const),
        terms: fc.array(tie('filter'), { minLength: 2, maxLength: 4 }),
      }),
      fc.record({ kind: fc.constant('not' as const), term: tie('filter') }),
      ...(inner === undefined
        ? []
        : [
            fc.record({
              kind: fc.constant('valuePath' as const),
              attribute: attribute.map((whole) => ({ ...whole, subName: undefined })),
              filter: inner,
            }),
          ]),
    ),
  }));
  return filter;
}

const attribute = fc.record({ urn, name, subName });
const elementAttribute = fc.record({ urn: fc.constant(undefined), name, subName: fc.constant(undefined) });
const anyFilter = filters(attribute, filters(elementAttribute));

test.each<ScimMode>([strict, compat])(
  'what is printed and read again in $name mode is the same filter',
  (mode) => {
    fc.assert(
      fc.property(anyFilter, (filter) => {
        const text = print(filter);
        fc.pre(text.length <= filterLimits.characters);
        expect(parseFilter(text, mode)).toEqual(filter);
      }),
    );
  },
);

test('whatever comes, it is read or refused by a SCIM error', () => {
  const piece = fc.oneof(
    fc.constantFrom(
      ...'()[]". eqprandornot'.split(''),
      ' and ',
      ' or ',
      'not (',
      'a eq "x"',
      'a[',
      ']',
      '\\',
      'emails',
    ),
    fc.integer({ min: 0, max: 0xffff }).map((code) => String.fromCharCode(code)),
  );
  fc.assert(
    fc.property(
      fc.array(piece).map((pieces) => pieces.join('')),
      (text) => {
        for (const mode of [strict, compat] as const) {
          try {
            parseFilter(text, mode);
          } catch (error) {
            if (!(error instanceof ScimError) || error.scimType !== 'invalidFilter') throw error;
          }
        }
      },
    ),
    { numRuns: 1000 },
  );
});
