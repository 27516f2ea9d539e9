/** Calls `run` with 0, 1, 2, … to `count`, 16 at a time; answers the results in that order. */
export async function concurrently<T>(
  count: number,
  run: (number: number) => Promise<T>,
): Promise<readonly T[]> {
  const results: T[] = [];
  let next = 0;
  const worker = async (): Promise<void> => {
    while (next < count) {
      const number = next;
      next += 1;
      results[number] = await run(number);
    }
  };
  await Promise.all(Array.from({ length: 16 }, worker));
  return results;
}
