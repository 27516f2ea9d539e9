import { objectOf } from '../json.ts';
import type { JsonObject } from '../json.ts';

/** A parameter of an operation. */
export interface OperationParameter {
  readonly name: string;
  readonly in: 'path' | 'query' | 'header';
  readonly isRequired: boolean;
  readonly schema: JsonObject;
}

/** An operation of the contract, as far as requests need it. */
export interface ContractOperation {
  readonly id: string;
  readonly method: string;
  readonly path: string;
  /** The name of the security scheme, or `none`. */
  readonly security: string;
  readonly parameters: readonly OperationParameter[];
  readonly body:
    { readonly mediaType: string; readonly isRequired: boolean; readonly schema: JsonObject } | undefined;
}

const methods = ['get', 'post', 'put', 'patch', 'delete'];

/** The node that a `$ref` leads to, or `node` itself. */
export function resolve(document: JsonObject, node: unknown): JsonObject {
  const found = objectOf(node);
  const reference = found['$ref'];
  if (typeof reference !== 'string') return found;
  const target = reference
    .slice(2)
    .split('/')
    .map((part) => decodeURIComponent(part).replaceAll('~1', '/').replaceAll('~0', '~'))
    .reduce<unknown>((at, part) => objectOf(at)[part], document);
  return resolve(document, target);
}

/** All operations of an OpenAPI document. */
export function operationsOf(document: JsonObject): readonly ContractOperation[] {
  return Object.entries(objectOf(document['paths'])).flatMap(([path, node]) => {
    const item = resolve(document, node);
    return methods.flatMap((method) => {
      if (item[method] === undefined) return [];
      const operation = objectOf(item[method]);
      const parameters = [...listOf(item['parameters']), ...listOf(operation['parameters'])];
      return [
        {
          id: String(operation['operationId']),
          method: method.toUpperCase(),
          path,
          security: securityOf(operation),
          parameters: parameters.map((parameter) => parameterOf(resolve(document, parameter))),
          body:
            operation['requestBody'] === undefined
              ? undefined
              : bodyOf(resolve(document, operation['requestBody'])),
        },
      ];
    });
  });
}

function parameterOf(parameter: JsonObject): OperationParameter {
  const place = parameter['in'];
  if (place !== 'path' && place !== 'query' && place !== 'header') {
    throw new Error(`Expected a parameter in path, query or header, got ${JSON.stringify(parameter)}.`);
  }
  const { name, required, schema } = parameter;
  return { name: String(name), in: place, isRequired: required === true, schema: objectOf(schema) };
}

function bodyOf({ required, content }: JsonObject): NonNullable<ContractOperation['body']> {
  const [entry] = Object.entries(objectOf(content));
  if (entry === undefined) throw new Error('Expected a media type.');
  const [mediaType, media] = entry;
  return { mediaType, isRequired: required === true, schema: objectOf(objectOf(media)['schema']) };
}

function securityOf(operation: JsonObject): string {
  const [scheme] = listOf(operation['security']).flatMap((requirement) => Object.keys(objectOf(requirement)));
  return scheme ?? 'none';
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}
