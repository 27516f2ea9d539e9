import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ScimError } from './error.ts';
import { createMatcher } from './filter/evaluate.ts';
import { parseFilter } from './filter/parse-filter.ts';
import { resolveFilter } from './filter/resolve-filter.ts';
import { compat, strict } from './mode.ts';
import type { ScimMode } from './mode.ts';
import { normaliseGroup, normaliseResource } from './normalise.ts';
import { applyPatch } from './patch/apply-patch.ts';
import { planGroupPatch } from './patch/group-plan.ts';
import { parsePatchRequest } from './patch/patch-request.ts';
import { createProjection } from './projection.ts';
import { groupResourceType, userResourceType } from './resource-types.ts';
import type { ScimResource } from './resource.ts';
import { enterpriseUserSchema, groupSchema, userSchema } from './schema.ts';

const modes = [compat, strict] as const satisfies readonly ScimMode[];

/** Runs what may only throw ScimErrors; nothing when it threw one. */
function attempt<T>(run: () => T): T | undefined {
  try {
    return run();
  } catch (error) {
    if (error instanceof ScimError) return undefined;
    throw error;
  }
}

const name = fc.oneof(
  fc.constantFrom(
    ...[
      'userName',
      'USERNAME',
      'active',
      'name',
      'name.givenName',
      'emails',
      'roles',
      'manager',
      'schemas',
      'id',
    ],
    ...[
      'meta',
      'groups',
      'members',
      'displayName',
      'externalId',
      'password',
      'value',
      'type',
      'primary',
      '$ref',
    ],
    ...[
      'x509Certificates',
      'urn:acme:2.0:User',
      'urn:acme:2.0:User:a',
      enterpriseUserSchema,
      userSchema,
      groupSchema,
    ],
    ...[
      `${enterpriseUserSchema}:department`,
      `${enterpriseUserSchema}:manager.value`,
      '__proto__',
      'constructor',
    ],
  ),
  fc.string({ maxLength: 4 }),
);
const leaf = fc.oneof(
  fc.constantFrom(
    'True',
    'false',
    '',
    'work',
    'a',
    '{"value":"r"}',
    '[]',
    '\u0000',
    '\ud83d',
    userSchema,
    null,
    true,
    0,
  ),
  fc.string({ maxLength: 4 }),
  fc.double(),
);
const { json } = fc.letrec<{ json: unknown }>((tie) => ({
  json: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    leaf,
    fc.array(tie('json'), { maxLength: 3 }),
    fc.dictionary(name, tie('json'), { maxKeys: 4 }),
  ),
}));
const attributes = fc.dictionary(name, json, { maxKeys: 5 });
const path = fc.oneof(
  name,
  fc.constantFrom(
    ...[
      'emails[type eq "work"]',
      'emails[type eq "work"].value',
      'roles[primary eq "True"].value',
      'emails.primary',
    ],
    ...[
      'emails[not (value pr)]',
      'members[value eq "a"]',
      'members[value eq "a"].display',
      'emails[',
      'emails[].a',
    ],
    ...['addresses[type eq work].formatted', 'urn:acme:2.0:User:a.b', 'emails[primary eq true].type'],
  ),
);
const operation = fc.record(
  { op: fc.constantFrom('add', 'Replace', 'remove', 'move'), path: fc.option(path), value: json },
  { requiredKeys: ['op'] },
);
const operations = fc.array(operation, { maxLength: 4 });

/** A document as it is after it was stored and read. */
const stored = (resource: ScimResource): ScimResource => JSON.parse(JSON.stringify(resource)) as ScimResource;

test('a body becomes a document that stays as it is when it is sent again, or is refused', () => {
  fc.assert(
    fc.property(attributes, fc.constantFrom(...modes), (given, mode) => {
      const body = { schemas: [userSchema], userName: 'a', ...given };
      const resource = attempt(() => normaliseResource(userResourceType, body, mode));
      if (resource === undefined) return;
      expect(resource).not.toHaveProperty('id');
      expect(resource).not.toHaveProperty('password');
      const again = normaliseResource(userResourceType, stored(resource), mode);
      expect(again).toEqual(resource);
    }),
    { numRuns: 500 },
  );
});

test('any body at all is read or refused', () => {
  fc.assert(
    fc.property(json, fc.constantFrom(...modes), (body, mode) => {
      attempt(() => normaliseResource(userResourceType, body, mode));
      attempt(() => normaliseGroup(groupResourceType, body, mode));
      attempt(() => parsePatchRequest(userResourceType, body, mode));
    }),
    { numRuns: 500 },
  );
});

test('operations make a document of a document and never touch the one before, or are refused', () => {
  fc.assert(
    fc.property(attributes, operations, fc.constantFrom(...modes), (given, list, mode) => {
      const body = { schemas: [userSchema], userName: 'a', ...given };
      const before = attempt(() => normaliseResource(userResourceType, body, mode)) ?? {
        schemas: [userSchema],
        userName: 'a',
      };
      const untouched = JSON.stringify(before);
      const after = attempt(() => {
        const parsed = parsePatchRequest(userResourceType, { Operations: list }, compat);
        return applyPatch(userResourceType, before, parsed, { mode, id: 'u1' });
      });
      expect(JSON.stringify(before)).toBe(untouched);
      if (after === undefined) return;
      // What a PATCH makes is what a PUT of it would store.
      expect(normaliseResource(userResourceType, stored(after), mode)).toEqual(after);
    }),
    { numRuns: 1000 },
  );
});

test('operations on a group are planned or refused', () => {
  fc.assert(
    fc.property(operations, fc.constantFrom(...modes), (list, mode) => {
      attempt(() => {
        const parsed = parsePatchRequest(groupResourceType, { Operations: list }, compat);
        const plan = planGroupPatch(groupResourceType, parsed, mode);
        const before = { schemas: [groupSchema], displayName: 'G' };
        const after = applyPatch(groupResourceType, before, plan.operations, { mode, id: 'g1' });
        expect(after).not.toHaveProperty('members');
      });
    }),
    { numRuns: 500 },
  );
});

test('filters and projections take any document', () => {
  const filter = fc.constantFrom(
    'emails[type eq "work"].value co "a"',
    'name pr and not (userName eq "a")',
    'urn:acme:2.0:User:a.b gt 1',
    'schemas eq "x" or meta.lastModified gt "2026-01-31T08:00:00Z"',
    'active ne true and manager eq "m"',
    'urn:acme:2.0:User pr',
  );
  fc.assert(
    fc.property(attributes, filter, path, (resource, text, chosen) => {
      const document = stored(resource as ScimResource);
      const parsed = attempt(() => resolveFilter(userResourceType, parseFilter(text, compat), compat));
      if (parsed !== undefined) expect(createMatcher(parsed)(document)).toBeTypeOf('boolean');
      const projection = attempt(() => createProjection(userResourceType, { attributes: chosen }));
      expect(projection?.project(document)).not.toHaveProperty('password');
    }),
    { numRuns: 500 },
  );
});
