import { rfc7644 } from './requirement.ts';
import type { Requirement } from './requirement.ts';

/** Bulk and /Me. */
export const bulkRequirements: readonly Requirement[] = [
  {
    id: 'rfc-117',
    level: 'must',
    clause: rfc7644('3.7'),
    says: 'A bulk request is 200 whatever becomes of its operations.',
  },
  {
    id: 'rfc-118',
    level: 'must',
    clause: rfc7644('3.7'),
    says: 'An operation of a bulk request has a method, a path, a `bulkId` where it creates, and data; what lacks one fails alone.',
  },
  {
    id: 'rfc-119',
    level: 'must',
    clause: rfc7644('3.7'),
    says: 'The answer has for each operation its method, `bulkId`, location, version and status as a string, and the error where there is one.',
  },
  {
    id: 'rfc-120',
    level: 'must',
    clause: rfc7644('3.7.3'),
    says: 'One that fails does not stop the others, unless there were `failOnErrors` of them; what was not processed is not in the answer.',
  },
  {
    id: 'rfc-121',
    level: 'must',
    clause: rfc7644('3.7.1'),
    says: '`bulkId` references are resolved backwards and forwards; those in a circle are tried, else 409.',
  },
  {
    id: 'rfc-122',
    level: 'must',
    clause: rfc7644('3.7.4'),
    says: 'The limits of bulk requests are advertised; beyond them a request is 413, before anything is written.',
  },
  {
    id: 'rfc-123',
    level: 'optional',
    clause: rfc7644('3.7'),
    says: 'A server without bulk says so and answers 501; one that says that it has bulk serves it.',
  },
  {
    id: 'rfc-124',
    level: 'decision',
    clause: rfc7644('3.7'),
    says: 'Operations on other endpoints than users and groups are refused; one `bulkId` given twice is 400.',
  },
  {
    id: 'rfc-125',
    level: 'should',
    clause: rfc7644('3.11'),
    says: '`/Me` answers 501: the credential of a directory is nobody’s.',
  },
];
