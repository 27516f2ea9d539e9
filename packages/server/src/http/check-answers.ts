import type { Logger } from 'pino';
import { errorResponse, surfaceOf } from './error-response.ts';
import { ProblemError } from './problem.ts';
import { requestIdOf } from './request-id.ts';
import { tidyPath } from './tidy-path.ts';

type Fetch = (request: Request) => Response | Promise<Response>;

/** One request and its answer, as far as a contract speaks of them. */
export interface Exchange {
  readonly method: string;
  /** The path without the query. */
  readonly path: string;
  readonly status: number;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** Throws when the contract does not allow an answer. */
export type CheckAnswer = (exchange: Exchange) => void;

/** Turns an answer that `check` refuses into a 500 that says what is wrong with it, and logs the same. */
export function checkAnswers(fetch: Fetch, check: CheckAnswer, logger: Logger): Fetch {
  return async (request) => {
    const response = await fetch(request);
    const path = tidyPath(new URL(request.url).pathname);
    const { status } = response;
    const headers = Object.fromEntries(response.headers);
    const body = await response.clone().text();
    try {
      check({ method: request.method, path, status, headers, body });
      return response;
    } catch (error) {
      const requestId = headers['x-request-id'] ?? requestIdOf(request);
      logger.error({ requestId, err: error }, 'the contract does not allow this answer');
      const fault = new ProblemError('internal', error instanceof Error ? error.message : String(error));
      return errorResponse(fault, surfaceOf(path), requestId);
    }
  };
}
