import { dirname, relative, resolve } from 'node:path';
import { root } from '../harness/server-process.ts';

/** A TypeScript block of a page. */
export interface Snippet {
  readonly text: string;
  /** The line of the page that it begins in. */
  readonly line: number;
  /** The file that the line before the block links to, from the root of the repository. */
  readonly source: string | undefined;
}

/** The TypeScript blocks of a page. */
export function snippetsOf(page: string, markdown: string): readonly Snippet[] {
  const blocks = markdown.matchAll(/(?<before>^(?<above>[^\n]*)\n+```ts\n)(?<text>.*?)^```$/gms);
  return [...blocks].map(({ index, groups }) => {
    const { before = '', above = '', text = '' } = groups ?? {};
    const link = above.match(/\]\(([^)]+\.ts)\)/)?.[1];
    return {
      text,
      line: markdown.slice(0, index + before.length).split('\n').length,
      source: link && relative(root, resolve(dirname(page), link)),
    };
  });
}
