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
  const headers = { 'Content-Type': fc.constant(body?.mediaType) };
  return joined(operation, (parameter) => encodedValues(parameter, material), headers, bodies);
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
          { weight: 3, arbitrary: validBodies(body, material).map(stringify) },
          { weight: 5, arbitrary: mutated(validBodies(body, material)) },
          { weight: 1, arbitrary: hostileJson },
        );
  const parameterValues = (parameter: OperationParameter): fc.Arbitrary<string> => {
    const values = encodedValues(parameter, material);
    // Another directory's is only ever 401.
    if (operation.security === 'directoryToken' && parameter.name === 'directoryId') return values;
    const hostile = parameter.in === 'header' ? hostileHeader : hostileEncoded;
    return fc.oneof({ weight: 4, arbitrary: values }, { weight: 1, arbitrary: hostile });
  };
  const headers = {
    'Content-Type': sometimes(fc.constant(body?.mediaType ?? 'application/json'), hostileHeader),
    Accept: sometimes(fc.constantFrom('*/*', 'application/scim+json', 'text/html'), hostileHeader),
    'If-Match': sometimes(fc.constant(undefined), hostileHeader),
    'If-None-Match': sometimes(fc.constant(undefined), hostileHeader),
    'X-Request-Id': sometimes(fc.constant(undefined), hostileHeader),
    'Idempotency-Key': sometimes(fc.constant(undefined), hostileHeader),
    Prefer: sometimes(fc.constant(undefined), fc.constant('respond-async')),
  };
  return joined(operation, parameterValues, headers, bodies);
}

/** The other values one time in twelve. */
function sometimes<T>(values: fc.Arbitrary<T>, others: fc.Arbitrary<string>): fc.Arbitrary<T | string> {
  return fc.oneof({ weight: 11, arbitrary: values }, { weight: 1, arbitrary: others });
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
  otherHeaders: Readonly<Record<string, fc.Arbitrary<string | undefined>>>,
  bodies: fc.Arbitrary<string | undefined>,
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
    others: fc.record(otherHeaders),
    body: bodies,
  };
  return fc.record(parts).map(({ pathValues, query, headers, others, body }) => {
    const filled = path.replaceAll(/\{(\w+)\}/g, (_match, name: string) => pathValues[name] ?? '');
    const pairs = Object.entries(query).map(([name, value]) => `${name}=${value}`);
    const target = pairs.length > 0 ? `${filled}?${pairs.join('&')}` : filled;
    return { target, headers: defined({ ...others, ...headers }), body };
  });
}
