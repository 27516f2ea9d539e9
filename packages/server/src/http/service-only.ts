import { operations } from '../generated/operations.ts';
import { docsScriptPath } from './docs-page.ts';
import { errorResponse, surfaceOf } from './error-response.ts';
import { ProblemError } from './problem.ts';
import { requestIdOf } from './request-id.ts';
import { tidyPath } from './tidy-path.ts';

type Fetch = (request: Request) => Response | Promise<Response>;

const servicePaths: ReadonlySet<string> = new Set([
  ...Object.values(operations).flatMap(({ tag, path }) => (tag === 'Service' ? [path] : [])),
  docsScriptPath,
]);

/** What a process answers that works behind the requests only: how it is, and nothing of anybody's data. */
export function serviceOnly(fetch: Fetch): Fetch {
  return (request) => {
    const pathname = tidyPath(new URL(request.url).pathname);
    if (servicePaths.has(pathname)) return fetch(request);
    const detail = 'This process has DIRSYNC_ROLE=worker and takes no requests.';
    return errorResponse(new ProblemError('not_found', detail), surfaceOf(pathname), requestIdOf(request));
  };
}
