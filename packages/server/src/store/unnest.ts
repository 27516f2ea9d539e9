/**
 * `unnest` of array parameters, each written with its type: `$1::uuid[]`. They stand behind sub-selects, since a
 * planner that sees how long an array is takes the plan for this length to be better than the one it has, and makes
 * one for each call: that costs many times what such a statement costs itself. Not for tables
 * that are empty at one moment and long at the next, as queues are: there a plan for each call is right.
 */
export function unnest(...parameters: readonly string[]): string {
  return `unnest(${parameters.map((parameter) => `(select ${parameter})`).join(', ')})`;
}
