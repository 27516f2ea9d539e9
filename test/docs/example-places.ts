import { glob, readFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { root } from '../harness/server-process.ts';
import { snippetsOf } from './snippets.ts';

/** An example, and where it stands. */
export interface Example {
  /** From the root of the repository. */
  readonly file: string;
  /** The line of the file that its code begins in. */
  readonly line: number;
  readonly code: string;
}

/** All examples: of comments, of the READMEs, and of the pages where they are not shown from a file. */
export async function readExamples(): Promise<readonly Example[]> {
  const examples: Example[] = [];
  const places = [
    'packages/*/src/**/*.ts',
    '{.,packages/*}/README.md',
    'openapi/type-examples/*.md',
    'docs/*.md',
  ];
  for await (const file of glob(places, { cwd: root })) {
    // What stands in generated comments was written elsewhere.
    if (/\/generated\/|\.test(-d)?\.ts$/.test(file)) continue;
    examples.push(...examplesOf(relative('', file), await readFile(join(root, file), 'utf8')));
  }
  return examples;
}

export function examplesOf(file: string, text: string): readonly Example[] {
  const markdown = file.endsWith('.ts') ? text.replaceAll(/^ *\* ?/gm, '') : text;
  return (
    snippetsOf(join(root, file), markdown)
      // pages.test.ts compares these with the file, which is compiled with the others.
      .filter(({ source }) => source === undefined || !file.startsWith('docs/'))
      .map(({ line, text: code }) => ({ file, line, code }))
  );
}
