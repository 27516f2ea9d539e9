/**
 * In what order to run operations, given for each the positions of those it refers to: in their own order, except that
 * what an operation refers to comes before it. Those that refer to each other in a circle stand together.
 */
export function orderOf(references: readonly (readonly number[])[]): readonly (readonly number[])[] {
  // Tarjan's strongly connected components come out with what they refer to before them.
  const order: (readonly number[])[] = [];
  const numbers = new Map<number, number>();
  const finished = new Set<number>();
  const open: number[] = [];

  /** Answers the smallest number that can be reached from the position. */
  function visit(position: number): number {
    const number = numbers.size;
    numbers.set(position, number);
    open.push(position);
    let lowest = number;
    for (const next of references[position] ?? []) {
      if (finished.has(next)) continue;
      lowest = Math.min(lowest, numbers.get(next) ?? visit(next));
    }
    if (lowest === number) {
      const circle = open.splice(open.indexOf(position));
      for (const member of circle) finished.add(member);
      order.push(circle.toSorted((a, b) => a - b));
    }
    return lowest;
  }

  for (const position of references.keys()) if (!numbers.has(position)) visit(position);
  return order;
}
