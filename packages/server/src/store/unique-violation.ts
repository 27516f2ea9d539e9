/**
 * Whether PostgreSQL refused a statement because another transaction took the same unique value meanwhile.
 * The expected case is found by the statements themselves; this is what remains of the race.
 */
export function isUniqueViolation(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === '23505';
}
