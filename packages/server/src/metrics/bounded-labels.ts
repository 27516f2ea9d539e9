/** What stands for every label value beyond the bound. */
export const otherLabel = 'other';

/** Lets the first `most` values of a label through, so that it never makes more series than that. */
export function createBoundedLabels(most: number): (value: string) => string {
  const known = new Set<string>();
  return (value) => {
    if (known.has(value)) return value;
    if (known.size >= most) return otherLabel;
    known.add(value);
    return value;
  };
}
