import ts from 'typescript';
import { descriptionOf, schemaOfProperty, variantsOf, withoutLayout, withSchemas } from './contract.ts';
import type { Schema } from './contract.ts';
import type { Body } from './members.ts';
import { memberCode, signaturesOf } from './signature.ts';
import type { Printing } from './signature.ts';

/** What a schema of the contract is: its fields, its variants with what makes them differ, or its values. */
export function schemaBody(schema: Schema, declaration: ts.Declaration, printing: Printing): Body {
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
