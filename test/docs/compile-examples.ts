import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { readPackages } from '../../scripts/api-docs/entries.ts';
import { createEntryProgram, readExports } from '../../scripts/api-docs/model.ts';
import { root } from '../harness/server-process.ts';
import type { Example } from './example-places.ts';

/** What examples can name without importing it. */
interface Source {
  /** As it stands in an import. */
  readonly specifier: string;
  /** The names, and whether each is a type and no value. */
  readonly names: ReadonlyMap<string, boolean>;
}

const given: Source = {
  specifier: './given.ts',
  names: namesOf(parse(readFileSync(join(root, 'test/docs/given.ts'), 'utf8')), { isExported: true }),
};

const sources = readSources();

/** Compiles each example as a module of its own and returns what does not compile, with its place. */
export function faultsOf(examples: readonly Example[]): readonly string[] {
  const modules = new Map(
    examples.map((example, index) => [
      join(root, 'test/docs', `example-${index}.ts`),
      { example, text: asModule(example) },
    ]),
  );
  const { config } = ts.readConfigFile(join(root, 'tsconfig.json'), (path) => ts.sys.readFile(path));
  const { options } = ts.parseJsonConfigFileContent({ ...config, include: [], files: [] }, ts.sys, root);
  const host = ts.createCompilerHost(options);
  const disk = ts.createCompilerHost(options);
  host.fileExists = (path) => modules.has(path) || disk.fileExists(path);
  host.readFile = (path) => modules.get(path)?.text ?? disk.readFile(path);
  host.getSourceFile = (path, version, ...rest) => {
    const text = modules.get(path)?.text;
    return text === undefined
      ? disk.getSourceFile(path, version, ...rest)
      : ts.createSourceFile(path, text, version);
  };
  const program = ts.createProgram([...modules.keys()], options, host);
  return [...modules].flatMap(([path, { example }]) => {
    const file = program.getSourceFile(path);
    return ts.getPreEmitDiagnostics(program, file).map(({ messageText, start = 0 }) => {
      // The first line of the module is what the example was given.
      const line = Math.max(0, (file?.getLineAndCharacterOfPosition(start).line ?? 0) - 1);
      const message = ts.flattenDiagnosticMessageText(messageText, '\n');
      return `${example.file}:${example.line + line}: ${message} in: ${example.code.split('\n')[line]?.trim()}`;
    });
  });
}

/** What the entries export, by package. */
function readSources(): ReadonlyMap<string, readonly Source[]> {
  const packages = readPackages(['client', 'webhooks', 'server']);
  const program = createEntryProgram(packages.flatMap(({ entries }) => entries));
  return new Map(
    packages.map(({ name, entries }) => [
      name,
      [...readExports(program, entries)].map(([specifier, exports]) => ({
        specifier,
        names: new Map(exports.map((of) => [of.name, of.kind === 'type'])),
      })),
    ]),
  );
}

/** An example with what it names and does not declare: of its own package, of the other one, or given. */
function asModule({ file, code }: Example): string {
  const own = /\b(client|webhooks|server)\b/.exec(file)?.[1] ?? '';
  const parsed = parse(code);
  const declared = namesOf(parsed, { isExported: false });
  const missing = new Set([...identifiersIn(parsed)].filter((name) => !declared.has(name)));
  const imports = [...(sources.get(own) ?? []), ...[...sources.values()].flat(), given].map(
    ({ specifier, names }) => {
      const found = [...names].filter(([name]) => missing.delete(name));
      return `import { ${found.map(([name, isType]) => (isType ? `type ${name}` : name)).join(', ')} } from '${specifier}';`;
    },
  );
  // Without imports and exports it is a part of a function, which may return.
  const isModule = parsed.statements.some(
    (statement) =>
      ts.isImportDeclaration(statement) || ts.isExportAssignment(statement) || isExported(statement),
  );
  return isModule
    ? `${imports.join(' ')}\n${code}`
    : `${imports.join(' ')} export async function example() {\n${code}}\n`;
}

function parse(code: string): ts.SourceFile {
  return ts.createSourceFile('example.ts', code, ts.ScriptTarget.Latest, true);
}

function isExported(node: ts.Node): boolean {
  return (
    ts.isExportDeclaration(node) ||
    (ts.canHaveModifiers(node) &&
      (ts.getModifiers(node) ?? []).some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword))
  );
}

/** The names that a module declares or imports, and whether each is a type and no value. */
function namesOf(file: ts.SourceFile, of: { readonly isExported: boolean }): ReadonlyMap<string, boolean> {
  const names = new Map<string, boolean>();
  const add = (name: ts.Node | undefined, isType = false): void => {
    if (name === undefined) return;
    if (ts.isIdentifier(name)) names.set(name.text, isType);
    else ts.forEachChild(name, (part) => add(ts.isBindingElement(part) ? part.name : undefined));
  };
  for (const statement of file.statements) {
    if (of.isExported && !isExported(statement)) continue;
    if (ts.isVariableStatement(statement)) {
      for (const { name } of statement.declarationList.declarations) add(name);
    } else if (ts.isImportDeclaration(statement)) {
      add(statement.importClause?.name);
      const bindings = statement.importClause?.namedBindings;
      if (bindings && ts.isNamedImports(bindings)) for (const { name } of bindings.elements) add(name);
    } else if (ts.isExportDeclaration(statement)) {
      const clause = statement.exportClause;
      if (clause && ts.isNamedExports(clause)) for (const { name } of clause.elements) add(name);
    } else if (ts.isInterfaceDeclaration(statement) || ts.isTypeAliasDeclaration(statement)) {
      add(statement.name, true);
    } else if (ts.isFunctionDeclaration(statement) || ts.isClassDeclaration(statement)) add(statement.name);
  }
  return names;
}

function identifiersIn(node: ts.Node): ReadonlySet<string> {
  const found = new Set<string>();
  const visit = (child: ts.Node): void => {
    if (ts.isIdentifier(child)) found.add(child.text);
    ts.forEachChild(child, visit);
  };
  visit(node);
  return found;
}
