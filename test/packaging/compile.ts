import { join } from 'node:path';
import { root } from '../harness/server-process.ts';
import type { PackedProject } from './packed-project.ts';
import { run } from './run.ts';

/** What a tsconfig says. */
export type CompilerOptions = Readonly<Record<string, string | boolean | readonly string[]>>;

/** What is checked, and by which of the compilers that `test/package.json` names. */
interface Compilation {
  readonly compiler: string;
  readonly files: readonly string[];
  readonly options: CompilerOptions;
}

/** Type-checks files of the project, the published declarations too. */
export async function compile(
  project: PackedProject,
  { compiler, files, options }: Compilation,
): Promise<void> {
  const compilerOptions = {
    ...options,
    ...{ target: 'es2022', strict: true, noEmit: true, skipDefaultLibCheck: true },
  };
  await project.write('tsconfig.json', JSON.stringify({ compilerOptions, files }));
  const tsc = join(root, 'test/node_modules', compiler, 'bin/tsc');
  await run(process.execPath, [tsc, '-p', 'tsconfig.json'], project.folder);
}
