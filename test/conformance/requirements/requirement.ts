/** Something that the standards ask of a service provider, or leave to it to decide. */
export interface Requirement {
  /** The tag of the tests that show it: `rfc-1`, `rfc-2`, … */
  readonly id: string;
  /**
   * - `must` and `should`: the words of the clause.
   * - `optional`: a feature that need not be there, and must be as the clause says where it is.
   * - `decision`: the standard is silent or says two things; the sentence is what dirsync does.
   */
  readonly level: 'must' | 'should' | 'optional' | 'decision';
  /** Where it stands. */
  readonly clause: string;
  readonly says: string;
  /** Why no test shows it. Without this there must be one. */
  readonly decision?: string;
}

/** A section of RFC 7643, the core schema. */
export function rfc7643(section: string): string {
  return `https://www.rfc-editor.org/rfc/rfc7643#section-${section}`;
}

/** A section of RFC 7644, the protocol. */
export function rfc7644(section: string): string {
  return `https://www.rfc-editor.org/rfc/rfc7644#section-${section}`;
}

/** A section of RFC 9865, cursor-based pagination. */
export function rfc9865(section: string): string {
  return `https://www.rfc-editor.org/rfc/rfc9865#section-${section}`;
}

/** RFC 9967, the profile for security event tokens. */
export const rfc9967 = 'https://www.rfc-editor.org/rfc/rfc9967';
