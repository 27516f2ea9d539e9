import ts from 'typescript';
import { examplesOf, textOf, throwsOf } from './comments.ts';
import { schemaOf } from './contract.ts';
import type { Entry } from './entries.ts';
import { inheritedOf, membersOf } from './members.ts';
import type { Body } from './members.ts';
import { schemaBody } from './schema-body.ts';
import { signaturesOf } from './signature.ts';
import type { Printing } from './signature.ts';

export interface DocumentedExport extends Body {
  readonly name: string;
  readonly kind: 'function' | 'class' | 'constant' | 'type';
  readonly summary: string;
  readonly throws: readonly string[];
  /** What stands under `@example`. */
  readonly examples: readonly string[];
}

/** The program that the entries are read from. */
export function createEntryProgram(entries: readonly Entry[]): ts.Program {
  return ts.createProgram(
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
}

/** What each entry of a package exports, by name. */
export function readExports(
  program: ts.Program,
  entries: readonly Entry[],
): ReadonlyMap<string, readonly DocumentedExport[]> {
  const checker = program.getTypeChecker();
  const symbols = entries.map(({ source, specifier }) => {
    const file = program.getSourceFile(source);
    const module = file && checker.getSymbolAtLocation(file);
    if (!module) throw new Error(`${source} is no module.`);
    return [specifier, checker.getExportsOfModule(module)] as const;
  });
  const names = new Map(
    symbols.flatMap(([, exported]) =>
      exported.flatMap((symbol): (readonly [string, string])[] => {
        // `Event` of the contract is `DirectoryEvent` of the client.
        const schema = schemaOf(checker, declarationsOf(symbol, checker)[0]);
        return [symbol.name, schema?.name ?? symbol.name].map((name) => [name, symbol.name]);
      }),
    ),
  );
  return new Map(
    symbols.map(([specifier, exported]) => [
      specifier,
      exported
        .map((symbol) => readExport(symbol, { checker, names }))
        .toSorted((one, other) => (one.name < other.name ? -1 : 1)),
    ]),
  );
}

function resolved(symbol: ts.Symbol, checker: ts.TypeChecker): ts.Symbol {
  return symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol;
}

type Declarations = readonly [ts.Declaration, ...ts.Declaration[]];

function declarationsOf(symbol: ts.Symbol, checker: ts.TypeChecker): Declarations {
  const [first, ...others] = resolved(symbol, checker).declarations ?? [];
  if (first === undefined) throw new Error(`${symbol.name} is declared nowhere.`);
  return [first, ...others];
}

function readExport(exported: ts.Symbol, printing: Printing): DocumentedExport {
  const { checker } = printing;
  const symbol = resolved(exported, checker);
  const declarations = declarationsOf(exported, checker);
  const [declaration] = declarations;
  const schema = schemaOf(checker, declaration);
  return {
    name: exported.name,
    kind: kindOf(symbol),
    ...(schema ? schemaBody(schema, declaration, printing) : bodyOf(declarations, printing)),
    summary: textOf(symbol.getDocumentationComment(checker)),
    throws: throwsOf(declaration),
    examples: examplesOf(symbol, checker),
  };
}

function bodyOf(declarations: readonly ts.Declaration[], printing: Printing): Body {
  return {
    code: signaturesOf(declarations, printing),
    members: declarations.flatMap((declaration) => [
      ...membersOf(declaration, printing),
      ...inheritedOf(declaration, printing),
    ]),
  };
}

function kindOf({ flags }: ts.Symbol): DocumentedExport['kind'] {
  if (flags & ts.SymbolFlags.Class) return 'class';
  if (flags & ts.SymbolFlags.Variable) return 'constant';
  return flags & ts.SymbolFlags.Function ? 'function' : 'type';
}
