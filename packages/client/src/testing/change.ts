/** The old values of the fields that differ: `previous` of an event. */
export function changedFields<Resource extends object>(before: Resource, after: Resource): Partial<Resource> {
  const differing = Object.entries(before).filter(
    ([name, value]) => JSON.stringify(value) !== JSON.stringify(after[name as keyof Resource]),
  );
  // True: nothing but fields of it.
  return Object.fromEntries(differing) as Partial<Resource>;
}
