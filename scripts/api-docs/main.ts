/**
 * Writes the API pages of the libraries from the comments of their sources; `--check` writes nothing and fails when a
 * page would change. Both fail when an export has no comment or no example, or an example does not compile.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { format, resolveConfig } from 'prettier';
import ts from 'typescript';
import { readPackages, root } from './entries.ts';
import { compileExamples, examplesOf } from './examples.ts';
import { readExports } from './model.ts';
import { writePage } from './page.ts';

const isCheck = process.argv.includes('--check');
const packages = readPackages();
const entries = packages.flatMap((documented) => documented.entries);

const program = ts.createProgram(
  entries.map(({ source }) => source),
  {
    target: ts.ScriptTarget.ES2023,
    module: ts.ModuleKind.NodeNext,
    customConditions: ['source'],
    allowImportingTsExtensions: true,
    strict: true,
    noEmit: true,
    skipLibCheck: true,
  },
);
const exportsOf = new Map(entries.map((entry) => [entry.specifier, readExports(program, entry)]));

const faults: string[] = [];
for (const [specifier, exports] of exportsOf) {
  for (const { name, kind, summary, hasExample } of exports) {
    if (summary === '') faults.push(`${specifier}: ${name} has no comment`);
    if ((kind === 'function' || kind === 'class') && !hasExample)
      faults.push(`${specifier}: ${name} has no @example`);
  }
}

const examples = [...exportsOf].flatMap(([specifier, exports]) =>
  exports.flatMap((exported) => examplesOf(specifier, exported)),
);
const namesOf = new Map(
  [...exportsOf].map(([specifier, exports]) => [specifier, exports.map(({ name }) => name)]),
);
// There both packages can be imported, and what their examples use beside them.
faults.push(...compileExamples(examples, namesOf, join(root, 'test')));

for (const documented of packages) {
  const path = join(root, 'docs/api', `${documented.name}.md`);
  const options = await resolveConfig(path);
  const page = await format(writePage(documented, exportsOf), { ...options, parser: 'markdown' });
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
  console.log(`${examples.length} examples compile, and every export has its comment.`);
}

function read(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}
