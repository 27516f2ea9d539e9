import { expect, test } from 'vitest';
import { compat, strict } from '../mode.ts';
import type { ScimMode } from '../mode.ts';
import { userResourceType } from '../resource-types.ts';
import { refusal } from '../testing/refusal.ts';
import { parsePatchRequest, patchOpSchema } from './patch-request.ts';
import type { PatchOperation } from './patch-request.ts';

const modes = [compat, strict] as const satisfies readonly ScimMode[];

const parse = (body: unknown, mode: ScimMode): readonly PatchOperation[] =>
  parsePatchRequest(userResourceType, body, mode);

const patch = (...operations: readonly unknown[]): object => ({
  schemas: [patchOpSchema],
  Operations: operations,
});

test.each(modes)('reads the operations in their order in $name mode', (mode) => {
  const operations = parse(
    patch(
      { op: 'add', path: 'title', value: 'T' },
      { op: 'remove', path: 'title' },
      { op: 'replace', value: {} },
    ),
    mode,
  );
  expect(operations).toMatchObject([
    { op: 'add', path: { kind: 'attribute', target: { path: 'title' } }, value: 'T' },
    { op: 'remove', path: { kind: 'attribute' }, value: undefined },
    { op: 'replace', path: { kind: 'resource' }, value: {} },
  ]);
});

// RFC 7643 section 2.1.
test.each(modes)('takes the names of the message in any case in $name mode', (mode) => {
  const body = { Schemas: [patchOpSchema], operations: [{ OP: 'add', Path: 'title', VALUE: 'T' }] };
  expect(parse(body, mode)).toMatchObject([{ op: 'add', path: { target: { path: 'title' } }, value: 'T' }]);
});

test.each([undefined, null, [], ['urn:x'], patchOpSchema])(
  'the schemas %j are 400 invalidSyntax in both modes',
  (schemas) => {
    const body = { schemas, Operations: [{ op: 'add', path: 'title', value: 'T' }] };
    for (const mode of modes) {
      expect(() => parse(body, mode)).toThrow(
        expect.objectContaining({ status: 400, scimType: 'invalidSyntax' }),
      );
    }
  },
);

test('a path of null is no path', () => {
  expect(parse(patch({ op: 'add', path: null, value: {} }), strict)).toMatchObject([
    { path: { kind: 'resource' } },
  ]);
});

test.each([
  ['a capitalised op', patch({ op: 'Replace', path: 'title', value: 'T' })],
  [
    'one operation without its list',
    { schemas: [patchOpSchema], Operations: { op: 'add', path: 'title', value: 'T' } },
  ],
  ['an empty path', patch({ op: 'replace', path: '', value: {} })],
  ['an added null', patch({ op: 'add', path: 'title', value: null })],
])('compat mode takes %s, strict mode refuses it', (_what, body) => {
  expect(parse(body, compat)).toHaveLength(1);
  expect(refusal(() => parse(body, strict))).toMatch(/^400 invalid(Syntax|Path|Value)$/);
});

test.each([
  ['invalidSyntax', null],
  ['invalidSyntax', []],
  ['invalidSyntax', 'x'],
  ['invalidSyntax', {}],
  ['invalidSyntax', { schemas: [patchOpSchema] }],
  ['invalidSyntax', patch()],
  ['invalidSyntax', { schemas: [patchOpSchema], Operations: 'add' }],
  ['invalidSyntax', patch('add')],
  ['invalidSyntax', patch(null)],
  ['invalidSyntax', patch({ path: 'title', value: 'T' })],
  ['invalidSyntax', patch({ op: 'move', path: 'title', value: 'T' })],
  ['invalidSyntax', patch({ op: ['add'], path: 'title', value: 'T' })],
  ['invalidPath', patch({ op: 'add', path: 5, value: 'T' })],
  ['invalidPath', patch({ op: 'add', path: 'nope', value: 'T' })],
  ['invalidPath', patch({ op: 'add', path: 'name.nope', value: 'T' })],
  ['invalidFilter', patch({ op: 'add', path: 'emails[type eq].value', value: 'T' })],
  ['invalidValue', patch({ op: 'add', path: 'title' })],
  ['invalidValue', patch({ op: 'replace', path: 'title' })],
  ['invalidValue', patch({ op: 'replace' })],
  ['noTarget', patch({ op: 'remove' })],
])('400 %s for %j in both modes', (scimType, body) => {
  for (const mode of modes) expect(refusal(() => parse(body, mode))).toBe(`400 ${scimType}`);
});
