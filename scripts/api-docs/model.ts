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
  /** Those of a base class count. */
  readonly hasExample: boolean;
  readonly members: readonly DocumentedMember[];
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
  const examples = textsOf(tags, 'example');
  return {
    name: exported.name,
    kind: kindOf(symbol, declaration),
    code: codeOf(declaration),
    summary: summaryOf(checker, shown),
    throws: textsOf(tags, 'throws'),
    examples,
    hasExample:
      examples.length > 0 ||
      basesOf(checker, symbol).some((base) => textsOf(base.getJsDocTags(checker), 'example').length > 0),
    members: membersOf(checker, contract?.type ?? declaration),
  };
}

function kindOf({ flags }: ts.Symbol, declaration: ts.Declaration): DocumentedExport['kind'] {
  // Nobody makes one of an abstract class.
  const isAbstract = ts.getCombinedModifierFlags(declaration) & ts.ModifierFlags.Abstract;
  if (flags & ts.SymbolFlags.Class) return isAbstract ? 'type' : 'class';
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

/** The classes that a class extends. */
function basesOf(checker: ts.TypeChecker, symbol: ts.Symbol): readonly ts.Symbol[] {
  const [declaration] = symbol.declarations ?? [];
  if (!declaration || !ts.isClassDeclaration(declaration)) return [];
  return (declaration.heritageClauses ?? []).flatMap(({ types }) =>
    types.flatMap(({ expression }) => {
      const found = checker.getSymbolAtLocation(expression);
      const base = found && found.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(found) : found;
      return base ? [base, ...basesOf(checker, base)] : [];
    }),
  );
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
