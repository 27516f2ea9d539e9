import { ScimError } from './error.ts';
import { assertMessageSchema, messageMember } from './message.ts';
import { parsePage } from './page.ts';
import type { CursorPage, IndexPage, PageNumber } from './page.ts';
import type { AttributeNames } from './projection.ts';
import { isJsonList, isJsonObject } from './resource.ts';
import type { Json } from './resource.ts';

/** A query for resources (RFC 7644 sections 3.4.2 and 3.4.3), whichever way it came. */
export interface SearchRequest {
  readonly filter: string | undefined;
  readonly sortBy: string | undefined;
  readonly isDescending: boolean;
  readonly page: IndexPage | CursorPage;
  readonly attributes: AttributeNames;
  readonly excludedAttributes: AttributeNames;
}

/** The query parameters of a request. */
export interface QueryParameters {
  get(name: string): string | null;
}

const searchRequestSchema = 'urn:ietf:params:scim:api:messages:2.0:SearchRequest';

/** Reads the parameters of a GET. Throws 400 for a value that a parameter cannot have. */
export function readSearchQuery(query: QueryParameters): SearchRequest {
  return {
    filter: query.get('filter') ?? undefined,
    sortBy: query.get('sortBy') ?? undefined,
    isDescending: isDescending(query.get('sortOrder')),
    page: parsePage({
      startIndex: query.get('startIndex'),
      count: query.get('count'),
      cursor: query.get('cursor'),
    }),
    attributes: query.get('attributes'),
    excludedAttributes: query.get('excludedAttributes'),
  };
}

/**
 * Reads the body of a POST to `.search`. Throws 400 invalidSyntax for what is no SearchRequest, else as `readSearchQuery`
 * does.
 */
export function readSearchBody(body: unknown): SearchRequest {
  if (!isJsonObject(body)) throw new ScimError(400, 'The body has to be a JSON object.', 'invalidSyntax');
  // Null is as good as absent (RFC 7643 section 2.5).
  const member = (name: string): Json => messageMember(body, name) ?? null;
  assertMessageSchema(body, searchRequestSchema);
  const text = (name: string): string | null => textOf(name, member(name));
  return {
    filter: text('filter') ?? undefined,
    sortBy: text('sortBy') ?? undefined,
    isDescending: isDescending(text('sortOrder')),
    page: parsePage({
      startIndex: numberOf('startIndex', member('startIndex')),
      count: numberOf('count', member('count')),
      cursor: text('cursor'),
    }),
    attributes: namesOf('attributes', member('attributes')),
    excludedAttributes: namesOf('excludedAttributes', member('excludedAttributes')),
  };
}

function isDescending(sortOrder: string | null): boolean {
  if (sortOrder === null || sortOrder === 'ascending') return false;
  if (sortOrder === 'descending') return true;
  throw new ScimError(400, 'sortOrder has to be "ascending" or "descending".', 'invalidValue');
}

function textOf(name: string, value: Json): string | null {
  if (value === null || typeof value === 'string') return value;
  throw new ScimError(400, `${name} has to be a string.`, 'invalidValue');
}

function numberOf(name: string, value: Json): PageNumber {
  if (value === null || typeof value === 'number' || typeof value === 'string') return value;
  throw new ScimError(400, `${name} has to be an integer.`, 'invalidValue');
}

function namesOf(name: string, value: Json): readonly string[] | null {
  if (value === null) return null;
  if (isJsonList(value) && value.every((element) => typeof element === 'string')) return value;
  throw new ScimError(400, `${name} has to be a list of attribute names.`, 'invalidValue');
}
