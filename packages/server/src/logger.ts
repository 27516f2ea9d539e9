import { pino } from 'pino';
import type { DestinationStream, Logger } from 'pino';
import type { LogLevel } from './config.ts';

/** Nothing that is logged has these; should it ever, they are not written. */
const secrets = ['authorization', 'password', 'token', 'secret', 'key', 'apiKey', 'secretKey', 'operatorKey'];

/**
 * Writes JSON lines, by default to standard error: standard output has what a command was asked for. Requests
 * are logged with their route template, never with a query, a header or a body.
 */
export function createLogger(
  level: LogLevel,
  destination: DestinationStream = pino.destination({ fd: 2, sync: true }),
): Logger {
  return pino(
    {
      level,
      timestamp: pino.stdTimeFunctions.isoTime,
      redact: { paths: secrets.flatMap((name) => [name, `*.${name}`]), remove: true },
      serializers: { err: serialiseError },
    },
    destination,
  );
}

interface LoggedError {
  readonly type: string;
  readonly message: string;
  readonly stack: string | undefined;
  readonly code?: unknown;
  readonly cause?: LoggedError;
}

/** Not what the error carries besides: PostgreSQL's `detail` and `where` hold values of people. */
function serialiseError(error: unknown): LoggedError | string {
  if (!(error instanceof Error)) return typeof error;
  return {
    type: error.name,
    message: error.message,
    stack: error.stack,
    ...('code' in error && { code: error.code }),
    ...(error.cause instanceof Error && { cause: serialiseError(error.cause) as LoggedError }),
  };
}
