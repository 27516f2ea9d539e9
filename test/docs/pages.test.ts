import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { root } from '../harness/server-process.ts';
import { snippetsOf } from './snippets.ts';

// What the pages show is code of examples/, which is compiled and tested there; a short piece may stand for itself.

const folder = join(root, 'docs');
const pages = (await readdir(folder)).filter((name) => name.endsWith('.md')).toSorted();

/** Whether the code stands in the file, in its order; a line `// …` stands for any that are left out. */
function isPartOf(file: string, text: string): boolean {
  const whole = withoutLayout(file);
  let from = 0;
  for (const part of text.split(/^\s*\/\/ …\n/m).map(withoutLayout)) {
    const at = whole.indexOf(part, from);
    if (at === -1) return false;
    from = at + part.length;
  }
  return true;
}

/** The formatter lays out a part of a file otherwise than the file. */
function withoutLayout(code: string): string {
  return code.replaceAll(/\s+/g, '').replaceAll(/,(?=[)\]}])/g, '');
}

/** The targets of links that are no addresses of the web. */
function linksOf(markdown: string): readonly string[] {
  return [...markdown.matchAll(/\]\((?!https?:|#)([^)#]+)(?:#[^)]*)?\)/g)].map(([, target = '']) => target);
}

describe.for(pages)('docs/%s', (page) => {
  it('shows the code of the files that it names', async () => {
    const path = join(folder, page);
    const markdown = await readFile(path, 'utf8');
    const snippets = snippetsOf(path, markdown);
    expect(snippets).toHaveLength(markdown.match(/^```ts$/gm)?.length ?? 0);
    for (const { text, source } of snippets) {
      // examples.test.ts compiles those that name none.
      if (source === undefined) continue;
      expect(source).toMatch(/^examples\//);
      const file = await readFile(join(root, source), 'utf8');
      if (!isPartOf(file, text)) expect(text, `not in ${source}`).toBe(file);
    }
  });

  it('links to files that are there', async () => {
    const links = linksOf(await readFile(join(folder, page), 'utf8'));
    for (const link of links) await expect(readdirOrFile(join(folder, link)), link).resolves.toBe(true);
  });
});

it('docs/README.md lists every page', async () => {
  const index = linksOf(await readFile(join(folder, 'README.md'), 'utf8'));
  const others = pages.filter((page) => page !== 'README.md');
  expect(index).toEqual(expect.arrayContaining(others));
});

it('examples/README.md lists every example', async () => {
  const entries = await readdir(join(root, 'examples'), { withFileTypes: true });
  const index = linksOf(await readFile(join(root, 'examples/README.md'), 'utf8'));
  const folders = entries.filter((entry) => entry.isDirectory()).map(({ name }) => name);
  expect(index).toEqual(expect.arrayContaining(folders));
});

async function readdirOrFile(path: string): Promise<boolean> {
  await readFile(path).catch(() => readdir(path));
  return true;
}
