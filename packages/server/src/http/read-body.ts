import { ScimError } from '../scim/error.ts';
import { mediaTypeOf, readJson } from './body.ts';
import type { BodyFault } from './body.ts';
import type { Surface } from './error-response.ts';
import { ProblemError } from './problem.ts';

/** A group of 100,000 members is some 6 MB. */
const maxBytesOf = { scim: 10 * 1024 * 1024, directory: 1024 * 1024 } as const satisfies Record<
  Surface,
  number
>;

const accepted = {
  scim: ['application/scim+json', 'application/json'],
  directory: ['application/json'],
} as const satisfies Record<Surface, readonly string[]>;

const details = {
  cut_off: 'The body was not sent to its end.',
  empty: 'The body is empty; a JSON object is expected.',
  not_utf8: 'The body is not UTF-8.',
  not_json: 'The body is not JSON.',
  too_large: 'The body is too large.',
} as const satisfies Record<BodyFault, string>;

export interface ReadBodyOptions {
  readonly isOptional: boolean;
  /** Default: what the surface takes. */
  readonly maxBytes?: number | undefined;
}

/** Reads a request's body; `undefined` for an empty one that may be left out. */
export async function readBody(
  request: Request,
  surface: Surface,
  { isOptional, maxBytes = maxBytesOf[surface] }: ReadBodyOptions,
): Promise<unknown> {
  // Read before its type is refused: some clients break on an answer that comes before they have sent all.
  const result = await readJson(request, maxBytes);
  const fault = 'fault' in result ? result.fault : undefined;
  if (fault === 'empty' && isOptional) return undefined;
  if (fault === 'too_large') {
    const detail = `${details.too_large} At most ${maxBytes} bytes are taken.`;
    throw surface === 'scim' ? new ScimError(413, detail) : new ProblemError('payload_too_large', detail);
  }
  const mediaType = mediaTypeOf(request);
  if (fault !== 'empty' && fault !== 'cut_off' && !accepted[surface].some((type) => type === mediaType)) {
    const came = mediaType === '' ? 'no Content-Type' : `Content-Type "${mediaType}"`;
    const detail = `A body of type ${accepted[surface].join(' or ')} is expected; ${came} came.`;
    throw surface === 'scim'
      ? new ScimError(415, detail)
      : new ProblemError('unsupported_media_type', detail);
  }
  if ('json' in result) return result.json;
  const detail = details[result.fault];
  throw surface === 'scim'
    ? new ScimError(400, detail, 'invalidSyntax')
    : new ProblemError('invalid_request', detail);
}
