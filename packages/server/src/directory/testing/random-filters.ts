import fc from 'fast-check';
import { parseAttributePath } from '../../scim/attribute-path.ts';
import type { AttributePath } from '../../scim/attribute-path.ts';
import type { CompareOperator, Filter, FilterValue } from '../../scim/filter/filter.ts';
import { isJsonList, isJsonObject } from '../../scim/resource.ts';
import type { Json } from '../../scim/resource.ts';
import type { ResourceType } from '../../scim/schema.ts';
import { foreign, texts } from './random-resources.ts';

/** Every attribute and sub-attribute, and some that no schema describes. */
export function pathsOf(types: readonly ResourceType[]): readonly AttributePath[] {
  const indexes = types.flatMap(({ attributes, extensionAttributes }) => [
    attributes,
    ...extensionAttributes.values(),
  ]);
  const described = indexes.flatMap(({ all }) =>
    all.flatMap(({ path, subAttributes }) => [path, ...subAttributes.all.map((sub) => sub.path)]),
  );
  const others = ['size', 'tags', 'tags.kind', 'car.Size', 'car', 'none'].map((rest) => `${foreign}:${rest}`);
  return [...new Set([...described, ...others])].map((path) => parseAttributePath(path) ?? unknown());
}

function unknown(): never {
  throw new Error('The attribute is not there.');
}

const operators: readonly CompareOperator[] = ['eq', 'ne', 'co', 'sw', 'ew', 'gt', 'ge', 'lt', 'le'];

function compare(attribute: fc.Arbitrary<AttributePath>): fc.Arbitrary<Filter> {
  return fc.oneof(
    {
      weight: 5,
      arbitrary: fc.record({
        kind: fc.constant('compare' as const),
        attribute,
        operator: fc.constantFrom(...operators),
        value: fc.nat(),
      }),
    },
    { weight: 1, arbitrary: fc.record({ kind: fc.constant('present' as const), attribute }) },
  );
}

function tree(leaf: fc.Arbitrary<Filter>): fc.Arbitrary<Filter> {
  return fc.letrec<{ filter: Filter }>((tie) => ({
    filter: fc.oneof(
      { depthSize: 'small', maxDepth: 3 },
      leaf,
      fc.record({
        kind: fc.constantFrom('and' as const, 'or' as const),
        terms: fc.array(tie('filter'), { minLength: 2, maxLength: 3 }),
      }),
      fc.record({ kind: fc.constant('not' as const), term: tie('filter') }),
    ),
  })).filter;
}

/** Values are numbers yet, with which one of the values is picked that the resources have there. */
export function filtersOf(types: readonly ResourceType[]): fc.Arbitrary<Filter> {
  const paths = pathsOf(types);
  const valuePath = fc
    .constantFrom(...paths.filter(({ subName }) => subName === undefined))
    .chain((attribute) => {
      const subNames = paths
        .filter(
          ({ urn, name, subName }) =>
            subName !== undefined && urn === attribute.urn && name === attribute.name,
        )
        .map(({ subName }) => subName ?? '');
      const inside = fc
        .constantFrom(...subNames, 'value', 'kind')
        .map((name) => ({ urn: undefined, name, subName: undefined }));
      return tree(compare(inside)).map((filter): Filter => ({ kind: 'valuePath', attribute, filter }));
    });
  return tree(
    fc.oneof(
      { weight: 4, arbitrary: compare(fc.constantFrom(...paths)) },
      { weight: 1, arbitrary: valuePath },
    ),
  );
}

/** The filter with literals, half of them values that some resource has there, or parts of them. */
export function withLiterals(filter: Filter, seen: readonly Json[]): Filter {
  switch (filter.kind) {
    case 'and':
    case 'or':
      return { ...filter, terms: filter.terms.map((term) => withLiterals(term, seen)) };
    case 'not':
      return { ...filter, term: withLiterals(filter.term, seen) };
    case 'valuePath': {
      const { urn, name } = filter.attribute;
      const elements = seen.flatMap((value) => valuesAt(value, urn === undefined ? [name] : [urn, name]));
      return { ...filter, filter: withLiterals(filter.filter, elements) };
    }
    case 'compare':
      return { ...filter, value: literalFor(filter.attribute, Number(filter.value), seen) };
    default:
      return filter;
  }
}

function literalFor({ urn, name, subName }: AttributePath, pick: number, seen: readonly Json[]): FilterValue {
  const keys = [urn, name, subName].filter((key) => key !== undefined);
  const found = seen
    .flatMap((value) => valuesAt(value, keys))
    .flatMap((value) => (isJsonObject(value) ? Object.values(value) : value));
  const scalars = found.filter((value) => typeof value !== 'object');
  const variants = scalars.flatMap((value): FilterValue[] => {
    if (typeof value !== 'string') return [value];
    const characters = Array.from(value);
    const moment = Date.parse(value);
    const isMoment = /^\d{4}-.*Z$/.test(value) && !Number.isNaN(moment);
    return [
      ...[
        value,
        value.toUpperCase(),
        value.toLowerCase(),
        characters.slice(0, -1).join(''),
        characters.slice(1).join(''),
      ],
      ...(isMoment
        ? [
            value.replace('Z', '4+00:00'),
            value.replace('Z', '-01:00'),
            new Date(moment - 1).toISOString(),
            new Date(moment + 3_600_000).toISOString().replace('Z', '+01:00'),
          ]
        : []),
    ];
  });
  const pool: FilterValue[] = [
    ...variants,
    ...texts.slice(0, Math.max(4, Math.ceil(variants.length / 2))),
    '',
    null,
    0,
    2,
    true,
    false,
    '0000-01-01T00:00:00Z',
    '9999-12-31T23:59:59-14:00',
  ];
  return pool[pick % pool.length] ?? null;
}

function valuesAt(value: Json, keys: readonly string[]): readonly Json[] {
  if (isJsonList(value)) return value.flatMap((element) => valuesAt(element, keys));
  const [key, ...rest] = keys;
  if (key === undefined) return [value];
  if (!isJsonObject(value)) return [];
  return Object.entries(value).flatMap(([name, member]) =>
    name.toLowerCase() === key.toLowerCase() ? valuesAt(member, rest) : [],
  );
}
