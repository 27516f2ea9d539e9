import { rfc7644 } from './requirement.ts';
import type { Requirement } from './requirement.ts';

/** Errors. */
export const errorsRequirements: readonly Requirement[] = [
  {
    id: 'rfc-12',
    level: 'must',
    clause: rfc7644('3.12'),
    says: 'An error has `schemas` with the URN of errors, `status` as a string, and may have `scimType` and `detail`.',
  },
  {
    id: 'rfc-13',
    level: 'must',
    clause: rfc7644('3.12'),
    says: 'The `status` of an error is the status of the answer.',
  },
  {
    id: 'rfc-14',
    level: 'must',
    clause: rfc7644('3.12'),
    says: 'The `scimType` of an error is the one that the table gives for what happened.',
  },
  {
    id: 'rfc-15',
    level: 'must',
    clause: rfc7644('3.12'),
    says: 'What is not there is 404, a version that has passed 412, a bulk request beyond its limits 413, an operation that is not offered 501.',
  },
  {
    id: 'rfc-16',
    level: 'decision',
    clause: rfc7644('3.12'),
    says: 'No input leads to a status of 500 or above, and no answer holds a stack trace or HTML.',
  },
];
