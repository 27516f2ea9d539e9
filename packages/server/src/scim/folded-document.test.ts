import { expect, test } from 'vitest';
import { foldedDocument } from './folded-document.ts';

test.each([{ userName: 'ADA' }, { displayName: 'zoë 陈 😀' }, { active: true, size: 4 }, {}])(
  '%j needs no folded document',
  (document) => {
    expect(foldedDocument(document)).toBeUndefined();
  },
);

test('texts are folded wherever they stand, names are not', () => {
  const document = {
    userName: 'ZOË',
    active: true,
    emails: [{ value: 'İ@EXAMPLE.COM' }],
    'urn:acme:2.0:User': { ÄTags: ['ΑΣ', 4, null] },
  };
  expect(foldedDocument(document)).toEqual({
    userName: 'zoë',
    active: true,
    emails: [{ value: 'i̇@example.com' }],
    'urn:acme:2.0:User': { ÄTags: ['ας', 4, null] },
  });
});
