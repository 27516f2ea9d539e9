/** An object of an answer, whose members the test names. */
export type JsonObject = Readonly<Record<string, unknown>>;

/** The object that `value` is; anything else fails the test. */
export function objectOf(value: unknown): JsonObject {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new Error(`Expected an object, got ${JSON.stringify(value)}.`);
  }
  // Neither null nor an array: its members are unknown until the test looks at them.
  return value as JsonObject;
}

/** The `id` of an answer's body. */
export function idOf({ body }: { readonly body: unknown }): string {
  const { id } = objectOf(body);
  if (typeof id !== 'string') throw new Error(`Expected an id, got ${JSON.stringify(body)}.`);
  return id;
}

/** `object` without some members. */
export function without(object: JsonObject, ...names: readonly string[]): JsonObject {
  return Object.fromEntries(Object.entries(object).filter(([name]) => !names.includes(name)));
}
