import { expect, inject, it } from 'vitest';
import { inOtherCase, wrongValuesOf } from '../harness/attribute-samples.ts';
import { sharedTrial } from '../harness/attribute-trial.ts';
import type { AttributeTrial } from '../harness/attribute-trial.ts';
import {
  bodyWith,
  endpointOf,
  partsOf,
  pathOf,
  readDescribedAttributes,
  valueIn,
} from '../harness/described-attributes.ts';
import type { AttributeOfSchema, DescribedAttribute } from '../harness/described-attributes.ts';
import { describeEachBackend } from '../harness/each-backend.ts';
import { objectOf } from '../harness/json.ts';
import type { JsonObject } from '../harness/json.ts';
import { scimError } from '../harness/scim-answers.ts';
import { patchRequest } from '../harness/scim-requests.ts';

// What /Schemas says of each attribute and sub-attribute is held against what the server does with it: here `type`,
// `multiValued`, `uniqueness`, `canonicalValues`; see attributes.test.ts and attribute-parts.test.ts for the others.

const { embedded } = inject('servers');
const described = await readDescribedAttributes(embedded);
const titled = described.map((entry) => [pathOf(entry), entry] as const);
const parts = partsOf(described).filter(([, { entry }]) => entry.attribute.mutability !== 'readOnly');

const having = (wanted: (attribute: DescribedAttribute) => boolean): typeof titled =>
  titled.filter(([, { attribute }]) => wanted(attribute));

describeEachBackend('The value of', (server) => {
  async function expectWrong(
    { tenant }: AttributeTrial,
    entry: AttributeOfSchema,
    target: string,
    value: unknown,
  ): Promise<void> {
    const { scim } = tenant;
    const { mutability } = entry.attribute;
    for (const answer of [
      await scim.post(endpointOf(entry.schema), bodyWith(entry, value)),
      await scim.put(target, bodyWith(entry, value)),
      await scim.patch(target, patchRequest({ op: 'replace', path: pathOf(entry), value })),
    ]) {
      const scimType = expect.stringMatching(/^invalid(Value|Syntax)$/);
      expect(answer, `${mutability} ${JSON.stringify(value)}`).toMatchObject({
        status: 400,
        body: { scimType },
      });
    }
  }

  it.for(having(({ mutability, returned }) => mutability !== 'readOnly' && returned !== 'never'))(
    '%s is of its type and as many as it may be',
    { tags: ['rfc-26', 'rfc-109'] },
    async ([, entry]) => {
      const trial = await sharedTrial(server, 'strict');
      const { sent } = trial.sample(entry, 1);
      const target = await trial.create(entry, sent);
      const before = (await trial.tenant.scim.get(target)).body;
      for (const value of wrongValuesOf(entry.attribute, sent))
        await expectWrong(trial, entry, target, value);
      expect((await trial.tenant.scim.get(target)).body).toEqual(before);
    },
  );

  it.for(parts.filter(([, { part }]) => part.mutability !== 'readOnly'))(
    '%s is of its type and one',
    { tags: ['rfc-26', 'rfc-109'] },
    async ([, { entry, part }]) => {
      const trial = await sharedTrial(server, 'strict');
      const { sent } = trial.sample(entry, 1);
      const target = await trial.create(entry, sent);
      const before = (await trial.tenant.scim.get(target)).body;
      const [element, ...others] = (Array.isArray(sent) ? sent : [sent]).map(objectOf);
      for (const value of wrongValuesOf(part, element?.[part.name])) {
        const wrong = { ...element, [part.name]: value };
        await expectWrong(trial, entry, target, entry.attribute.multiValued ? [wrong, ...others] : wrong);
      }
      expect((await trial.tenant.scim.get(target)).body).toEqual(before);
    },
  );

  it.for(
    parts.filter(([, { part }]) => part.canonicalValues !== undefined && part.mutability !== 'readOnly'),
  )('%s may be another than the canonical ones', { tags: ['rfc-30'] }, async ([, { entry, part }]) => {
    const { tenant, sample, create } = await sharedTrial(server, 'strict');
    const [element] = sample(entry, 1).sent as readonly JsonObject[];
    for (const type of [...(part.canonicalValues ?? []), 'untyped']) {
      const value = [{ ...element, [part.name]: type }];
      expect(valueIn(entry, (await tenant.scim.get(await create(entry, value))).body)).toEqual(value);
    }
  });

  it.for(
    parts.filter(
      ([, { entry, part }]) =>
        entry.attribute.multiValued && part.mutability !== 'readOnly' && part.type !== 'boolean',
    ),
  )(
    '%s is compared in PATCH paths as its caseExact says',
    { tags: ['rfc-58'] },
    async ([, { entry, part }]) => {
      const { tenant, sample, create } = await sharedTrial(server, 'strict');
      const { sent, shown } = sample(entry, 1);
      const [first, ...others] = shown as readonly JsonObject[];
      const swapped = inOtherCase(String(first?.[part.name]));
      const target = await create(entry, sent);
      const path = `${pathOf(entry)}[${part.name} eq "${swapped}"]`;
      await tenant.scim.patch(target, patchRequest({ op: 'remove', path }));
      const left = part.caseExact ? shown : others;
      expect(valueIn(entry, (await tenant.scim.get(target)).body)).toEqual(left);
    },
  );

  it.for(having(({ uniqueness }) => uniqueness === 'server'))(
    '%s is there once, whatever its case',
    { tags: ['rfc-33', 'rfc-43', 'rfc-89'] },
    async ([path, entry]) => {
      const { tenant, sample, create } = await sharedTrial(server, 'strict');
      const { scim } = tenant;
      const endpoint = endpointOf(entry.schema);
      const name = String(sample(entry, 1).sent);
      await create(entry, name);
      const other = await create(entry, undefined);
      for (const answer of [
        await scim.post(endpoint, bodyWith(entry, name.toUpperCase())),
        await scim.put(other, bodyWith(entry, name)),
        await scim.patch(other, patchRequest({ op: 'replace', path, value: name.toUpperCase() })),
      ]) {
        expect(answer).toMatchObject({ status: 409, body: scimError(409, 'uniqueness') });
      }
    },
  );

  it.for(having(({ uniqueness, mutability }) => uniqueness === 'none' && mutability === 'readWrite'))(
    '%s may be that of several resources',
    { tags: ['rfc-132'] },
    async ([, entry]) => {
      const { tenant, sample, create } = await sharedTrial(server, 'strict');
      const { sent, shown } = sample(entry, 1);
      for (const target of [await create(entry, sent), await create(entry, sent)]) {
        expect(valueIn(entry, (await tenant.scim.get(target)).body)).toEqual(shown);
      }
    },
  );
});
