import { expect, inject, it } from 'vitest';
import { simpleValue } from '../harness/attribute-samples.ts';
import type { AttributeTrial } from '../harness/attribute-trial.ts';
import { sharedTrial } from '../harness/attribute-trial.ts';
import {
  bodyWith,
  endpointOf,
  partsOf,
  pathOf,
  readDescribedAttributes,
  valueIn,
} from '../harness/described-attributes.ts';
import type { PartOfAttribute } from '../harness/described-attributes.ts';
import { describeEachBackend } from '../harness/each-backend.ts';
import { objectOf, without } from '../harness/json.ts';
import type { JsonObject } from '../harness/json.ts';
import { scimError } from '../harness/scim-answers.ts';
import { patchRequest } from '../harness/scim-requests.ts';

// What /Schemas says of `mutability` and `required` of each sub-attribute is held against what the server does with it.

const { embedded } = inject('servers');
const parts = partsOf(await readDescribedAttributes(embedded));
const having = (wanted: (found: PartOfAttribute) => boolean): typeof parts =>
  parts.filter(([, found]) => wanted(found));
const isWritable = ({ entry }: PartOfAttribute): boolean => entry.attribute.mutability !== 'readOnly';

/** The elements of a value that may be one element alone. */
function elementsOf(value: unknown): readonly JsonObject[] {
  return (Array.isArray(value) ? value : [value]).map(objectOf);
}

/** A value path to the first element of a sample, by another sub-attribute than the one that is changed. */
function pathToFirst({ entry, part }: PartOfAttribute, value: unknown): string {
  const [first = {}] = elementsOf(value);
  const key = Object.keys(first).find((name) => name !== part.name && name !== 'primary') ?? 'value';
  return `${pathOf(entry)}[${key} eq ${JSON.stringify(first[key])}].${part.name}`;
}

/** Expects that the request is refused, and that the resource is as it was. */
async function expectRefused(
  { tenant }: AttributeTrial,
  target: string,
  operation: JsonObject,
): Promise<void> {
  const before = (await tenant.scim.get(target)).body;
  const answer = await tenant.scim.patch(target, patchRequest(operation));
  expect(answer, JSON.stringify(operation)).toMatchObject({
    status: 400,
    body: scimError(400, 'mutability'),
  });
  expect((await tenant.scim.get(target)).body).toEqual(before);
}

describeEachBackend('Sub-attributes', (server) => {
  it.for(having(({ entry, part }) => !entry.attribute.multiValued && part.mutability === 'readWrite'))(
    '%s is changed alone',
    { tags: ['rfc-95', 'rfc-102', 'rfc-104'] },
    async ([path, { entry, part }]) => {
      const { tenant, sample, create, surroundings } = await sharedTrial(server, 'strict');
      const { scim } = tenant;
      const { sent, shown } = sample(entry, 1);
      const target = await create(entry, sent);
      const value = simpleValue(part, 2, surroundings);
      await scim.patch(target, patchRequest({ op: 'add', path, value }));
      // A new value is another resource: a reference to the old one would be wrong.
      const others = part.name === 'value' ? without(objectOf(shown), '$ref') : objectOf(shown);
      expect(valueIn(entry, (await scim.get(target)).body)).toEqual({ ...others, [part.name]: value });
      await scim.patch(target, patchRequest({ op: 'remove', path }));
      expect(valueIn(entry, (await scim.get(target)).body) ?? {}).toEqual(without(others, part.name));
    },
  );

  it.for(having(({ entry, part }) => entry.attribute.multiValued && part.mutability === 'readWrite'))(
    '%s is changed alone, in one element',
    { tags: ['rfc-95', 'rfc-104', 'rfc-107'] },
    async ([, found]) => {
      const { entry, part } = found;
      const { tenant, sample, create, surroundings } = await sharedTrial(server, 'strict');
      const { scim } = tenant;
      const { sent, shown } = sample(entry, 1);
      const target = await create(entry, sent);
      const [first = {}, ...others] = elementsOf(shown);
      const path = pathToFirst(found, shown);
      const value = simpleValue(part, 4, surroundings);
      await scim.patch(target, patchRequest({ op: 'replace', path, value }));
      const changed = [{ ...first, [part.name]: value }, ...others];
      expect(valueIn(entry, (await scim.get(target)).body)).toEqual(changed);
      await scim.patch(target, patchRequest({ op: 'remove', path }));
      const rest = [without(first, part.name), ...others];
      expect(valueIn(entry, (await scim.get(target)).body)).toEqual(rest);
    },
  );

  for (const mode of ['compat', 'strict'] as const) {
    it.for(having(({ part }) => part.mutability === 'readOnly'))(
      `%s is set by nobody in ${mode} mode`,
      { tags: ['rfc-35', 'rfc-39', 'rfc-42', 'rfc-88', 'rfc-100'] },
      async ([path, { entry, part }]) => {
        const trial = await sharedTrial(server, mode);
        const { scim } = trial.tenant;
        const { sent, shown } = trial.sample(entry, 1);
        const isOfWritable = isWritable({ entry, part });
        const expected = isOfWritable ? shown : undefined;
        const target = await trial.create(entry, sent);
        const value = async (): Promise<unknown> => valueIn(entry, (await scim.get(target)).body);
        expect(await value()).toEqual(expected);
        for (const op of ['add', 'replace', 'remove']) {
          await expectRefused(trial, target, { op, path, value: 'x' });
        }
        const change = patchRequest({ op: 'replace', path: pathOf(entry), value: sent });
        expect((await scim.patch(target, change)).status < 300).toBe(isOfWritable);
        expect(await value()).toEqual(expected);
        expect((await scim.put(target, bodyWith(entry, sent))).status).toBe(200);
        expect(await value()).toEqual(expected);
      },
    );

    it.for(having(({ part }) => part.mutability === 'immutable'))(
      `%s is set once, with its element, in ${mode} mode`,
      { tags: ['rfc-38', 'rfc-100'] },
      async ([path, { entry, part }]) => {
        const trial = await sharedTrial(server, mode);
        const target = await trial.create(entry, trial.sample(entry, 1).sent);
        const [first = {}, second = {}] = elementsOf(trial.sample(entry, 1).shown);
        const [other = {}] = elementsOf(trial.sample(entry, 4).shown);
        const chosen = `${pathOf(entry)}[${part.name} eq ${JSON.stringify(first[part.name])}]`;
        for (const value of [other[part.name], second[part.name], 'x']) {
          for (const op of ['add', 'replace']) {
            await expectRefused(trial, target, { op, path, value });
            await expectRefused(trial, target, { op, path: `${chosen}.${part.name}`, value });
            await expectRefused(trial, target, { op, path: chosen, value: [{ [part.name]: value }] });
          }
        }
        await expectRefused(trial, target, { op: 'remove', path });
        await expectRefused(trial, target, { op: 'remove', path: `${chosen}.${part.name}` });
      },
    );
  }

  it.for(having(({ entry, part }) => isWritable({ entry, part }) && part.mutability !== 'readOnly'))(
    '%s may be left out unless it is required',
    { tags: ['rfc-26', 'rfc-87'] },
    async ([, { entry, part }]) => {
      const { tenant, sample, create } = await sharedTrial(server, 'strict');
      const { scim } = tenant;
      const leaveOut = (value: unknown): unknown => {
        const elements = elementsOf(value).map((element) => without(element, part.name));
        return entry.attribute.multiValued ? elements : elements[0];
      };
      const { sent, shown } = sample(entry, 1);
      const target = await create(entry, sent);
      const answers = [
        await scim.post(endpointOf(entry.schema), bodyWith(entry, leaveOut(sent))),
        await scim.put(target, bodyWith(entry, leaveOut(sent))),
      ];
      for (const { status, body } of answers) {
        if (part.required) expect(body).toEqual(scimError(400, 'invalidValue'));
        else expect([status < 300, valueIn(entry, body)]).toEqual([true, leaveOut(shown)]);
      }
      const kept = part.required ? shown : leaveOut(shown);
      expect(valueIn(entry, (await scim.get(target)).body)).toEqual(kept);
    },
  );
});
