import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

/**
 * Reads how the types of a library are used: `type-examples/` has a page for each, with the name of a type as heading
 * and a block of TypeScript below it. The contract says what they are, in no language of its clients.
 */
export async function readTypeExamples(library: 'client' | 'webhooks'): Promise<ReadonlyMap<string, string>> {
  const path = fileURLToPath(new URL(`../type-examples/${library}.md`, import.meta.url));
  const sections = (await readFile(path, 'utf8')).split(/^## /m).slice(1);
  return new Map(
    sections.map((section) => {
      const { name = '', code = '' } =
        /^(?<name>\w+)\n+```ts\n(?<code>.*?)^```\n*$/ms.exec(section)?.groups ?? {};
      if (code === '') throw new Error(`${path}: expected a name and an example, got:\n${section}`);
      if (code.includes('*/'))
        throw new Error(`${path}: the example of ${name} would end the comment it is put in.`);
      return [name, code];
    }),
  );
}
