import { ProblemError } from './problem.ts';

/** An RFC 3339 date-time as text in UTC with milliseconds; 400 for one that RFC 3339 or the database has no place for. */
export function readInstant(text: string, path: string): string {
  const milliseconds = Date.parse(text);
  const year = Number.isNaN(milliseconds) ? 0 : new Date(milliseconds).getUTCFullYear();
  if (year >= 1 && year <= 9999) return new Date(milliseconds).toISOString();
  const message = `A date-time of the years 0001 to 9999 is expected; "${text}" is none.`;
  throw new ProblemError('invalid_request', message, [{ path, message }]);
}
