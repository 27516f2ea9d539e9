/** How long random tests go on: `DIRSYNC_TEST_RUNS` requests for each operation, drawn from `DIRSYNC_TEST_SEED`. */
export const randomRuns: { readonly numRuns: number; readonly seed: number } = {
  numRuns: numberOf('DIRSYNC_TEST_RUNS', 20),
  seed: numberOf('DIRSYNC_TEST_SEED', 1),
};

function numberOf(name: string, otherwise: number): number {
  const text = process.env[name] ?? '';
  if (text === '') return otherwise;
  const number = Number(text);
  if (!Number.isSafeInteger(number) || number < 1)
    throw new Error(`${name}: expected a number, got ${text}.`);
  return number;
}
