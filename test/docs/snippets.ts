import { dirname, relative, resolve } from 'node:path';
import { root } from '../harness/server-process.ts';

/** A TypeScript block of a page. */
export interface Snippet {
  readonly text: string;
  /** The file that the line before the block links to, from the root of the repository. */
  readonly source: string | undefined;
}

/** The TypeScript blocks of a page. */
export function snippetsOf(page: string, markdown: string): readonly Snippet[] {
  const blocks = markdown.matchAll(/^(?<before>[^\n]*)\n+```ts\n(?<text>.*?)^```$/gms);
  return [...blocks].map(({ groups }) => {
    const link = groups?.['before']?.match(/\]\(([^)]+\.ts)\)/)?.[1];
    return {
      text: groups?.['text'] ?? '',
      source: link && relative(root, resolve(dirname(page), link)),
    };
  });
}
