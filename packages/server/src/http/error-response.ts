import { ScimError, scimErrorBody } from '../scim/error.ts';
import { answerHeaders } from './answer-headers.ts';
import { ProblemError, problemBody } from './problem.ts';

/** Which of the two surfaces an answer belongs to. */
export type Surface = 'scim' | 'directory';

export function surfaceOf(path: string): Surface {
  return path === '/scim' || path.startsWith('/scim/') ? 'scim' : 'directory';
}

/** The media type of the answers of a surface. */
export const mediaTypes = {
  scim: { answer: 'application/scim+json', error: 'application/scim+json' },
  directory: { answer: 'application/json', error: 'application/problem+json' },
} as const satisfies Record<Surface, { answer: string; error: string }>;

/** A fault as the surface words it: a SCIM error (RFC 7644 section 3.12) or a problem (RFC 9457). */
export function errorResponse(
  error: ScimError | ProblemError,
  surface: Surface,
  requestId: string,
  headers: Readonly<Record<string, string>> = {},
): Response {
  const body =
    surface === 'scim'
      ? scimErrorBody(error instanceof ScimError ? error : new ScimError(error.status, error.message))
      : problemBody(error instanceof ProblemError ? error : asProblem(error), requestId);
  return new Response(JSON.stringify(body), {
    status: error.status,
    headers: answerHeaders(requestId, {
      'content-type': mediaTypes[surface].error,
      ...(error.status === 401 && { 'www-authenticate': `Bearer realm="dirsync"` }),
      ...headers,
    }),
  });
}

function asProblem(error: ScimError): ProblemError {
  return new ProblemError('invalid_request', error.message);
}
