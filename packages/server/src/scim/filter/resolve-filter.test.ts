import { expect, test } from 'vitest';
import { compat, strict } from '../mode.ts';
import type { ScimMode } from '../mode.ts';
import { groupResourceType, userResourceType } from '../resource-types.ts';
import { enterpriseUserSchema } from '../schema.ts';
import { refusal, refusalOf } from '../testing/refusal.ts';
import type { FilterOf } from './filter.ts';
import { parseFilter } from './parse-filter.ts';
import { resolveFilter } from './resolve-filter.ts';
import type { ResolvedFilter } from './resolve-filter.ts';

const resolve = (text: string, mode: ScimMode = compat, resourceType = userResourceType): ResolvedFilter =>
  resolveFilter(resourceType, parseFilter(text, mode), mode);

/** With nothing of the attributes but their canonical paths. */
function withPaths(filter: ResolvedFilter): FilterOf<string> {
  switch (filter.kind) {
    case 'and':
    case 'or':
      return { ...filter, terms: filter.terms.map(withPaths) };
    case 'not':
      return { kind: 'not', term: withPaths(filter.term) };
    case 'valuePath':
      return { kind: 'valuePath', attribute: filter.attribute.path, filter: withPaths(filter.filter) };
    default:
      return { ...filter, attribute: filter.attribute.path };
  }
}

const eq = (attribute: string, value: string | number | boolean | null): FilterOf<string> => ({
  kind: 'compare',
  attribute,
  operator: 'eq',
  value,
});

test.each([
  ['USERNAME eq "a"', eq('userName', 'a')],
  ['id eq "a"', eq('id', 'a')],
  ['schemas eq "urn:x"', eq('schemas', 'urn:x')],
  ['name.givenname eq "a"', eq('name.givenName', 'a')],
  [`${enterpriseUserSchema}:department eq "a"`, eq(`${enterpriseUserSchema}:department`, 'a')],
  ['department eq "a"', eq(`${enterpriseUserSchema}:department`, 'a')],
  ['meta.lastModified eq "2026-01-31T08:00:00Z"', eq('meta.lastModified', '2026-01-31T08:00:00Z')],
  ['active eq true', eq('active', true)],
  ['title eq null', eq('title', null)],
  ['name eq null', eq('name', null)],
  ['emails eq null', eq('emails', null)],
  ['emails eq "a"', eq('emails.value', 'a')],
])('%s is resolved in both modes', (text, filter) => {
  expect(withPaths(resolve(text, compat))).toEqual(filter);
  expect(withPaths(resolve(text, strict))).toEqual(filter);
});

test('compat mode compares a complex attribute as its value, strict mode refuses a single one', () => {
  expect(withPaths(resolve('manager eq "m"'))).toEqual(eq(`${enterpriseUserSchema}:manager.value`, 'm'));
  expect(withPaths(resolve('members eq "m"', compat, groupResourceType))).toEqual(eq('members.value', 'm'));
  expect(refusal(() => resolve('manager eq "m"', strict))).toBe('400 invalidFilter');
});

test('compat mode reads booleans spelt as strings and identifiers without their quotes', () => {
  expect(withPaths(resolve('active eq "True"'))).toEqual(eq('active', true));
  expect(withPaths(resolve('active eq False'))).toEqual(eq('active', false));
  expect(withPaths(resolve('employeeNumber eq 701984'))).toEqual(
    eq(`${enterpriseUserSchema}:employeeNumber`, '701984'),
  );
  expect(withPaths(resolve('externalId eq true'))).toEqual(eq('externalId', 'true'));
});

test.each(['active eq "True"', 'employeeNumber eq 701984', 'externalId eq true'])(
  'strict mode refuses %s, whose value is of another type',
  (text) => {
    expect(refusal(() => resolve(text, strict))).toBe('400 invalidFilter');
  },
);

test('inside brackets the targets are whole ones', () => {
  expect(withPaths(resolve('emails[type eq "work"].VALUE eq "a"'))).toEqual({
    kind: 'valuePath',
    attribute: 'emails',
    filter: { kind: 'and', terms: [eq('emails.type', 'work'), eq('emails.value', 'a')] },
  });
});

test.each([
  ['nope eq "a"', 'nope'],
  ['name.nope eq "a"', 'name.nope'],
  ['members eq "a"', 'members'],
  ['emails[nope eq "a"]', 'nope'],
  ['emails[emails.type eq "a"]', 'emails.type'],
  ['password eq "a"', 'password'],
  ['password pr', 'password'],
  ['active gt true', 'active'],
  ['active co "t"', 'active'],
  ['active eq "yes"', 'active'],
  ['active eq 1', 'active'],
  ['x509Certificates.value gt "a"', 'x509Certificates.value'],
  ['meta.lastModified sw "2026"', 'meta.lastModified'],
  ['meta.lastModified gt "yesterday"', 'meta.lastModified'],
  ['meta.lastModified gt 5', 'meta.lastModified'],
  ['name eq "a"', 'name'],
  ['addresses co "a"', 'addresses'],
  ['userName gt null', 'null'],
  ['userName co null', 'null'],
])('%s is refused by the name of what is wrong', (text, subject) => {
  for (const mode of [compat, strict] as const) {
    const error = refusalOf(() => resolve(text, mode));
    expect(error.scimType).toBe('invalidFilter');
    expect(error.detail).toContain(subject);
  }
});

test('an attribute of an extension that no schema describes has the type of its value', () => {
  expect(withPaths(resolve('urn:acme:2.0:User:shoeSize gt 42'))).toMatchObject({
    attribute: 'urn:acme:2.0:User:shoeSize',
    value: 42,
  });
  expect(refusal(() => resolve('urn:acme:2.0:User:isOld gt true'))).toBe('400 invalidFilter');
});
