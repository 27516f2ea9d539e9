import type { DocumentedPackage } from './entries.ts';
import type { DocumentedMember } from './members.ts';
import type { DocumentedExport } from './model.ts';

/** What a reader looks for first comes first. */
const kinds = { function: 'Functions', class: 'Classes', constant: 'Constants', type: 'Types' } as const;

/** The page of a package. */
export function writePage(
  { name, entries }: DocumentedPackage,
  {
    introductions,
    exportsOf,
  }: {
    readonly introductions: ReadonlyMap<string, string>;
    readonly exportsOf: ReadonlyMap<string, readonly DocumentedExport[]>;
  },
): string {
  const sections = entries.map(({ specifier }) =>
    entrySection(specifier, introductions.get(specifier) ?? '', exportsOf.get(specifier) ?? []),
  );
  return [
    `# API of @dirsync/${name}`,
    'Made from the comments of the source by `pnpm docs:api`. Every example is compiled by a test; what it does not declare (`dirsync`, `receiver`, `secrets`, `pool` and the like) is what you have of your own, and what it does not import is of this package.',
    ...sections,
  ].join('\n\n');
}

function entrySection(specifier: string, introduction: string, exports: readonly DocumentedExport[]): string {
  const byKind = Object.entries(kinds).map(([kind, title]) => ({
    title,
    exports: exports.filter((exported) => exported.kind === kind),
  }));
  return [
    `## \`${specifier}\``,
    introduction,
    byKind
      .filter((group) => group.exports.length > 0)
      .map((group) => `- ${group.title}: ${group.exports.map(linkTo).join(', ')}`)
      .join('\n'),
    ...byKind.flatMap((group) => group.exports.map(section)),
  ].join('\n\n');
}

function linkTo({ name }: DocumentedExport): string {
  return `[\`${name}\`](#${name.toLowerCase()})`;
}

function section({ name, code, summary, throws, examples, members }: DocumentedExport): string {
  return [
    `### \`${name}\``,
    summary,
    code && ['```ts', code, '```'].join('\n'),
    members.map(item).join('\n'),
    ...throws.map((text) => `Throws: ${oneLine(text)}`),
    ...examples.map((text) => exampleOf('Example', text)),
    ...members.flatMap((member) =>
      member.examples.map((text) => exampleOf(`Example of \`${member.name}\``, text)),
    ),
  ]
    .filter(Boolean)
    .join('\n\n');
}

function item({ code, summary, throws }: DocumentedMember): string {
  const said = [summary, ...throws.map((text) => `Throws ${text}`)].filter(Boolean).map(oneLine).join(' ');
  return `- \`${code}\`${said && `: ${said}`}`;
}

/** An example may begin with words, such as the file that it stands in. */
function exampleOf(title: string, text: string): string {
  return text.startsWith('```') ? `${title}:\n\n${text}` : `${title}: ${text}`;
}

function oneLine(text: string): string {
  return text.replaceAll(/\s+/g, ' ');
}
