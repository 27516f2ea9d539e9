import type { ProblemCode } from '../generated/api.ts';

/** What an operation answers instead of its success. */
export class MockFailure extends Error {
  override readonly name = 'MockFailure';
  readonly status: number;
  readonly code: ProblemCode;

  constructor(status: number, code: ProblemCode, detail: string) {
    super(detail);
    this.status = status;
    this.code = code;
  }
}

/** Gives what was found, or fails as the server does. */
export function found<Resource>(resource: Resource | undefined, kind: string, id: string): Resource {
  if (resource !== undefined) return resource;
  throw new MockFailure(404, 'not_found', `There is no ${kind} ${JSON.stringify(id)} here.`);
}
