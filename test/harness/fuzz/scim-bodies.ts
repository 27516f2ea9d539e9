import fc from 'fast-check';
import { enterpriseSchema, groupSchema, patchSchema, userSchema } from '../scim-schemas.ts';
import type { ContractOperation } from './operations.ts';
import type { KnownValues } from './schema-values.ts';
import { filters, paths } from './scim-text.ts';

/** An id that nobody has. */
export const nobody = '0198a7c9-0000-7000-8000-000000000000';

/** Members of the bodies of an operation whose values the schemas leave open; `ids` are those of users and groups. */
export function bodyMembers(operation: ContractOperation, ids: readonly string[]): KnownValues {
  const anyId = fc.constantFrom(...ids, nobody, 'not-an-id');
  const shared = { schemas: schemasOf(operation), filter: filters, sortBy: paths };
  if (/Patch/.test(operation.id)) return { ...shared, Operations: patchOperations(ids) };
  return /Group/.test(operation.id) ? { ...shared, value: anyId } : shared;
}

const userSchemas = fc.constantFrom([userSchema], [userSchema, enterpriseSchema]);

function schemasOf({ id }: ContractOperation): fc.Arbitrary<readonly string[]> {
  if (/Patch/.test(id)) return fc.constant([patchSchema]);
  if (/Search/.test(id)) return fc.constant(['urn:ietf:params:scim:api:messages:2.0:SearchRequest']);
  if (/Bulk/.test(id)) return fc.constant(['urn:ietf:params:scim:api:messages:2.0:BulkRequest']);
  return /Group/.test(id) ? fc.constant([groupSchema]) : userSchemas;
}

/** Operations that make sense, and some that only have the form. */
function patchOperations(ids: readonly string[]): fc.Arbitrary<readonly unknown[]> {
  const id = fc.constantFrom(...ids, nobody, 'not-an-id');
  const op = fc.constantFrom('add', 'remove', 'replace', 'Add', 'Remove', 'Replace');
  const pathless = fc.dictionary(
    fc.constantFrom('title', 'name.givenName', 'active', 'displayName', department, 'id'),
    words,
  );
  const formal = { op, path: paths, value: fc.oneof(id, words, fc.jsonValue({ maxDepth: 2 })) };
  const operation = fc.oneof(
    {
      weight: 6,
      arbitrary: fc.oneof(...targets(id, ids).map(([path, value]) => fc.record({ op, path, value }))),
    },
    { weight: 1, arbitrary: fc.record({ op: fc.constantFrom('add', 'replace'), value: pathless }) },
    { weight: 1, arbitrary: fc.record(formal, { requiredKeys: ['op'] }) },
  );
  return fc.array(operation, { minLength: 1, maxLength: 3 });
}

const department = `${enterpriseSchema}:department`;
const words = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom('Ada', 'x', 'GB', 'work') },
  { weight: 1, arbitrary: fc.constantFrom('', null, true, 'False', 7) },
);

/** Paths with values that fit them, mostly. */
function targets(
  id: fc.Arbitrary<string>,
  ids: readonly string[],
): readonly (readonly [paths: fc.Arbitrary<string>, values: fc.Arbitrary<unknown>])[] {
  const flags = fc.constantFrom(true, false, 'True', 'False', 'maybe');
  const element = fc.record({ value: words, type: words, primary: flags }, { requiredKeys: [] });
  return [
    [fc.constantFrom('title', 'name.givenName', 'displayName', department, 'urn:example:2.0:User:a'), words],
    [fc.constantFrom('emails[type eq "work"].value', 'addresses[type eq "home"].country'), words],
    [fc.constantFrom('active', 'emails[type eq "work"].primary', 'roles[primary eq "True"].primary'), flags],
    [fc.constantFrom('emails', 'roles', 'phoneNumbers', 'ims'), fc.array(element, { maxLength: 3 })],
    [fc.constant('members'), fc.array(fc.record({ value: id }), { maxLength: 3 })],
    [fc.constantFrom(...ids).map((known) => `members[value eq "${known}"]`), fc.constant(undefined)],
    [
      fc.constantFrom('manager', `${enterpriseSchema}:manager`),
      fc.oneof(id, words, fc.record({ value: id })),
    ],
    [
      fc.constantFrom('name', enterpriseSchema),
      fc.dictionary(fc.constantFrom('givenName', 'department', 'a'), words),
    ],
  ];
}
