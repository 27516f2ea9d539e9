/** A fenced block of a Markdown file. */
export interface FencedBlock {
  readonly language: string;
  /** Without the fences, with the line break at its end. */
  readonly text: string;
}

/** Reads all fenced blocks, those in lists too. */
export function readFencedBlocks(markdown: string): readonly FencedBlock[] {
  const fences = markdown.match(/^\s*```/gm) ?? [];
  const blocks = [...markdown.matchAll(/^```(?<language>\w*)\n(?<text>.*?)^```$/gms)].map(({ groups }) => ({
    language: groups?.['language'] ?? '',
    text: groups?.['text'] ?? '',
  }));
  if (fences.length !== blocks.length * 2)
    throw new Error('Expected fences at the begin of a line, in pairs.');
  return blocks;
}
