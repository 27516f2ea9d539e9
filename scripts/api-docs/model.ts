import ts from 'typescript';
import type { Entry } from './entries.ts';

/** A field, parameter or method, as its source says it. */
export interface DocumentedMember {
  readonly name: string;
  readonly code: string;
  readonly summary: string;
}

export interface DocumentedExport {
  readonly name: string;
  readonly kind: 'function' | 'class' | 'constant' | 'type';
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

/** What an entry exports, by name. */
export function readExports(program: ts.Program, entry: Entry): readonly DocumentedExport[] {
  const checker = program.getTypeChecker();
  const file = program.getSourceFile(entry.source);
  const module = file && checker.getSymbolAtLocation(file);
  if (!module) throw new Error(`${entry.source} is no module.`);
  return checker
    .getExportsOfModule(module)
    .map((symbol) => readExport(checker, symbol))
    .toSorted((one, other) => (one.name < other.name ? -1 : 1));
}

function readExport(checker: ts.TypeChecker, exported: ts.Symbol): DocumentedExport {
  const symbol = exported.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(exported) : exported;
  const [declaration] = symbol.declarations ?? [];
  if (declaration === undefined) throw new Error(`${exported.name} is declared nowhere.`);
  const contract = contractSchema(checker, declaration);
  const shown = contract?.symbol ?? symbol;
  const tags = symbol.getJsDocTags(checker);
  return {
    name: exported.name,
    kind: kindOf(symbol),
    code: codeOf(declaration),
    summary: summaryOf(checker, shown),
    throws: textsOf(tags, 'throws'),
    examples: textsOf(tags, 'example'),
    members: membersOf(checker, contract?.type ?? declaration),
  };
}

function kindOf({ flags }: ts.Symbol): DocumentedExport['kind'] {
  if (flags & ts.SymbolFlags.Class) return 'class';
  if (flags & ts.SymbolFlags.Variable) return 'constant';
  return flags & ts.SymbolFlags.Function ? 'function' : 'type';
}

/** A schema of the contract is documented where the generated types define it. */
function contractSchema(
  checker: ts.TypeChecker,
  declaration: ts.Declaration,
): { readonly symbol: ts.Symbol; readonly type: ts.Node | undefined } | undefined {
  if (!ts.isTypeAliasDeclaration(declaration) || !ts.isIndexedAccessTypeNode(declaration.type))
    return undefined;
  const { objectType, indexType } = declaration.type;
  if (!ts.isLiteralTypeNode(indexType) || !ts.isStringLiteral(indexType.literal)) return undefined;
  const symbol = checker.getTypeAtLocation(objectType).getProperty(indexType.literal.text);
  const property = symbol?.declarations?.[0];
  return symbol && { symbol, type: property && ts.isPropertySignature(property) ? property.type : undefined };
}

function membersOf(checker: ts.TypeChecker, node: ts.Node): readonly DocumentedMember[] {
  const holder = ts.isTypeAliasDeclaration(node) ? node.type : node;
  const isHolder =
    ts.isInterfaceDeclaration(holder) || ts.isClassDeclaration(holder) || ts.isTypeLiteralNode(holder);
  if (!isHolder) return [];
  return [...holder.members].flatMap((member) => {
    const isHidden =
      ts.canHaveModifiers(member) &&
      ts.getModifiers(member)?.some(({ kind }) => kind === ts.SyntaxKind.PrivateKeyword);
    const symbol = (member as { readonly symbol?: ts.Symbol }).symbol;
    if (isHidden || !symbol || ts.isConstructorDeclaration(member)) return [];
    const name = symbol.name === '__call' ? '(call)' : symbol.name;
    return [{ name, code: headOf(member), summary: summaryOf(checker, symbol) }];
  });
}

/** The declaration without its body. */
function codeOf(declaration: ts.Declaration): string {
  if (ts.isFunctionDeclaration(declaration)) return headOf(declaration);
  if (ts.isVariableDeclaration(declaration)) return `const ${declaration.getText().split(/ = /)[0] ?? ''}`;
  if (ts.isInterfaceDeclaration(declaration) || ts.isClassDeclaration(declaration)) {
    return declaration.getText().split(/\{\n/)[0]?.trim() ?? '';
  }
  return declaration.getText();
}

function headOf(node: ts.Node): string {
  const body = (node as { readonly body?: ts.Node }).body;
  const text = node.getText();
  const head = body ? text.slice(0, text.length - body.getText().length) : text;
  // Comments inside are said elsewhere; the layout is that of a line.
  return head
    .replaceAll(/\/\*\*.*?\*\//gs, '')
    .replaceAll(/\s+/g, ' ')
    .trim();
}

function textOf(parts: readonly ts.SymbolDisplayPart[]): string {
  return ts
    .displayPartsToString([...parts])
    .replaceAll(/\{@link (\w+)\}/g, '`$1`')
    .trim();
}

/** Generated types say it with a tag. */
function summaryOf(checker: ts.TypeChecker, symbol: ts.Symbol): string {
  const [described = ''] = textsOf(symbol.getJsDocTags(checker), 'description');
  return described || textOf(symbol.getDocumentationComment(checker));
}

function textsOf(tags: readonly ts.JSDocTagInfo[], name: string): readonly string[] {
  return tags.filter((tag) => tag.name === name).map(({ text }) => textOf(text ?? []));
}
