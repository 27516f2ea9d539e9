import fc from 'fast-check';
import type { JsonObject } from '../json.ts';
import { hostileEncoded, hostileHeader, hostileJson } from './hostile-text.ts';
import { mutated } from './mutations.ts';
import type { ContractOperation, OperationParameter } from './operations.ts';
import { valuesOf } from './schema-values.ts';
import type { KnownValues } from './schema-values.ts';

/** A request without the server and the credential that it is for. */
export interface FuzzRequest {
  readonly target: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | undefined;
}

/** What requests are made of besides the contract. */
export interface RequestMaterial {
  readonly document: JsonObject;
  /** Values of parameters, by name. */
  readonly parameters: KnownValues;
  /** Values of members of bodies, by name. */
  readonly members: KnownValues;
}

/** Requests that the contract allows. */
export function validRequests(
  operation: ContractOperation,
  material: RequestMaterial,
): fc.Arbitrary<FuzzRequest> {
  const { body } = operation;
  const bodies = body === undefined ? fc.constant(undefined) : validBodies(body, material).map(stringify);
  return joined(operation, (parameter) => encodedValues(parameter, material), bodies, {});
}

/** Requests that break the contract, HTTP's habits, or the server. */
export function hostileRequests(
  operation: ContractOperation,
  material: RequestMaterial,
): fc.Arbitrary<FuzzRequest> {
  const { body } = operation;
  const bodies =
    body === undefined
      ? fc.option(hostileJson, { nil: undefined, freq: 5 })
      : fc.oneof(
          { weight: 5, arbitrary: mutated(validBodies(body, material)) },
          { weight: 1, arbitrary: hostileJson },
        );
  const mediaTypes = fc.oneof(
    { weight: 8, arbitrary: fc.constant(body?.mediaType ?? 'application/json') },
    { weight: 1, arbitrary: hostileHeader },
  );
  const parameterValues = (parameter: OperationParameter): fc.Arbitrary<string> =>
    fc.oneof(
      { weight: 3, arbitrary: encodedValues(parameter, material) },
      { weight: 1, arbitrary: parameter.in === 'header' ? hostileHeader : hostileEncoded },
    );
  return joined(operation, parameterValues, bodies, {
    'Content-Type': mediaTypes,
    Accept: fc.oneof(fc.constantFrom('*/*', 'application/scim+json', 'text/html'), hostileHeader),
    'If-Match': hostileHeader,
    'If-None-Match': hostileHeader,
    'X-Request-Id': hostileHeader,
    'Idempotency-Key': hostileHeader,
    Prefer: fc.constantFrom('respond-async', 'return=minimal'),
  });
}

/** Without the members that were not drawn. */
function defined(values: Readonly<Record<string, string | undefined>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(values).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  );
}

function stringify(value: unknown): string {
  return JSON.stringify(value);
}

function validBodies(
  { schema }: NonNullable<ContractOperation['body']>,
  { document, members }: RequestMaterial,
): fc.Arbitrary<unknown> {
  return valuesOf(document, schema, members);
}

/** Values as they go over the wire. */
function encodedValues(
  parameter: OperationParameter,
  { document, parameters }: RequestMaterial,
): fc.Arbitrary<string> {
  const values = parameters[parameter.name] ?? valuesOf(document, parameter.schema, parameters);
  return values.map((value) => {
    const text = Array.isArray(value) ? value.join(',') : String(value);
    return parameter.in === 'header' ? text : encodeURIComponent(text.toWellFormed());
  });
}

function joined(
  { path, parameters }: ContractOperation,
  parameterValues: (parameter: OperationParameter) => fc.Arbitrary<string>,
  bodies: fc.Arbitrary<string | undefined>,
  moreHeaders: Readonly<Record<string, fc.Arbitrary<string>>>,
): fc.Arbitrary<FuzzRequest> {
  const valuesIn = (place: OperationParameter['in']): fc.Arbitrary<Record<string, string>> => {
    const chosen = parameters.filter((parameter) => parameter.in === place);
    return fc.record(
      Object.fromEntries(chosen.map((parameter) => [parameter.name, parameterValues(parameter)])),
      { requiredKeys: chosen.filter(({ isRequired }) => isRequired).map(({ name }) => name) },
    );
  };
  const parts = {
    pathValues: valuesIn('path'),
    query: valuesIn('query'),
    headers: valuesIn('header'),
    more: fc.record(moreHeaders, { requiredKeys: [] }),
    body: bodies,
  };
  return fc.record(parts).map(({ pathValues, query, headers, more, body }) => {
    const filled = path.replaceAll(/\{(\w+)\}/g, (_match, name: string) => pathValues[name] ?? '');
    const pairs = Object.entries(query).map(([name, value]) => `${name}=${value}`);
    const target = pairs.length > 0 ? `${filled}?${pairs.join('&')}` : filled;
    return { target, headers: defined({ ...more, ...headers }), body };
  });
}
