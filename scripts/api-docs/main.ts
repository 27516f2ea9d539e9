/**
 * Writes the API pages of the libraries from the comments of their sources; `--check` writes nothing and fails when a
 * page would change. Both fail when an export has no comment or no example; test/docs/examples.test.ts compiles them.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { format, resolveConfig } from 'prettier';
import { introductionOf } from './comments.ts';
import { readPackages, root } from './entries.ts';
import { createEntryProgram, readExports } from './model.ts';
import { writePage } from './page.ts';

const isCheck = process.argv.includes('--check');
const packages = readPackages(['client', 'webhooks']);
const entries = packages.flatMap((documented) => documented.entries);
const program = createEntryProgram(entries);
const exportsOf = new Map(packages.flatMap((documented) => [...readExports(program, documented.entries)]));

const introductions = new Map(
  entries.map(({ specifier, source }) => [specifier, introductionOf(program.getSourceFile(source))]),
);

const faults: string[] = [];
for (const [specifier, introduction] of introductions) {
  if (introduction === '') faults.push(`${specifier}: there is no comment with @packageDocumentation`);
}
for (const [specifier, exports] of exportsOf) {
  for (const { name, summary, examples } of exports) {
    if (summary === '') faults.push(`${specifier}: ${name} has no comment`);
    if (examples.length === 0)
      faults.push(
        `${specifier}: ${name} has no @example (types of the contract have theirs in openapi/type-examples/)`,
      );
  }
}

for (const documented of packages) {
  const path = join(root, 'docs/api', `${documented.name}.md`);
  const options = await resolveConfig(path);
  const page = await format(writePage(documented, { introductions, exportsOf }), {
    ...options,
    parser: 'markdown',
  });
  if (isCheck) {
    if (read(path) !== page)
      faults.push(`docs/api/${documented.name}.md differs from the comments: run "pnpm docs:api"`);
    continue;
  }
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, page);
}

if (faults.length > 0) {
  console.error(faults.join('\n'));
  process.exitCode = 1;
} else {
  console.log('Every export has its comment and its example.');
}

function read(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}
