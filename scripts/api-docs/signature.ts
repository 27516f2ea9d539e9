import ts from 'typescript';
import { withoutLayout, withSchemas } from './contract.ts';

/** What a declaration is printed with. */
export interface Printing {
  readonly checker: ts.TypeChecker;
  /** The names that a reader finds on the page, by those of the source and of the contract. */
  readonly names: ReadonlyMap<string, string>;
}

/** How an export is declared, without what is in it. */
export function signaturesOf(declarations: readonly ts.Declaration[], printing: Printing): string {
  const overloads = declarations.filter((of) => !(ts.isFunctionDeclaration(of) && of.body));
  return (overloads.length > 0 ? overloads : declarations)
    .map((declaration) => signatureOf(declaration, printing))
    .join('\n');
}

function signatureOf(declaration: ts.Declaration, printing: Printing): string {
  if (ts.isFunctionDeclaration(declaration)) {
    const { name, typeParameters, parameters, type } = declaration;
    const types = (typeParameters ?? []).map((parameter) => parameter.getText()).join(', ');
    const head = `function ${name?.text ?? ''}${types && `<${types}>`}`;
    const list = parameters.map((parameter) => parameterOf(parameter, printing)).join(', ');
    return `${head}(${list}): ${type ? readable(type, printing) : 'void'};`;
  }
  if (ts.isVariableDeclaration(declaration)) return `const ${declaration.getText()};`;
  if (ts.isInterfaceDeclaration(declaration)) return headOfInterface(declaration, printing);
  const code = readable(declaration, printing).replace(/^export /, '');
  return ts.isClassDeclaration(declaration)
    ? (code.split(/ \{\n/)[0] ?? '')
    : code.replaceAll(/^ *\/\/.*\n/gm, '');
}

/** An interface with the bases that a reader knows; the members of the others are among its own. */
function headOfInterface(
  { name, typeParameters, heritageClauses }: ts.InterfaceDeclaration,
  printing: Printing,
): string {
  const types = (typeParameters ?? []).map((parameter) => parameter.getText()).join(', ');
  const bases = (heritageClauses ?? [])
    .flatMap((clause) => clause.types)
    .filter(({ expression }) => isKnown(expression, printing))
    .map((base) => base.getText());
  return `interface ${name.text}${types && `<${types}>`}${bases.length > 0 ? ` extends ${bases.join(', ')}` : ''}`;
}

/** Whether a name is one of the package or of the language. */
export function isKnown(name: ts.Node, { checker, names }: Printing): boolean {
  const declarations = checker.getSymbolAtLocation(name)?.declarations ?? [];
  return (
    names.has(name.getText()) ||
    declarations.some((of) => of.getSourceFile().fileName.includes('node_modules'))
  );
}

/** What is taken apart at once is called by the last word of its type. */
function parameterOf(
  { name, type, initializer, questionToken }: ts.ParameterDeclaration,
  printing: Printing,
): string {
  const typeText = type ? readable(type, printing) : 'unknown';
  const word = /^\w*?(?<word>[A-Z][a-z]+)\b/.exec(typeText)?.groups?.['word'] ?? 'options';
  const label = ts.isIdentifier(name) ? name.text : word.toLowerCase();
  return `${label}${initializer || questionToken ? '?' : ''}: ${typeText}`;
}

/** A member on a line, without its body and without what matters to the source alone. */
export function memberCode(member: ts.Node, printing: Printing): string {
  const body = (member as { readonly body?: ts.Node }).body;
  const text = readable(member, printing);
  return withoutLayout(body ? text.slice(0, text.length - body.getText().length) : text)
    .replace(/^(?:(?:override|declare) )+/, '')
    .replace(/;$/, '');
}

/** The text of a node, with what types are that have a name inside the package only. */
function readable(node: ts.Node, printing: Printing): string {
  const edits: { readonly start: number; readonly end: number; readonly text: string }[] = [];
  const visit = (child: ts.Node): void => {
    const text = ts.isTypeReferenceNode(child) ? inlined(child, printing) : undefined;
    if (text === undefined) ts.forEachChild(child, visit);
    else
      edits.push({ start: child.getStart() - node.getStart(), end: child.getEnd() - node.getStart(), text });
  };
  visit(node);
  return edits.reduceRight(
    (text, edit) => text.slice(0, edit.start) + edit.text + text.slice(edit.end),
    node.getText(),
  );
}

function inlined(reference: ts.TypeReferenceNode, printing: Printing): string | undefined {
  const { checker, names } = printing;
  const name = reference.typeName.getText();
  if (names.has(name)) return undefined;
  const symbol = checker.getSymbolAtLocation(reference.typeName);
  const aliased = symbol && symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol;
  const declaration = aliased?.declarations?.[0];
  if (!declaration || !ts.isTypeAliasDeclaration(declaration)) return undefined;
  // What an operation takes.
  if (['ListQuery', 'PathOf'].includes(name)) {
    const properties = checker.getPropertiesOfType(checker.getTypeFromTypeNode(reference));
    return `{ ${properties.map((property) => propertyCode(property, printing)).join('; ')} }`;
  }
  const isShort = ts.isTypeReferenceNode(declaration.type) || ts.isIndexedAccessTypeNode(declaration.type);
  const isOwn = !/node_modules|generated/.test(declaration.getSourceFile().fileName);
  return isOwn && isShort && !declaration.typeParameters ? declaration.type.getText() : undefined;
}

/** A property as the compiler sees it, whatever its type is made of. */
export function propertyCode(property: ts.Symbol, { checker, names }: Printing): string {
  const declared = property.declarations?.[0];
  // The compiler would say each value of a schema that has a name.
  if (declared && /: components\[['"]schemas/.test(declared.getText())) {
    const code = withSchemas(withoutLayout(declared.getText()), declared.getSourceFile(), names);
    return code.replace(/;$/, '');
  }
  const isOptional = property.flags & ts.SymbolFlags.Optional;
  const type = checker.getTypeOfSymbol(property);
  const text = checker.typeToString(
    isOptional ? checker.getNonNullableType(type) : type,
    undefined,
    ts.TypeFormatFlags.NoTruncation,
  );
  return `${property.name}${isOptional ? '?' : ''}: ${text.replaceAll('"', "'")}`;
}
