import ts from 'typescript';

/** A schema of the contract, where the generated types define it. */
export interface Schema {
  readonly name: string;
  readonly type: ts.TypeNode;
  readonly description: string;
}

const reference = /components\[['"]schemas['"]\]\[['"](?<name>\w+)['"]\](?<list>\[\])?/g;

/** Above it an object is called by its name, also where the package does not export that. */
const mostInlineMembers = 4;

/** The schemas of a generated file, by name. */
function schemasOf(file: ts.SourceFile): ReadonlyMap<string, Schema> {
  const components = file.statements
    .filter(ts.isInterfaceDeclaration)
    .find(({ name }) => name.text === 'components');
  const schemas = propertiesIn(components).find(({ name }) => name.getText() === 'schemas')?.type;
  return new Map(
    propertiesIn(schemas).flatMap((property) => {
      const name = property.name.getText();
      return property.type
        ? [[name, { name, type: property.type, description: descriptionOf(property) }]]
        : [];
    }),
  );
}

function propertiesIn(node: ts.Node | undefined): readonly ts.PropertySignature[] {
  return node && (ts.isInterfaceDeclaration(node) || ts.isTypeLiteralNode(node))
    ? [...node.members].filter(ts.isPropertySignature)
    : [];
}

/** What generated types say with a tag. */
export function descriptionOf(node: ts.Node): string {
  const tag = ts.getJSDocTags(node).find(({ tagName }) => tagName.text === 'description');
  return ts.getTextOfJSDocComment(tag?.comment) ?? '';
}

/** The schema that a type is, by itself or with a type of one's own for its attributes. */
export function schemaOf(checker: ts.TypeChecker, declaration: ts.Declaration): Schema | undefined {
  if (!ts.isTypeAliasDeclaration(declaration)) return undefined;
  const { type } = declaration;
  if (ts.isIndexedAccessTypeNode(type)) return schemaNamed(type.getText(), schemasOf(type.getSourceFile()));
  const [of] =
    ts.isTypeReferenceNode(type) && type.getText().startsWith('WithAttributes<')
      ? (type.typeArguments ?? [])
      : [];
  const symbol = of && ts.isTypeReferenceNode(of) ? checker.getSymbolAtLocation(of.typeName) : undefined;
  const [aliased] = (symbol && checker.getAliasedSymbol(symbol).declarations) ?? [];
  return aliased && schemaOf(checker, aliased);
}

/** The schemas that a union consists of. */
export function variantsOf({ type }: Schema): readonly Schema[] {
  const schemas = schemasOf(type.getSourceFile());
  return ts.isUnionTypeNode(type)
    ? type.types.flatMap((part) => schemaNamed(part.getText(), schemas) ?? [])
    : [];
}

function schemaNamed(code: string, schemas: ReadonlyMap<string, Schema>): Schema | undefined {
  const { name = '' } = /^components\[['"]schemas['"]\]\[['"](?<name>\w+)['"]\]$/.exec(code)?.groups ?? {};
  return schemas.get(name);
}

/** The schema that a property of a schema has for its type. */
export function schemaOfProperty(property: ts.Node): Schema | undefined {
  if (!ts.isPropertySignature(property) || !property.type) return undefined;
  return schemaNamed(property.type.getText(), schemasOf(property.getSourceFile()));
}

/** Code with the names of schemas that the package exports, and with what small ones are that it does not export. */
export function withSchemas(
  code: string,
  file: ts.SourceFile,
  exported: ReadonlyMap<string, string>,
): string {
  const schemas = schemasOf(file);
  const expanded = (text: string): string =>
    text.replaceAll(reference, (_, name: string, list = '') => {
      const type = schemas.get(name)?.type;
      if (exported.has(name) || !type) return (exported.get(name) ?? name) + list;
      if (ts.isTypeLiteralNode(type) && type.members.length > mostInlineMembers) return name + list;
      const inline = expanded(withoutLayout(type.getText()));
      return list && ts.isUnionTypeNode(type) ? `(${inline})${list}` : inline + list;
    });
  return expanded(code).replaceAll('"', "'");
}

/** Code on a line, without the comments in it: they are said elsewhere. */
export function withoutLayout(code: string): string {
  return code
    .replaceAll(/\/\*\*.*?\*\//gs, '')
    .replaceAll(/\s+/g, ' ')
    .replaceAll('; }', ' }')
    .replaceAll(/(?<=\() | (?=\))/g, '')
    .replaceAll(',)', ')')
    .trim();
}
