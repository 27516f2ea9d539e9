/** Prints one thing that happened: who, in which direction, what. */
export function print(
  speaker: string,
  direction: '→' | '←',
  kind: string,
  what: string,
  result = '',
  remark = '',
): void {
  console.log(
    `${speaker.padEnd(7)} ${direction} ${kind.padEnd(6)} ${what.padEnd(80)} ${result.padEnd(4)} ${remark}`.trimEnd(),
  );
}

/** Prints the title of a part. */
export function printTitle(title: string): void {
  console.log(`\n${title}`);
}
