import type { DocumentedPackage } from './entries.ts';
import type { DocumentedExport } from './model.ts';

/** The page of a package. */
export function writePage(
  { name, entries }: DocumentedPackage,
  exportsOf: ReadonlyMap<string, readonly DocumentedExport[]>,
): string {
  const sections = entries.map(({ specifier }) => {
    const exports = exportsOf.get(specifier) ?? [];
    return [`## \`${specifier}\``, ...exports.map(section)].join('\n\n');
  });
  return [
    `# API of @dirsync/${name}`,
    'Made from the comments of the source by `pnpm docs:api`; every example is compiled.',
    ...sections,
  ].join('\n\n');
}

function section({ name, code, summary, throws, examples, members }: DocumentedExport): string {
  return [
    `### \`${name}\``,
    summary,
    ['```ts', code, '```'].join('\n'),
    members
      .map((member) => `- \`${member.code}\`${member.summary && `: ${oneLine(member.summary)}`}`)
      .join('\n'),
    ...throws.map((text) => `Throws: ${oneLine(text)}`),
    ...examples.map((text) => `Example${text.startsWith('```') ? ':\n\n' : ' '}${text}`),
  ]
    .filter(Boolean)
    .join('\n\n');
}

function oneLine(text: string): string {
  return text.replaceAll(/\s+/g, ' ');
}
