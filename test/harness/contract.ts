import type { Exchange } from '@dirsync/server';
import { Ajv2020 } from 'ajv/dist/2020.js';
import type { ValidateFunction } from 'ajv';
import addFormatsModule from 'ajv-formats';
import { objectOf } from './json.ts';
import type { JsonObject } from './json.ts';

/** The contract of a server, against which every answer is held. */
export interface Contract {
  /** Throws when the contract does not allow this answer. */
  check(exchange: Exchange): void;
}

interface Located {
  /** JSON pointer of the node inside the document. */
  readonly pointer: string;
  readonly node: JsonObject;
}

interface Route {
  readonly method: string;
  readonly pattern: RegExp;
  /** Templated segments; the route with the fewest is the one that is meant. */
  readonly parameters: number;
  readonly operationId: string;
  readonly responses: Located;
}

const documentId = 'openapi.json';
const methods = ['get', 'post', 'put', 'patch', 'delete'];
// A CommonJS module under nodenext: its function is the property `default`.
const addFormats = addFormatsModule.default;

/** Reads the contract that the server at `origin` publishes. */
export async function readContract(origin: string): Promise<JsonObject> {
  const response = await fetch(`${origin}/openapi.json`);
  if (!response.ok) throw new Error(`Expected the contract at ${response.url}, got ${response.status}.`);
  return objectOf(await response.json());
}

/** Makes a contract of an OpenAPI document. */
export function createContract(document: JsonObject): Contract {
  // OpenAPI's own keywords (discriminator, x-scim, example) say nothing about validity.
  const ajv = new Ajv2020({ strict: false, allErrors: true, validateSchema: false });
  addFormats(ajv);
  ajv.addSchema(document, documentId);
  const validators = new Map<string, ValidateFunction>();
  const routes = routesOf(document);

  function violations(schemaPointer: string, value: unknown): readonly string[] {
    let validate = validators.get(schemaPointer);
    if (validate === undefined) {
      validate = ajv.compile({ $ref: `${documentId}${schemaPointer}` });
      validators.set(schemaPointer, validate);
    }
    if (validate(value)) return [];
    return (validate.errors ?? []).map(({ instancePath, message, params }) =>
      `${instancePath || '(body)'} ${message} ${JSON.stringify(params)}`.trim(),
    );
  }

  function faults(exchange: Exchange): readonly string[] {
    const { method, path, status } = exchange;
    // HEAD is GET without the body (RFC 9110 section 9.3.2).
    const served = method === 'HEAD' ? 'GET' : method;
    const servedPath = pathAsServed(path);
    const route = routes
      .filter((candidate) => candidate.method === served && candidate.pattern.test(servedPath))
      .toSorted((one, other) => one.parameters - other.parameters)[0];
    if (route === undefined || status === 431) return faultsOutside(exchange);
    const declared = locate(document, route.responses, String(status));
    if (declared === undefined) return [`${route.operationId} declares no status ${status}`];
    if (method === 'HEAD') return headerFaults(declared, exchange);
    return [...headerFaults(declared, exchange), ...bodyFaults(declared, exchange)];
  }

  /** What belongs to no operation is refused, in the words of its surface. */
  function faultsOutside({ method, path, status, headers, body }: Exchange): readonly string[] {
    if (![404, 405, 431].includes(status)) return [`no operation, so 404 or 405 expected`];
    const isScim = /^\/scim(?:\/|$)/.test(pathAsServed(path));
    const mediaType = isScim ? 'application/scim+json' : 'application/problem+json';
    const schema = isScim ? '#/components/schemas/ScimError' : '#/components/schemas/Problem';
    return [
      ...(status === 405 && !headers['allow'] ? ['405 without an Allow header'] : []),
      ...(mediaTypeOf(headers) !== mediaType ? [`not ${mediaType}`] : []),
      ...(method === 'HEAD' ? [] : violations(schema, parse(body))),
    ];
  }

  function headerFaults(response: Located, { headers }: Exchange): readonly string[] {
    return Object.keys((response.node['headers'] ?? {}) as JsonObject).flatMap((name) => {
      const header = locate(document, response, 'headers', name)?.node;
      const value = headers[name.toLowerCase()];
      if (value === undefined) return header?.['required'] === true ? [`no header ${name}`] : [];
      const type = (header?.['schema'] as JsonObject | undefined)?.['type'];
      return type === 'integer' && !/^\d+$/.test(value) ? [`${name} is no integer: ${value}`] : [];
    });
  }

  function bodyFaults(response: Located, { headers, body }: Exchange): readonly string[] {
    const content = response.node['content'] as JsonObject | undefined;
    if (content === undefined) return body === '' ? [] : [`a body where none is declared`];
    const mediaType = mediaTypeOf(headers);
    const media = locate(document, response, 'content', mediaType);
    if (media === undefined) return [`content type ${mediaType || '(none)'} is not declared`];
    if (!mediaType.endsWith('json')) return [];
    if (media.node['schema'] === undefined) return [];
    return violations(`${media.pointer}/schema`, parse(body));
  }

  return {
    check(exchange) {
      const found = faults(exchange);
      if (found.length === 0) return;
      const { method, path, status, body } = exchange;
      throw new Error(
        `The contract does not allow this answer to ${method} ${path}:\n  ${found.join('\n  ')}\n${status} ${body}`,
      );
    },
  };
}

/** Dot segments are gone, and from SCIM's paths doubled slashes and one at the end. */
function pathAsServed(path: string): string {
  const { pathname } = new URL(`http://server${path}`);
  return /^\/+scim\//.test(pathname) ? pathname.replaceAll(/\/{2,}/g, '/').replace(/\/$/, '') : pathname;
}

function routesOf(document: JsonObject): readonly Route[] {
  const paths: Located = { pointer: '#/paths', node: document['paths'] as JsonObject };
  return Object.entries(paths.node).flatMap(([template, item]) =>
    methods.flatMap((method) => {
      const operation = (item as JsonObject)[method] as JsonObject | undefined;
      const responses = locate(document, paths, template, method, 'responses');
      if (operation === undefined || responses === undefined) return [];
      const source = template.replaceAll(/[.+]/g, '\\$&').replaceAll(/\{[^}]+\}/g, '[^/]+');
      return [
        {
          method: method.toUpperCase(),
          pattern: new RegExp(`^${source}$`),
          parameters: template.split('{').length,
          operationId: String(operation['operationId']),
          responses,
        },
      ];
    }),
  );
}

/** The node at `steps` below `from`, behind any `$ref` on the way. */
function locate(document: JsonObject, from: Located, ...steps: readonly string[]): Located | undefined {
  let located = from;
  for (const step of steps) {
    const node = located.node[step] as JsonObject | undefined;
    if (node === undefined) return undefined;
    const escaped = step.replaceAll('~', '~0').replaceAll('/', '~1');
    located = { pointer: `${located.pointer}/${encodeURIComponent(escaped)}`, node };
    const reference = node['$ref'];
    if (typeof reference === 'string') {
      const names = reference.slice(2).split('/').map(unescapePointer);
      const target = locate(document, { pointer: '#', node: document }, ...names);
      if (target === undefined) throw new Error(`The contract has no ${reference}.`);
      located = target;
    }
  }
  return located;
}

function unescapePointer(part: string): string {
  return decodeURIComponent(part).replaceAll('~1', '/').replaceAll('~0', '~');
}

function mediaTypeOf(headers: Exchange['headers']): string {
  return (headers['content-type'] ?? '').split(';')[0]?.trim() ?? '';
}

function parse(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    // No schema of the contract allows undefined.
    return undefined;
  }
}
