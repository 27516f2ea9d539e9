import ts from 'typescript';

/** What a module says of itself, above all else in it. */
export function introductionOf(file: ts.SourceFile | undefined): string {
  const first = file?.statements[0];
  const comments = first ? ts.getJSDocCommentsAndTags(first).filter(ts.isJSDoc) : [];
  const comment = comments.find(({ tags }) =>
    tags?.some(({ tagName }) => tagName.text === 'packageDocumentation'),
  );
  return ts.getTextOfJSDocComment(comment?.comment) ?? '';
}

/** What stands under `@example`. */
export function examplesOf(symbol: ts.Symbol, checker: ts.TypeChecker): readonly string[] {
  return symbol
    .getJsDocTags(checker)
    .filter(({ name }) => name === 'example')
    .map(({ text }) => textOf(text ?? []));
}

/** From the comment itself: TypeScript takes what stands in braces for a type. */
export function throwsOf(node: ts.Node): readonly string[] {
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

/** Text of a comment; the name of what it links to is enough. */
export function textOf(parts: readonly ts.SymbolDisplayPart[]): string {
  return withoutLinks(ts.displayPartsToString([...parts]));
}

function withoutLinks(text: string): string {
  return text.replaceAll(/\{@link ([\w.]+) ?\}/g, '`$1`').trim();
}
