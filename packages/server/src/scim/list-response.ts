/** Where a page stands among all resources that match. */
export interface PagePlace {
  totalResults: number;
  /** Of pages by index (RFC 7644 section 3.4.2.4). */
  startIndex?: number;
  /** Of pages by cursor (RFC 9865), but the last one. */
  nextCursor?: string;
  /** Of pages by cursor, but the first one. */
  previousCursor?: string;
}

/** The answer to a query (RFC 7644 section 3.4.2). */
export type ListResponse<T, Place extends PagePlace = PagePlace> = Place & {
  schemas: ['urn:ietf:params:scim:api:messages:2.0:ListResponse'];
  itemsPerPage: number;
  Resources: T[];
};

/** The envelope of a page of resources. */
export function listResponse<T, Place extends PagePlace>(
  resources: readonly T[],
  place: Place,
): ListResponse<T, Place> {
  return {
    schemas: ['urn:ietf:params:scim:api:messages:2.0:ListResponse'],
    ...place,
    itemsPerPage: resources.length,
    Resources: [...resources],
  };
}
