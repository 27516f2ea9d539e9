import { ScimError } from '../error.ts';

/** The error with which something is refused, as `status scimType`; fails when it is not refused. */
export function refusal(run: () => unknown): string {
  const { status, scimType } = refusalOf(run);
  return `${status} ${scimType}`;
}

/** The SCIM error that something throws; anything else that it throws passes through. */
export function refusalOf(run: () => unknown): ScimError {
  try {
    run();
  } catch (error) {
    if (error instanceof ScimError) return error;
    throw error;
  }
  throw new Error('It was not refused.');
}
