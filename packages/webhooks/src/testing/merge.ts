/**
 * Any part of an object, at any depth; lists are whole.
 *
 * @example
 * ```ts
 * function deactivationOf(user: Overrides<EventUser>): UserDeactivatedEvent {
 *   return createEvent('user.deactivated', { data: { user } });
 * }
 * deactivationOf({ email: 'grace@acme.example', active: false });
 * ```
 */
export type Overrides<Value> = Value extends readonly unknown[]
  ? Value
  : Value extends object
    ? { readonly [Name in keyof Value]?: Overrides<Value[Name]> }
    : Value;

/** A copy of `base` with what `overrides` has: objects merged, everything else replaced. */
export function merge(base: unknown, overrides: unknown): unknown {
  if (!isObject(base) || !isObject(overrides)) return structuredClone(overrides);
  const merged: Record<string, unknown> = structuredClone(base);
  for (const [name, value] of Object.entries(overrides)) merged[name] = merge(base[name], value);
  return merged;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
