import fc from 'fast-check';

/** Text that breaks readers: half of a surrogate pair, NUL, names that JavaScript treats apart, quotes of SQL. */
export const hostileText: fc.Arbitrary<string> = fc.oneof(
  fc.constantFrom(
    ...[
      '',
      ' ',
      '\0',
      'a\0b',
      '\ud83d',
      '\udc00x',
      '\u202e',
      '😀',
      'İ',
      'ß',
      '\r\n',
      '\\',
      '"',
      "'",
      '%',
      '%00',
    ],
    ...['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'null', 'undefined', 'True', 'NaN', '-0'],
    ...["'; drop table users; --", '$1', '${x}', '{{x}}', '../../Users', '..', '.', '*', '[', ']', '(', ')'],
    ...['9'.repeat(400), 'x'.repeat(20_000), '2024-02-30T25:61:61Z', '+275760-09-13T00:00:00Z', 'AAA='],
  ),
  fc.string({ maxLength: 12 }),
  fc.string({ unit: 'binary', maxLength: 6 }),
);

/** JSON, and what is nearly JSON, as text: a value in memory could not hold it. */
export const hostileJson: fc.Arbitrary<string> = fc.oneof(
  fc.constantFrom(
    ...[
      'null',
      'true',
      'false',
      '0',
      '-1',
      '-0',
      '1.5',
      '1e400',
      '-1e-400',
      '9007199254740993',
      '1'.repeat(400),
    ],
    ...[
      '""',
      '"\\u0000"',
      '"\\ud83d"',
      '"\\udc00\\ud83d"',
      '"True"',
      '[]',
      '{}',
      '[null]',
      '[[]]',
      '[[[1]]]',
    ],
    ...['{"__proto__":{"active":false}}', '{"constructor":{"prototype":1}}', '{"":""}', '{"a":1,"a":2}'],
    ...[`${'['.repeat(70)}${']'.repeat(70)}`, `${'{"a":'.repeat(3000)}1${'}'.repeat(3000)}`],
    ...['NaN', 'undefined', "'x'", '{a:1}', '[1,]', '01', '"\t"', '"\\x"', '{"a"', '\ufeff{}', '"'],
    ...[`[${Array(1500).fill('{"value":"x"}').join(',')}]`, `"${'x'.repeat(50_000)}"`],
  ),
  hostileText.map((text) => JSON.stringify(text)),
  fc.json({ maxDepth: 3 }),
);

/** A segment of a path or a part of a query as it goes over the wire, encoded rightly or not. */
export const hostileEncoded: fc.Arbitrary<string> = fc.oneof(
  hostileText.map((text) => encodeURIComponent(text.toWellFormed())),
  fc.constantFrom(
    '%',
    '%0',
    '%zz',
    '%E0%A4%A',
    '%C0%80',
    '%FF',
    '%ED%A0%80',
    '%2F',
    '%2e%2e',
    '%5C',
    '+',
    '%2B',
    '=',
    '&',
    ';',
  ),
);

/** The value of a header. HTTP's own parser refuses other characters before the server sees them. */
export const hostileHeader: fc.Arbitrary<string> = fc.oneof(
  fc.constantFrom(
    '',
    '*',
    '"',
    'W/',
    'W/"',
    'W/"1"',
    '"1"',
    'W/"1", W/"2"',
    'W/"-1"',
    `W/"${'9'.repeat(40)}"`,
    ',',
    'x'.repeat(9000),
  ),
  fc.stringMatching(/^[\w "/*,;={}\\\t]{0,20}$/).map((text) => text.trim()),
  fc.string({ unit: fc.constantFrom('\u00e9', '\u00ff', '\u0080', 'a'), maxLength: 6 }),
);
