import { randomUUID } from 'node:crypto';
import { expect, inject, it } from 'vitest';
import { readDescribedAttributes, valueOf, wrongValuesOf } from '../harness/described-attributes.ts';
import type { AttributeOfSchema } from '../harness/described-attributes.ts';
import { describeEachBackend } from '../harness/each-backend.ts';
import { okta } from '../harness/identity-providers.ts';
import type { SharedServer } from '../harness/installation.ts';
import { idOf, objectOf, without } from '../harness/json.ts';
import type { JsonObject } from '../harness/json.ts';
import { scimError } from '../harness/scim-answers.ts';
import { patchRequest } from '../harness/scim-requests.ts';
import { enterpriseSchema, groupSchema, userSchema } from '../harness/scim-schemas.ts';
import { createTenant } from '../harness/tenant.ts';
import type { Tenant } from '../harness/tenant.ts';

// What /Schemas says of each attribute is held against what the server does with it.

const { embedded } = inject('servers');
/** Members are other resources: their values cannot be made up, and the tests of groups are about nothing else. */
const described = (await readDescribedAttributes(embedded)).filter(
  ({ attribute }) => attribute.name !== 'members',
);

/** Where the attributes of a schema stand. */
const isExtension = (schema: string): boolean => schema === enterpriseSchema;
const endpointOf = (schema: string): string => (schema === groupSchema ? '/Groups' : '/Users');
const pathOf = ({ schema, attribute }: AttributeOfSchema): string =>
  isExtension(schema) ? `${schema}:${attribute.name}` : attribute.name;

/** A resource with nothing but what is required, and with the attribute. */
function bodyWith({ schema, attribute }: AttributeOfSchema, value: unknown): JsonObject {
  const base =
    schema === groupSchema
      ? { schemas: [groupSchema], displayName: randomUUID() }
      : { schemas: [userSchema], userName: randomUUID() };
  if (value === undefined) return base;
  if (!isExtension(schema)) return { ...base, [attribute.name]: value };
  return { ...base, schemas: [...base.schemas, schema], [schema]: { [attribute.name]: value } };
}

/** The attribute's value in an answer. */
function valueIn({ schema, attribute }: AttributeOfSchema, body: unknown): unknown {
  const resource = objectOf(body);
  const holder = isExtension(schema) ? resource[schema] : resource;
  return holder === undefined ? undefined : objectOf(holder)[attribute.name];
}

const titled = described.map((entry) => [pathOf(entry), entry] as const);
const having = (wanted: (entry: AttributeOfSchema) => boolean): typeof titled =>
  titled.filter(([, entry]) => wanted(entry));

const tenants = new Map<string, Promise<Tenant>>();

function tenantOf(server: SharedServer, mode: 'compat' | 'strict'): Promise<Tenant> {
  const key = `${server.url} ${mode}`;
  const tenant =
    tenants.get(key) ?? createTenant(server, { provider: 'generic', identityProvider: okta, mode });
  tenants.set(key, tenant);
  return tenant;
}

describeEachBackend('Attributes', (server) => {
  for (const mode of ['compat', 'strict'] as const) {
    it.for(having(({ attribute }) => attribute.mutability === 'readWrite'))(
      `%s is written and read back, changed and cleared in ${mode} mode`,
      { tags: ['rfc-87', 'rfc-89', 'rfc-104', 'rfc-132'] },
      async ([path, entry]) => {
        const { scim } = await tenantOf(server, mode);
        const { required } = entry.attribute;
        const created = await scim.post(
          endpointOf(entry.schema),
          bodyWith(entry, valueOf(entry.attribute, 1)),
        );
        expect(created.status).toBe(201);
        expect(valueIn(entry, created.body)).toEqual(valueOf(entry.attribute, 1));
        const target = `${endpointOf(entry.schema)}/${idOf(created)}`;
        expect(valueIn(entry, (await scim.get(target)).body)).toEqual(valueOf(entry.attribute, 1));

        await scim.patch(target, patchRequest({ op: 'replace', path, value: valueOf(entry.attribute, 4) }));
        expect(valueIn(entry, (await scim.get(target)).body)).toEqual(valueOf(entry.attribute, 4));

        const removed = await scim.patch(target, patchRequest({ op: 'remove', path }));
        if (required) expect(removed).toMatchObject({ status: 400, body: scimError(400, 'mutability') });
        const after = valueIn(entry, (await scim.get(target)).body);
        // An account is active or not.
        const cleared = required ? valueOf(entry.attribute, 4) : path === 'active' ? false : undefined;
        expect(after).toEqual(cleared);

        await scim.put(target, bodyWith(entry, valueOf(entry.attribute, 7)));
        expect(valueIn(entry, (await scim.get(target)).body)).toEqual(valueOf(entry.attribute, 7));
        const omitting = without(bodyWith(entry, undefined), entry.attribute.name);
        const put = await scim.put(target, required ? omitting : bodyWith(entry, undefined));
        if (required) expect(put).toMatchObject({ status: 400, body: scimError(400, 'invalidValue') });
        else if (path !== 'active') expect(valueIn(entry, put.body)).toBeUndefined();
      },
    );

    it.for(having(({ attribute }) => attribute.mutability === 'readOnly'))(
      `%s is ignored in a body and refused in a path in ${mode} mode`,
      { tags: ['rfc-35', 'rfc-42', 'rfc-88', 'rfc-100'] },
      async ([path, entry]) => {
        const { scim } = await tenantOf(server, mode);
        const value = [{ value: randomUUID(), display: 'Admins' }];
        const created = await scim.post(endpointOf(entry.schema), bodyWith(entry, value));
        expect(created.status).toBe(201);
        expect(valueIn(entry, created.body)).toBeUndefined();
        const target = `${endpointOf(entry.schema)}/${idOf(created)}`;
        const patched = await scim.patch(target, patchRequest({ op: 'add', path, value }));
        expect(patched).toMatchObject({ status: 400, body: scimError(400, 'mutability') });
        expect(valueIn(entry, (await scim.put(target, bodyWith(entry, value))).body)).toBeUndefined();
      },
    );
  }

  it.for(having(({ attribute }) => attribute.returned === 'never'))(
    '%s is taken and never shown or searched',
    { tags: ['rfc-34', 'rfc-67', 'rfc-83'] },
    async ([path, entry]) => {
      const tenant = await tenantOf(server, 'compat');
      const { scim } = tenant;
      const secret = 'correct horse battery staple';
      const created = await scim.post('/Users', bodyWith(entry, secret));
      expect(created.status).toBe(201);
      const target = `/Users/${idOf(created)}`;
      const answers = [
        created,
        await scim.put(target, bodyWith(entry, secret)),
        await scim.patch(target, patchRequest({ op: 'replace', path, value: secret })),
        await scim.patch(
          `${target}?attributes=${path}`,
          patchRequest({ op: 'add', value: { [path]: secret } }),
        ),
        await scim.get(target),
        await scim.get(`${target}?attributes=${path}`),
        await scim.get(`/Users?attributes=${path}`),
      ];
      for (const { status, text } of answers) {
        expect(status).toBeLessThan(300);
        expect(text).not.toContain(secret);
        expect(text).not.toContain(`"${path}"`);
      }
      for (const operator of ['eq', 'co', 'pr']) {
        const filter = encodeURIComponent(`${path} ${operator}${operator === 'pr' ? '' : ` "${secret}"`}`);
        const answer = await scim.get(`/Users?filter=${filter}`);
        expect(answer).toMatchObject({ status: 400, body: scimError(400, 'invalidFilter') });
      }
      const user = await tenant.dirsync.users.get({
        directoryId: tenant.directoryId,
        userId: idOf(created),
      });
      expect(JSON.stringify(user)).not.toContain(secret);
    },
  );

  it.for(having(({ attribute }) => attribute.mutability !== 'readOnly'))(
    '%s refuses values of other types, and changes nothing',
    { tags: ['rfc-26', 'rfc-109'] },
    async ([path, entry]) => {
      const { scim } = await tenantOf(server, 'strict');
      const created = await scim.post(endpointOf(entry.schema), bodyWith(entry, undefined));
      const target = `${endpointOf(entry.schema)}/${idOf(created)}`;
      const before = (await scim.get(target)).body;
      for (const value of entry.attribute.returned === 'never' ? [] : wrongValuesOf(entry.attribute)) {
        const refused = expect.stringMatching(/^invalid(Value|Syntax)$/);
        for (const answer of [
          await scim.post(endpointOf(entry.schema), bodyWith(entry, value)),
          await scim.put(target, bodyWith(entry, value)),
          await scim.patch(target, patchRequest({ op: 'replace', path, value })),
        ]) {
          expect(answer, JSON.stringify(value)).toMatchObject({ status: 400, body: { scimType: refused } });
        }
      }
      expect((await scim.get(target)).body).toEqual(before);
    },
  );

  it.for(having(({ attribute }) => attribute.returned === 'default' && attribute.mutability === 'readWrite'))(
    '%s comes when it is asked for and stays away when it is not',
    { tags: ['rfc-80', 'rfc-81', 'rfc-83'] },
    async ([path, entry]) => {
      const { scim } = await tenantOf(server, 'strict');
      const created = await scim.post(endpointOf(entry.schema), bodyWith(entry, valueOf(entry.attribute, 1)));
      const target = `${endpointOf(entry.schema)}/${idOf(created)}`;
      const only = objectOf((await scim.get(`${target}?attributes=${path}`)).body);
      expect(valueIn(entry, only)).toEqual(valueOf(entry.attribute, 1));
      const holder = isExtension(entry.schema) ? entry.schema : entry.attribute.name;
      expect(Object.keys(only).toSorted()).toEqual(['id', 'schemas', holder].toSorted());
      const others = await scim.get(`${target}?excludedAttributes=${path}`);
      expect(valueIn(entry, others.body)).toBeUndefined();
      expect(others.body).toHaveProperty('meta');
    },
  );

  const parts = described.flatMap((entry) =>
    (entry.attribute.multiValued && entry.attribute.mutability === 'readWrite'
      ? (entry.attribute.subAttributes ?? [])
      : []
    ).map((part) => [`${pathOf(entry)}.${part.name}`, entry, part] as const),
  );

  const singleParts = described.flatMap((entry) =>
    (entry.attribute.multiValued ? [] : (entry.attribute.subAttributes ?? [])).map(
      (part) => [`${pathOf(entry)}.${part.name}`, entry, part] as const,
    ),
  );

  it.for(singleParts)('%s is changed alone, unless it is read-only', async ([path, entry, part]) => {
    const { scim } = await tenantOf(server, 'strict');
    const whole = objectOf(valueOf(entry.attribute, 1));
    const target = `/Users/${idOf(await scim.post('/Users', bodyWith(entry, { ...whole, [part.name]: 'x' })))}`;
    const value = valueOf(part, 2);
    const patched = await scim.patch(target, patchRequest({ op: 'add', path, value }));
    if (part.mutability === 'readOnly') {
      expect(patched).toMatchObject({ status: 400, body: scimError(400, 'mutability') });
      expect(valueIn(entry, (await scim.get(target)).body)).toEqual(whole);
      return;
    }
    // A new value is another resource: a reference to the old one would be wrong.
    const { $ref: _moved, ...rest } = whole;
    const others = part.name === 'value' ? rest : whole;
    expect(valueIn(entry, patched.body)).toEqual({ ...others, [part.name]: value });
    const removed = await scim.patch(target, patchRequest({ op: 'remove', path }));
    expect(valueIn(entry, removed.body) ?? {}).toEqual(without(others, part.name));
  });

  it.for(parts.filter(([, , { type }]) => type !== 'boolean'))(
    '%s is compared as its caseExact says',
    { tags: ['rfc-58'] },
    async ([, entry, { name, caseExact }]) => {
      const { scim } = await tenantOf(server, 'strict');
      const value = valueOf(entry.attribute, 1);
      const target = `/Users/${idOf(await scim.post('/Users', bodyWith(entry, value)))}`;
      const [first] = value as readonly JsonObject[];
      const text = String(first?.[name]);
      const swapped = text === text.toUpperCase() ? text.toLowerCase() : text.toUpperCase();
      const path = `${entry.attribute.name}[${name} eq "${swapped}"]`;
      const { body } = await scim.patch(target, patchRequest({ op: 'remove', path }));
      expect(valueIn(entry, body)).toHaveLength(caseExact ? 2 : 1);
    },
  );

  it.for(parts.filter(([, , { canonicalValues }]) => canonicalValues !== undefined))(
    '%s takes other values than the canonical ones',
    { tags: ['rfc-30'] },
    async ([, entry, { name }]) => {
      const { scim } = await tenantOf(server, 'strict');
      const value = [{ value: 'https://acme.example/1', [name]: 'untyped' }];
      // An address has no value.
      const element =
        entry.attribute.name === 'addresses' ? [{ locality: 'Paris', [name]: 'untyped' }] : value;
      const created = await scim.post('/Users', bodyWith(entry, element));
      expect(valueIn(entry, created.body)).toEqual(element);
    },
  );

  it.for(having(({ attribute }) => attribute.uniqueness === 'server'))(
    '%s is there once, whatever its case',
    { tags: ['rfc-33', 'rfc-43', 'rfc-89'] },
    async ([path, entry]) => {
      const { scim } = await tenantOf(server, 'strict');
      const endpoint = endpointOf(entry.schema);
      const name = `Unique ${randomUUID()}`;
      expect((await scim.post(endpoint, bodyWith(entry, name))).status).toBe(201);
      const twin = await scim.post(endpoint, bodyWith(entry, name.toUpperCase()));
      expect(twin).toMatchObject({ status: 409, body: scimError(409, 'uniqueness') });
      const other = `${endpoint}/${idOf(await scim.post(endpoint, bodyWith(entry, undefined)))}`;
      for (const answer of [
        await scim.put(other, bodyWith(entry, name)),
        await scim.patch(other, patchRequest({ op: 'replace', path, value: name.toLowerCase() })),
      ]) {
        expect(answer).toMatchObject({ status: 409, body: scimError(409, 'uniqueness') });
      }
    },
  );

  it.for(['compat', 'strict'] as const)(
    'an extension that no schema describes is kept in %s mode',
    { tags: ['rfc-32', 'rfc-101'] },
    async (mode) => {
      const { scim } = await tenantOf(server, mode);
      const urn = 'urn:ietf:params:scim:schemas:extension:acme:2.0:User';
      const data = { badge: 7, floors: [1, 2], desk: { row: 'A', isFixed: false } };
      const body = { schemas: [userSchema, urn], userName: randomUUID(), [urn]: data };
      const created = await scim.post('/Users', body);
      expect(created).toMatchObject({ status: 201, body: { schemas: [userSchema, urn], [urn]: data } });
      const target = `/Users/${idOf(created)}`;
      const patched = await scim.patch(
        target,
        patchRequest({ op: 'replace', path: `${urn}:badge`, value: 8 }),
      );
      expect(patched.body).toMatchObject({ [urn]: { ...data, badge: 8 } });
      for (const name of Object.keys(data)) {
        await scim.patch(target, patchRequest({ op: 'remove', path: `${urn}:${name}` }));
      }
      const after = objectOf((await scim.get(target)).body);
      expect(after['schemas']).toEqual([userSchema]);
      expect(after).not.toHaveProperty([urn]);
    },
  );
});
