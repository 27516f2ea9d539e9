import { expect, it } from 'vitest';
import { faultsOf } from './compile-examples.ts';
import { examplesOf, readExamples } from './example-places.ts';

// The examples of the comments, from which the API pages are made, of the READMEs and of the pages.

const examples = await readExamples();

/** For a compiler on a busy machine. */
const timeout = 120_000;

it('every example compiles', { timeout }, () => {
  expect(faultsOf(examples)).toEqual([]);
});

it('is read from every kind of place', () => {
  const places = [
    'packages/client/src/client.ts',
    'packages/client/README.md',
    'packages/webhooks/src/adapters/node.ts',
    'packages/webhooks/README.md',
    'packages/server/src/dirsync-server.ts',
    'packages/server/README.md',
    'openapi/type-examples/client.md',
    'openapi/type-examples/webhooks.md',
    'README.md',
    'docs/leniences.md',
  ];
  const files = new Set(examples.map(({ file }) => file));
  expect(places.filter((place) => !files.has(place))).toEqual([]);
});

it('no two exports have the same example', () => {
  const codes = examples.filter(({ file }) => !file.endsWith('README.md')).map(({ code }) => code);
  const repeated = codes.filter((code, index) => codes.indexOf(code) < index);
  // What two pages begin with.
  expect(repeated).toEqual(['await dirsync.events.consume({ cursorStore, handler, signal });\n']);
});

it('says where and why an example does not compile', { timeout }, () => {
  const fence = [
    '```ts',
    'const { data } = await dirsync.users.list({ directoryId });',
    'return data.name;',
    '```',
  ];
  const page = ['# Page', '', ...fence].join('\n');
  const comment = [
    '/**',
    ' * Says it.',
    ' *',
    ' * @example',
    ...fence.map((line) => ` * ${line}`),
    ' */',
  ].join('\n');
  const broken = [
    ...examplesOf('README.md', page),
    ...examplesOf('docs/page.md', page),
    ...examplesOf('packages/webhooks/src/file.ts', comment),
  ];
  expect(faultsOf(broken)).toEqual([
    expect.stringMatching(/^README\.md:5: Property 'name' does not exist on type .* in: return data\.name;$/),
    expect.stringMatching(/^docs\/page\.md:5: /),
    expect.stringMatching(/^packages\/webhooks\/src\/file\.ts:7: /),
  ]);
});
