import fc from 'fast-check';
import type { JsonObject } from '../json.ts';
import { resolve } from './operations.ts';

/** Values of some names, whatever their schema says: ids that exist, URNs that are known. */
export type KnownValues = Readonly<Record<string, fc.Arbitrary<unknown>>>;

const texts = fc.oneof(
  fc.string({ maxLength: 20 }),
  fc.constantFrom(
    'Ada Lovelace',
    'ada@example.com',
    'work',
    'en-GB',
    'Ωμέγα',
    '😀',
    "O'Neil",
    '100%',
    'a+b@example.com',
  ),
);

const formats: Readonly<Record<string, fc.Arbitrary<string>>> = {
  'date-time': fc
    .date({ min: new Date('1970-01-01'), max: new Date('2100-01-01'), noInvalidDate: true })
    .map((date) => date.toISOString()),
  uuid: fc.uuid(),
  uri: fc.constantFrom('https://example.com/', 'urn:example:1', 'http://localhost/x?y=1#z'),
};

/** Values that a JSON schema of the contract allows. */
export function valuesOf(
  document: JsonObject,
  schema: unknown,
  known: KnownValues,
  depth = 0,
): fc.Arbitrary<unknown> {
  const node = resolve(document, schema);
  if ('const' in node) return fc.constant(node['const']);
  if (Array.isArray(node['enum'])) return fc.constantFrom(...(node['enum'] as readonly unknown[]));
  for (const keyword of ['oneOf', 'anyOf']) {
    const variants = node[keyword];
    if (Array.isArray(variants))
      return fc.oneof(...variants.map((variant) => valuesOf(document, variant, known, depth)));
  }
  if (Array.isArray(node['allOf'])) {
    const parts = node['allOf'].map((part) => valuesOf(document, part, known, depth));
    return fc.tuple(...parts).map((values) => Object.assign({}, ...values) as unknown);
  }
  const types = Array.isArray(node['type']) ? (node['type'] as readonly unknown[]) : [node['type']];
  return fc.oneof(...types.map((type) => valuesOfType(document, node, type, known, depth)));
}

function valuesOfType(
  document: JsonObject,
  node: JsonObject,
  type: unknown,
  known: KnownValues,
  depth: number,
): fc.Arbitrary<unknown> {
  const at = (name: string, otherwise: number): number =>
    typeof node[name] === 'number' ? node[name] : otherwise;
  switch (type) {
    case 'null':
      return fc.constant(null);
    case 'boolean':
      return fc.boolean();
    case 'integer':
      return fc.integer({ min: at('minimum', -3), max: at('maximum', 300) });
    case 'number':
      return fc.double({
        noNaN: true,
        noDefaultInfinity: true,
        min: at('minimum', -1e6),
        max: at('maximum', 1e6),
      });
    case 'string':
      return textsOf(node, at('minLength', 0), at('maxLength', 200));
    case 'array': {
      const items = valuesOf(document, node['items'] ?? {}, known, depth + 1);
      const minLength = at('minItems', 0);
      return fc.array(items, { minLength, maxLength: at('maxItems', Math.max(minLength, 3)) });
    }
    case 'object':
      return objectsOf(document, node, known, depth);
    default:
      // A schema without a type allows anything.
      return fc.jsonValue({ maxDepth: 2 });
  }
}

function textsOf(node: JsonObject, minLength: number, maxLength: number): fc.Arbitrary<string> {
  const { format, pattern } = node;
  const special = typeof format === 'string' ? formats[format] : undefined;
  if (special !== undefined) return special;
  if (typeof pattern === 'string') return fc.stringMatching(new RegExp(pattern));
  // PostgreSQL stores no NUL, which no schema can say.
  return texts
    .map((text) => text.replaceAll('\0', '').slice(0, maxLength))
    .filter((text) => text.length >= minLength);
}

function objectsOf(
  document: JsonObject,
  node: JsonObject,
  known: KnownValues,
  depth: number,
): fc.Arbitrary<unknown> {
  const properties = Object.entries((node['properties'] ?? {}) as JsonObject);
  const required = Array.isArray(node['required']) ? (node['required'] as readonly string[]) : [];
  const kept = depth > 4 ? properties.filter(([name]) => required.includes(name)) : properties;
  const members = Object.fromEntries(
    kept.map(([name, schema]) => [name, known[name] ?? valuesOf(document, schema, known, depth + 1)]),
  );
  const declared = fc.record(members, { requiredKeys: required.filter((name) => name in members) });
  const { additionalProperties } = node;
  if (typeof additionalProperties !== 'object' || additionalProperties === null) return declared;
  const others = fc.dictionary(
    fc.stringMatching(/^[a-z]{1,8}$/),
    valuesOf(document, additionalProperties, known, depth + 1),
    { maxKeys: 3 },
  );
  return fc.tuple(others, declared).map(([more, own]) => ({ ...more, ...own }));
}
