import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormatsModule from 'ajv-formats';
import { describe, expect, it } from 'vitest';
import type { ZodType } from 'zod';
import * as generated from './generated/zod.gen.ts';

type Json = null | boolean | number | string | Json[] | { readonly [name: string]: Json };
type Node = Readonly<Record<string, unknown>>;

interface Example {
  readonly name: string;
  /** The name of the component schema that it is an example of. */
  readonly schema: string;
  readonly value: Json;
}

const contract = JSON.parse(
  readFileSync(new URL('./generated/openapi.json', import.meta.url), 'utf8'),
) as Node & { readonly components: Readonly<Record<string, Node>> };

const ajv = new Ajv2020({ strict: false, validateSchema: false });
// A CommonJS module under nodenext: its function is the property `default`.
addFormatsModule.default(ajv);
ajv.addSchema(contract, 'openapi.json');

function allowedByContract(schema: string, value: unknown): boolean {
  const pointer = `openapi.json#/components/schemas/${schema}`;
  const validate = ajv.getSchema(pointer);
  if (validate === undefined) throw new Error(`The contract has no schema ${schema}.`);
  return validate(value) === true;
}

// What the generator exports is a validator for each schema, by its name.
const validators = generated as unknown as Readonly<Record<string, ZodType | undefined>>;

function allowedByZod(schema: string, value: unknown): boolean {
  const validator = validators[`z${schema}`];
  if (validator === undefined) throw new Error(`The generated validators have no z${schema}.`);
  return validator.safeParse(value).success;
}

/** Every body that the contract shows, with the schema it stands under. */
function examplesOf(node: unknown, path: string): readonly Example[] {
  if (typeof node !== 'object' || node === null) return [];
  const { schema, examples } = node as { readonly schema?: Node; readonly examples?: Node };
  const reference = schema?.['$ref'];
  if (typeof reference === 'string' && examples !== undefined) {
    return Object.entries(examples).map(([name, example]) => ({
      name: `${path} ${name}`,
      schema: reference.split('/').at(-1) ?? '',
      value: (dereference(example as Node) as { readonly value: Json }).value,
    }));
  }
  return Object.entries(node).flatMap(([name, child]) => examplesOf(child, `${path} ${name}`.trim()));
}

function dereference(node: Node): Node {
  const reference = node['$ref'];
  if (typeof reference !== 'string') return node;
  const [, , kind = '', name = ''] = reference.split('/');
  return contract.components[kind]?.[name] as Node;
}

const otherValues: readonly Json[] = [
  ...[null, true, 7, 1.5, -1, '', 'text', [], {}, [null], 'x'.repeat(3000)],
  // Times: with an offset, without one, on a day that there is not.
  ...['2026-11-23T09:00:00.000+05:30', '2026-11-23T09:00:00', '2026-02-30T09:00:00Z'],
  // Ids: of no version, in capitals.
  ...['00000000-0000-0000-0000-000000000000', '0198A7C2-4B1D-7E09-A3F5-91C6D8E20B47'],
  // 150 characters, 300 UTF-16 units.
  '😀'.repeat(150),
];

interface Variant {
  /** What was changed. */
  readonly change: string;
  readonly value: Json;
}

/** `value` with one thing in it made different, at every place. */
function* variantsOf(value: Json, place = ''): Generator<Variant> {
  for (const other of otherValues) yield { change: `${place} = ${JSON.stringify(other)}`, value: other };
  if (Array.isArray(value)) {
    for (const [index, element] of value.entries()) {
      for (const variant of variantsOf(element, `${place}/${index}`)) {
        yield { ...variant, value: value.with(index, variant.value) };
      }
    }
  } else if (typeof value === 'object' && value !== null) {
    yield { change: `${place} with a member more`, value: { ...value, unknownMember: 1 } };
    for (const [name, member] of Object.entries(value)) {
      const others = Object.entries(value).filter(([other]) => other !== name);
      yield { change: `${place} without ${name}`, value: Object.fromEntries(others) };
      for (const variant of variantsOf(member, `${place}/${name}`)) {
        yield { ...variant, value: { ...value, [name]: variant.value } };
      }
    }
  }
}

interface QueryParameter {
  readonly operationId: string;
  readonly name: string;
  readonly schema: Node;
}

const queryParameters: readonly QueryParameter[] = Object.values(contract['paths'] as Node).flatMap((item) =>
  Object.values(item as Node).flatMap((operation) => {
    const { operationId, parameters = [] } = operation as {
      readonly operationId?: string;
      readonly parameters?: readonly Node[];
    };
    if (operationId === undefined) return [];
    return parameters
      .map(dereference)
      .filter((parameter) => parameter['in'] === 'query')
      .map(({ name, schema }) => ({ operationId, name: String(name), schema: schema as Node }));
  }),
);

/** A schema of the document outside of the document: its references point into it. */
function inDocument(schema: Node): Node {
  return JSON.parse(JSON.stringify(schema).replaceAll('"#/', '"openapi.json#/')) as Node;
}

const examples = [
  ...examplesOf(contract['paths'], ''),
  ...examplesOf(contract['webhooks'], 'webhook'),
  ...examplesOf(contract.components['responses'], ''),
];
const schemas = Map.groupBy(examples, ({ schema }) => schema);

describe('the examples of the contract', () => {
  it.for(examples)('$name is valid', ({ schema, value }) => {
    expect(allowedByContract(schema, value)).toBe(true);
    expect(allowedByZod(schema, value)).toBe(true);
  });
});

describe('the generated validators', () => {
  it.for([...schemas])(
    'judge every variant of the examples of %s as the contract does',
    ([schema, ofSchema]) => {
      const disagreements = ofSchema
        .flatMap((example) => [...variantsOf(example.value)])
        .filter(({ value }) => allowedByContract(schema, value) !== allowedByZod(schema, value))
        .map(
          ({ change, value }) => `${allowedByZod(schema, value) ? 'zod allows' : 'zod refuses'} ${change}`,
        );
      expect([...new Set(disagreements)]).toEqual([]);
    },
  );

  it('judge every query parameter as the contract does', () => {
    const disagreements = queryParameters.flatMap(({ operationId, name, schema }) =>
      otherValues
        .filter((value) => {
          const validator = `${operationId.charAt(0).toUpperCase()}${operationId.slice(1)}Query`;
          return ajv.validate(inDocument(schema), value) !== allowedByZod(validator, { [name]: value });
        })
        .map((value) => `${operationId} ${name} = ${JSON.stringify(value)}`),
    );
    expect(disagreements).toEqual([]);
  });
});
