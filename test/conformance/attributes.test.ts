import { randomUUID } from 'node:crypto';
import { expect, inject, it } from 'vitest';
import { sharedTrial } from '../harness/attribute-trial.ts';
import {
  bodyWith,
  endpointOf,
  pathOf,
  readDescribedAttributes,
  topNameOf,
  valueIn,
} from '../harness/described-attributes.ts';
import type { AttributeOfSchema } from '../harness/described-attributes.ts';
import { describeEachBackend } from '../harness/each-backend.ts';
import { idOf, objectOf, without } from '../harness/json.ts';
import type { JsonObject } from '../harness/json.ts';
import { scimError } from '../harness/scim-answers.ts';
import { patchRequest } from '../harness/scim-requests.ts';
import { groupSchema, userSchema } from '../harness/scim-schemas.ts';

// What /Schemas says of each attribute is held against what the server does with it: here `mutability`, `required` and
// `returned`; see attribute-parts.test.ts for sub-attributes and attribute-values.test.ts for the other characteristics.

const { embedded } = inject('servers');
const described = await readDescribedAttributes(embedded);

const titled = described.map((entry) => [pathOf(entry), entry] as const);
const having = (wanted: (entry: AttributeOfSchema) => boolean): typeof titled =>
  titled.filter(([, entry]) => wanted(entry));

/** An account is active or not, also when a request takes the word away. */
const staysAsItIs = (path: string): boolean => path === 'active';

describeEachBackend('Attributes', (server) => {
  for (const mode of ['compat', 'strict'] as const) {
    it.for(having(({ attribute }) => attribute.mutability === 'readWrite'))(
      `%s is written and read back, changed and cleared in ${mode} mode, whatever is read-only in it`,
      { tags: ['rfc-38', 'rfc-39', 'rfc-42', 'rfc-87', 'rfc-88', 'rfc-89', 'rfc-104', 'rfc-132'] },
      async ([path, entry]) => {
        const { tenant, sample } = await sharedTrial(server, mode);
        const { scim } = tenant;
        const { required } = entry.attribute;
        const [first, second, third] = [sample(entry, 1), sample(entry, 4), sample(entry, 7)];
        const created = await scim.post(endpointOf(entry.schema), bodyWith(entry, first.sent));
        expect(created.status).toBe(201);
        expect(valueIn(entry, created.body)).toEqual(first.shown);
        const target = `${endpointOf(entry.schema)}/${idOf(created)}`;
        const value = async (): Promise<unknown> => valueIn(entry, (await scim.get(target)).body);
        expect(await value()).toEqual(first.shown);

        await scim.patch(target, patchRequest({ op: 'replace', path, value: second.sent }));
        expect(await value()).toEqual(second.shown);

        const removed = await scim.patch(target, patchRequest({ op: 'remove', path }));
        if (required) expect(removed).toMatchObject({ status: 400, body: scimError(400, 'mutability') });
        expect(await value()).toEqual(required || staysAsItIs(path) ? second.shown : undefined);
        await scim.patch(target, patchRequest({ op: 'add', path, value: first.sent }));
        expect(await value()).toEqual(first.shown);

        const put = await scim.put(target, bodyWith(entry, third.sent));
        expect(valueIn(entry, put.body)).toEqual(third.shown);
        expect(await value()).toEqual(third.shown);
      },
    );

    it.for(having(({ attribute }) => attribute.mutability !== 'readOnly'))(
      `%s may be left out unless it is required in ${mode} mode`,
      { tags: ['rfc-33', 'rfc-38', 'rfc-45', 'rfc-87', 'rfc-89', 'rfc-108'] },
      async ([path, entry]) => {
        const { tenant, sample, create } = await sharedTrial(server, mode);
        const { scim } = tenant;
        const { attribute, schema } = entry;
        const { sent, shown } = sample(entry, 1);
        const target = await create(entry, sent);
        const before = (await scim.get(target)).body;
        const omitting = (): JsonObject => without(bodyWith(entry, undefined), attribute.name);
        const answers = [
          await scim.post(endpointOf(schema), omitting()),
          await scim.put(target, omitting()),
          await scim.patch(target, patchRequest({ op: 'replace', path, value: null })),
        ];
        if (attribute.required) {
          for (const answer of answers) {
            expect(answer).toMatchObject({ status: 400, body: scimError(400, 'invalidValue') });
          }
          expect((await scim.get(target)).body).toEqual(before);
        } else {
          expect(answers.map(({ status }) => status)).toEqual([201, 200, schema === groupSchema ? 204 : 200]);
          const { body } = await scim.get(target);
          expect(valueIn(entry, body)).toEqual(staysAsItIs(path) ? shown : undefined);
        }
      },
    );

    it.for(having(({ attribute }) => attribute.mutability === 'readOnly'))(
      `%s is ignored in a body and refused in a path in ${mode} mode`,
      { tags: ['rfc-35', 'rfc-42', 'rfc-88', 'rfc-100'] },
      async ([path, entry]) => {
        const { tenant, sample, create } = await sharedTrial(server, mode);
        const { scim } = tenant;
        const value = sample(entry, 1).sent;
        const target = await create(entry, value);
        expect(valueIn(entry, (await scim.get(target)).body)).toBeUndefined();
        for (const op of ['add', 'replace', 'remove']) {
          const patched = await scim.patch(target, patchRequest({ op, path, value }));
          expect(patched, op).toMatchObject({ status: 400, body: scimError(400, 'mutability') });
        }
        expect(valueIn(entry, (await scim.put(target, bodyWith(entry, value))).body)).toBeUndefined();
      },
    );
  }

  it.for(having(({ attribute }) => attribute.returned === 'never'))(
    '%s is taken and never shown or searched',
    { tags: ['rfc-34', 'rfc-67', 'rfc-83'] },
    async ([path, entry]) => {
      const { tenant } = await sharedTrial(server, 'compat');
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

  it.for(having(({ attribute }) => attribute.returned === 'default' && attribute.mutability === 'readWrite'))(
    '%s comes when it is asked for and stays away when it is not',
    { tags: ['rfc-80', 'rfc-81', 'rfc-83'] },
    async ([path, entry]) => {
      const { tenant, sample, create } = await sharedTrial(server, 'strict');
      const { sent, shown } = sample(entry, 1);
      const target = await create(entry, sent);
      const only = objectOf((await tenant.scim.get(`${target}?attributes=${path}`)).body);
      expect(valueIn(entry, only)).toEqual(shown);
      expect(Object.keys(only).toSorted()).toEqual(['id', 'schemas', topNameOf(entry)].toSorted());
      const others = await tenant.scim.get(`${target}?excludedAttributes=${path}`);
      expect(valueIn(entry, others.body)).toBeUndefined();
      expect(others.body).toHaveProperty('meta');
    },
  );

  it.for(['compat', 'strict'] as const)(
    'an extension that no schema describes is kept in %s mode',
    { tags: ['rfc-32', 'rfc-101'] },
    async (mode) => {
      const { scim } = (await sharedTrial(server, mode)).tenant;
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
