import ts from 'typescript';
import {
  descriptionOf,
  schemaOf,
  schemaOfProperty,
  variantsOf,
  withoutLayout,
  withSchemas,
} from './contract.ts';
import type { Schema } from './contract.ts';
import type { Entry } from './entries.ts';
import { isKnown, memberCode, propertyCode, signaturesOf } from './signature.ts';
import type { Printing } from './signature.ts';

/** A field, parameter or method, as its source says it. */
export interface DocumentedMember {
  readonly name: string;
  readonly code: string;
  readonly summary: string;
  readonly throws: readonly string[];
  readonly examples: readonly string[];
}

export interface DocumentedExport {
  readonly name: string;
  readonly kind: 'function' | 'class' | 'constant' | 'type';
  /** Nothing where the members say it all. */
  readonly code: string;
  readonly summary: string;
  readonly throws: readonly string[];
  /** What stands under `@example`. */
  readonly examples: readonly string[];
  readonly members: readonly DocumentedMember[];
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
        const { name } = symbol;
        // `Event` of the contract is `DirectoryEvent` here.
        const schema = schemaOf(checker, declarationsOf(symbol, checker)[0]);
        return schema
          ? [
              [schema.name, name],
              [name, name],
            ]
          : [[name, name]];
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

type Body = Pick<DocumentedExport, 'code' | 'members'>;

function bodyOf(declarations: readonly ts.Declaration[], printing: Printing): Body {
  return {
    code: signaturesOf(declarations, printing),
    members: declarations.flatMap((declaration) => [
      ...membersOf(declaration, printing),
      ...inheritedOf(declaration, printing),
    ]),
  };
}

/** What a schema of the contract is: its fields, its variants with what makes them differ, or its values. */
function schemaBody(schema: Schema, declaration: ts.Declaration, printing: Printing): Body {
  const { names } = printing;
  const file = schema.type.getSourceFile();
  const variants = variantsOf(schema).filter(({ name }) => !names.has(name));
  const code = (node: ts.Node): string => withSchemas(memberCode(node, printing), file, names);
  const fields = fieldsOf(schema).map((property) => ({
    name: property.name?.getText() ?? '',
    code: code(property),
    summary: descriptionOf(property) || (schemaOfProperty(property)?.description ?? ''),
    ...{ throws: [], examples: [] },
  }));
  const kinds = variants.map((variant) => ({
    name: variant.name,
    code: `{ ${fieldsOf(variant)
      .filter((property) => ['type', 'data'].includes(property.name?.getText() ?? ''))
      .map(code)
      .join('; ')}; … }`,
    summary: variant.description,
    ...{ throws: [], examples: [] },
  }));
  const members = [...fields, ...kinds];
  const isOwn = ts.isTypeAliasDeclaration(declaration) && declaration.typeParameters;
  const value = `type ${schema.name} = ${withSchemas(withoutLayout(schema.type.getText()), file, names)};`;
  // How the attributes come to their place is no business of a reader.
  const head = signaturesOf([declaration], printing).split(' = WithAttributes<')[0] ?? '';
  return { code: isOwn ? head : members.length > 0 ? '' : value, members };
}

function fieldsOf({ type }: Schema): readonly ts.TypeElement[] {
  return ts.isTypeLiteralNode(type) ? [...type.members] : [];
}

function kindOf({ flags }: ts.Symbol): DocumentedExport['kind'] {
  if (flags & ts.SymbolFlags.Class) return 'class';
  if (flags & ts.SymbolFlags.Variable) return 'constant';
  return flags & ts.SymbolFlags.Function ? 'function' : 'type';
}

function membersOf(declaration: ts.Declaration, printing: Printing): readonly DocumentedMember[] {
  // Those of the tables of paths and operations would be the contract once more.
  if (declaration.getSourceFile().fileName.includes('/generated/')) return [];
  const holder = ts.isTypeAliasDeclaration(declaration) ? declaration.type : declaration;
  const isHolder =
    ts.isInterfaceDeclaration(holder) || ts.isClassDeclaration(holder) || ts.isTypeLiteralNode(holder);
  if (!isHolder) return [];
  return [...holder.members].flatMap((member) => {
    const isHidden =
      ts.canHaveModifiers(member) &&
      ts.getModifiers(member)?.some(({ kind }) => kind === ts.SyntaxKind.PrivateKeyword);
    const symbol = (member as { readonly symbol?: ts.Symbol }).symbol;
    if (isHidden || !symbol || ts.isConstructorDeclaration(member)) return [];
    // The name of an error is that of its class.
    if (ts.isClassDeclaration(holder) && symbol.name === 'name') return [];
    const name = symbol.name === '__call' ? '(call)' : symbol.name;
    return [memberOf(symbol, member, { name, code: memberCode(member, printing), printing })];
  });
}

/** What an interface has of another one that the package does not export. */
function inheritedOf(declaration: ts.Declaration, printing: Printing): readonly DocumentedMember[] {
  if (!ts.isInterfaceDeclaration(declaration)) return [];
  const { checker } = printing;
  const bases = (declaration.heritageClauses ?? []).flatMap(({ types }) => types);
  return bases
    .filter(({ expression }) => !isKnown(expression, printing))
    .flatMap((base) => checker.getPropertiesOfType(checker.getTypeAtLocation(base)))
    .map((symbol) =>
      memberOf(symbol, symbol.declarations?.[0] ?? declaration, {
        ...{ name: symbol.name, code: propertyCode(symbol, printing), printing },
      }),
    );
}

function memberOf(
  symbol: ts.Symbol,
  node: ts.Node,
  {
    name,
    code,
    printing: { checker },
  }: Pick<DocumentedMember, 'name' | 'code'> & { readonly printing: Printing },
): DocumentedMember {
  return {
    name,
    code,
    summary: descriptionOf(node) || textOf(symbol.getDocumentationComment(checker)),
    throws: throwsOf(node),
    examples: examplesOf(symbol, checker),
  };
}

function examplesOf(symbol: ts.Symbol, checker: ts.TypeChecker): readonly string[] {
  return symbol
    .getJsDocTags(checker)
    .filter(({ name }) => name === 'example')
    .map(({ text }) => textOf(text ?? []));
}

/** From the comment itself: TypeScript takes what stands in braces for a type. */
function throwsOf(node: ts.Node): readonly string[] {
  const comments = ts.getJSDocCommentsAndTags(node).filter(ts.isJSDoc);
  return comments.flatMap((comment) =>
    comment
      .getText()
      .replaceAll(/^ *\*\/?/gm, '')
      .split(/^ *@/m)
      .filter((tag) => tag.startsWith('throws '))
      .map((tag) => withoutLinks(tag.slice('throws '.length))),
  );
}

function textOf(parts: readonly ts.SymbolDisplayPart[]): string {
  return withoutLinks(ts.displayPartsToString([...parts]));
}

function withoutLinks(text: string): string {
  return text.replaceAll(/\{@link ([\w.]+) ?\}/g, '`$1`').trim();
}
