import { print } from './output.ts';

type JsonObject = Readonly<Record<string, unknown>>;

export const userSchema = 'urn:ietf:params:scim:schemas:core:2.0:User';
export const groupSchema = 'urn:ietf:params:scim:schemas:core:2.0:Group';
export const enterpriseSchema = 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User';

/** How an identity provider reaches its directory. */
export interface ScimConnectionOptions {
  /** Who speaks, in the printed lines. */
  readonly speaker: string;
  /** What the administrator entered. */
  readonly scimBaseUrl: string;
  readonly token: string;
  /** What this identity provider adds to every request. */
  readonly headers?: Readonly<Record<string, string>>;
}

/** Sends SCIM requests and prints each on a line. Anything but a 2xx ends the demo. */
export interface ScimConnection {
  get(target: string): Promise<JsonObject>;
  /** `subject` names in the printed line what the body is about. */
  post(target: string, body: JsonObject, subject: string): Promise<string>;
  put(target: string, body: JsonObject, subject: string): Promise<void>;
  patch(target: string, operations: readonly JsonObject[], subject: string): Promise<void>;
  delete(target: string): Promise<void>;
}

export function createScimConnection(options: ScimConnectionOptions): ScimConnection {
  const { speaker, scimBaseUrl, token, headers } = options;
  // What was created under which id: names read better than ids.
  const subjects = new Map<string, string>();

  async function send(method: string, target: string, body?: JsonObject, subject = ''): Promise<JsonObject> {
    const response = await fetch(`${scimBaseUrl}${target}`, {
      method,
      headers: {
        Accept: 'application/scim+json',
        Authorization: `Bearer ${token}`,
        ...headers,
        ...(body && { 'Content-Type': 'application/scim+json; charset=utf-8' }),
      },
      ...(body && { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    print(speaker, '→', method, readable(target), `${response.status}`, subject);
    if (!response.ok) throw new Error(`${method} ${target} was answered with ${response.status}: ${text}`);
    // An identity provider trusts the RFC here: a body of SCIM is an object.
    return text === '' ? {} : (JSON.parse(text) as JsonObject);
  }

  function readable(target: string): string {
    const decoded = decodeURIComponent(target.replaceAll('+', ' '));
    const named = [...subjects].reduce((text, [id, subject]) => text.replaceAll(id, subject), decoded);
    return named.replaceAll(/\b([0-9a-f]{8})(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\b/g, '$1…');
  }

  return {
    get: (target) => send('GET', target),
    async post(target, body, subject) {
      const { id } = await send('POST', target, body, subject);
      subjects.set(String(id), subject);
      return String(id);
    },
    async put(target, body, subject) {
      await send('PUT', target, body, subject);
    },
    async patch(target, operations, subject) {
      const schemas = ['urn:ietf:params:scim:api:messages:2.0:PatchOp'];
      await send('PATCH', target, { schemas, Operations: operations }, subject);
    },
    async delete(target) {
      await send('DELETE', target);
    },
  };
}
