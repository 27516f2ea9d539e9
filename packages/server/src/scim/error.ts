/** The detail error keywords of RFC 7644 table 9 and RFC 9865. */
export type ScimType =
  | 'invalidFilter'
  | 'tooMany'
  | 'uniqueness'
  | 'mutability'
  | 'invalidSyntax'
  | 'invalidPath'
  | 'noTarget'
  | 'invalidValue'
  | 'invalidVers'
  | 'sensitive'
  | 'invalidCursor'
  | 'expiredCursor'
  | 'invalidCount';

const maxDetailLength = 1000;

/** A request that is refused (RFC 7644 section 3.12); turned into the response in one place. */
export class ScimError extends Error {
  override readonly name = 'ScimError';
  readonly status: number;
  /** What was expected and what came, for a person to read. */
  readonly detail: string;
  readonly scimType: ScimType | undefined;

  constructor(status: number, detail: string, scimType?: ScimType) {
    // Names that a client made up are repeated in it, however long they are.
    const bounded = detail.length > maxDetailLength ? `${detail.slice(0, maxDetailLength)}…` : detail;
    super(bounded);
    this.status = status;
    this.detail = bounded;
    this.scimType = scimType;
  }
}

/** The body of an error response. */
export interface ScimErrorBody {
  schemas: ['urn:ietf:params:scim:api:messages:2.0:Error'];
  /** The HTTP status as a string, as RFC 7644 section 3.12 has it. */
  status: string;
  scimType?: ScimType;
  detail: string;
}

/** The JSON body of the error response. */
export function scimErrorBody(error: ScimError): ScimErrorBody {
  return {
    schemas: ['urn:ietf:params:scim:api:messages:2.0:Error'],
    status: String(error.status),
    ...(error.scimType !== undefined && { scimType: error.scimType }),
    detail: error.detail,
  };
}
