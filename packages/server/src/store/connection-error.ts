/** PostgreSQL's own words for not being there: connection faults, too many connections, shutting down or starting up. */
const sqlStates = /^(08...|53300|57P0[123])$/;
const systemCodes = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
]);
/** The driver gives these no code. */
const driverMessages = /^(timeout exceeded when trying to connect|connection terminated)/i;

/** Whether a statement failed because the database could not be reached, and not because of what it asked. */
export function isConnectionError(error: unknown): boolean {
  if (error instanceof AggregateError) return error.errors.some(isConnectionError);
  if (!(error instanceof Error)) return false;
  const code = 'code' in error ? String(error.code) : '';
  return sqlStates.test(code) || systemCodes.has(code) || driverMessages.test(error.message);
}
