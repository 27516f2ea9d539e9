import { rfc7643, rfc7644 } from './requirement.ts';
import type { Requirement } from './requirement.ts';

/** Sorting, paging, projection and search. */
export const pagingRequirements: readonly Requirement[] = [
  {
    id: 'rfc-70',
    level: 'must',
    clause: rfc7644('3.4.2.3'),
    says: 'Sorting ascends unless `descending` is asked for; another `sortOrder` is 400 `invalidValue`.',
  },
  {
    id: 'rfc-71',
    level: 'must',
    clause: rfc7644('3.4.2.3'),
    says: 'Sorting goes by the type of the attribute, and by case only where `caseExact` says so.',
  },
  {
    id: 'rfc-72',
    level: 'must',
    clause: rfc7644('3.4.2.3'),
    says: 'A multi-valued attribute sorts by its primary value, else its first; a complex one by a sub-attribute.',
  },
  {
    id: 'rfc-73',
    level: 'must',
    clause: rfc7644('3.4.2.3'),
    says: 'Who lacks the attribute comes last when ascending and first when descending.',
  },
  {
    id: 'rfc-74',
    level: 'decision',
    clause: rfc7644('3.4.2.3'),
    says: 'Equal ones are sorted by id, so that pages hold together.',
  },
  {
    id: 'rfc-75',
    level: 'must',
    clause: rfc7644('3.4.2.4'),
    says: 'A `startIndex` below 1 is taken for 1; one that is no integer is 400 `invalidValue`.',
  },
  {
    id: 'rfc-76',
    level: 'must',
    clause: rfc7644('3.4.2.4'),
    says: 'A page never holds more than `count`; 0 or less asks for `totalResults` alone.',
  },
  {
    id: 'rfc-77',
    level: 'must',
    clause: rfc7644('3.4.2.4'),
    says: '`itemsPerPage` counts what the page holds and `startIndex` tells where it begins; beyond the end it is empty.',
  },
  {
    id: 'rfc-78',
    level: 'must',
    clause: rfc7644('3.4.2.4'),
    says: 'Without `count` a page holds the default; more than `filter.maxResults` is lowered to it.',
  },
  {
    id: 'rfc-79',
    level: 'decision',
    clause: rfc7644('3.4.2.4'),
    says: 'Pages have one order, so that none repeats or skips.',
  },
  {
    id: 'rfc-80',
    level: 'must',
    clause: rfc7644('3.9'),
    says: '`attributes` leaves what it names and what always comes; names may be of sub-attributes, behind URNs, in any case.',
  },
  {
    id: 'rfc-81',
    level: 'must',
    clause: rfc7644('3.9'),
    says: '`excludedAttributes` takes away what it names, except what always comes.',
  },
  {
    id: 'rfc-82',
    level: 'decision',
    clause: rfc7644('3.9'),
    says: '`attributes` and `excludedAttributes` together are 400 `invalidValue`.',
  },
  {
    id: 'rfc-83',
    level: 'must',
    clause: rfc7643('7'),
    says: '`returned` decides what an answer shows: always, never, by default, or on request.',
  },
  {
    id: 'rfc-84',
    level: 'decision',
    clause: rfc7644('3.9'),
    says: 'Names of attributes that nobody knows are ignored in `attributes` and `excludedAttributes`.',
  },
  {
    id: 'rfc-85',
    level: 'must',
    clause: rfc7644('3.4.3'),
    says: 'POST to `.search` at the root, at users and at groups takes the same parameters in its body and answers a list.',
  },
];
