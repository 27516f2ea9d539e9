import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';

/** A test that says by its tags what it shows. */
export interface TaggedTest {
  readonly file: string;
  readonly title: string;
  readonly tags: readonly string[];
  /** Why it shows nothing, whatever its tags say. */
  readonly faults: readonly string[];
}

/**
 * Reads the files below `folder` for tests with `tags`, as they are written and without running them, so that
 * neither the order of a run nor a filter decides what is found.
 */
export function findTaggedTests(folder: string): readonly TaggedTest[] {
  const files = globSync('**/*.test.ts', { cwd: folder }).toSorted();
  return files.flatMap((file) => taggedTestsOf(file, readFileSync(join(folder, file), 'utf8')));
}

/** The same for the text of one file. */
export function taggedTestsOf(file: string, text: string): readonly TaggedTest[] {
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
  const found: TaggedTest[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isCallExpression(node)) {
      const tags = tagsOf(node);
      if (tags !== undefined) found.push(testOf(file, node, tags));
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

/** The words of `{ tags: […] }` among the arguments of a call. */
function tagsOf(call: ts.CallExpression): readonly string[] | undefined {
  for (const options of call.arguments.filter(ts.isObjectLiteralExpression)) {
    for (const property of options.properties) {
      if (!ts.isPropertyAssignment(property) || property.name.getText() !== 'tags') continue;
      const { initializer } = property;
      if (!ts.isArrayLiteralExpression(initializer)) return ['(tags that are not written as a list)'];
      return initializer.elements.map((tag) => (ts.isStringLiteral(tag) ? tag.text : tag.getText()));
    }
  }
  return undefined;
}

function testOf(file: string, call: ts.CallExpression, tags: readonly string[]): TaggedTest {
  const [title] = call.arguments;
  const runs = call.arguments.at(-1);
  const callee = call.expression.getText();
  const faults = [
    // `it(…)` and `it.for(…)(…)`; neither skipped, nor expected to fail.
    ...(/^it(?:\.for\b[^]*)?$/.test(callee) ? [] : [`${callee.slice(0, 20)} is no test that has to pass`]),
    ...(runs !== undefined && expectsSomething(runs) ? [] : ['expects nothing']),
    ...(isOnEachBackend(call) ? [] : ['does not run on each database']),
  ];
  const isText = title !== undefined && ts.isStringLiteralLike(title);
  return { file, title: isText ? title.text : (title?.getText() ?? ''), tags, faults };
}

function expectsSomething(node: ts.Node): boolean {
  if (ts.isCallExpression(node) && /^(?:\w+\.)*expect\w*$/.test(node.expression.getText())) return true;
  return ts.forEachChild(node, (child) => expectsSomething(child) || undefined) ?? false;
}

function isOnEachBackend(node: ts.Node): boolean {
  for (let at: ts.Node | undefined = node.parent; at !== undefined; at = at.parent) {
    if (!ts.isCallExpression(at)) continue;
    const callee = at.expression.getText();
    if (/^describe(?:\.\w+)*\.(?:skip|todo)/.test(callee)) return false;
    if (/^describeEach(?:Backend|Installation)$/.test(callee)) return true;
  }
  return false;
}
