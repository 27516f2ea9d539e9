import ts from 'typescript';
import { examplesOf, textOf, throwsOf } from './comments.ts';
import { descriptionOf } from './contract.ts';
import { isKnown, memberCode, propertyCode } from './signature.ts';
import type { Printing } from './signature.ts';

/** A field, parameter or method, as its source says it. */
export interface DocumentedMember {
  readonly name: string;
  readonly code: string;
  readonly summary: string;
  readonly throws: readonly string[];
  readonly examples: readonly string[];
}

/** What an export is, beside what is said of it. */
export interface Body {
  /** Nothing where the members say it all. */
  readonly code: string;
  readonly members: readonly DocumentedMember[];
}

/** The members of an interface, a class or an object type. */
export function membersOf(declaration: ts.Declaration, printing: Printing): readonly DocumentedMember[] {
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
export function inheritedOf(declaration: ts.Declaration, printing: Printing): readonly DocumentedMember[] {
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
