import { rfc7644 } from './requirement.ts';
import type { Requirement } from './requirement.ts';

/** Filters. */
export const filtersRequirements: readonly Requirement[] = [
  {
    id: 'rfc-53',
    level: 'must',
    clause: rfc7644('3.4.2.2'),
    says: '`eq ne co sw ew pr gt ge lt le` are served; operators and attribute names are taken in any case.',
  },
  {
    id: 'rfc-54',
    level: 'must',
    clause: rfc7644('3.4.2.2'),
    says: 'Grouping binds before `not`, `not` before `and`, `and` before `or`; `not` takes parentheses.',
  },
  {
    id: 'rfc-55',
    level: 'must',
    clause: rfc7644('3.4.2.2'),
    says: '`and`, `or` and `not` are taken in any case; more parentheses than needed are taken, to a depth.',
  },
  {
    id: 'rfc-56',
    level: 'must',
    clause: rfc7644('3.4.2.2'),
    says: 'The conditions inside the brackets of a value path are about one element; conditions outside are about any.',
  },
  {
    id: 'rfc-57',
    level: 'must',
    clause: rfc7644('3.4.2.2'),
    says: 'A comparison of a multi-valued attribute holds when it holds for any of its values, `ne` included.',
  },
  {
    id: 'rfc-58',
    level: 'must',
    clause: rfc7644('3.4.2.2'),
    says: 'Text is compared with or without case as the attribute’s `caseExact` says.',
  },
  {
    id: 'rfc-59',
    level: 'must',
    clause: rfc7644('3.4.2.2'),
    says: '`gt ge lt le` go by text, number or time as the attribute’s type says, and are 400 `invalidFilter` for booleans and binaries.',
  },
  {
    id: 'rfc-60',
    level: 'must',
    clause: rfc7644('3.4.2.2'),
    says: '`pr` is false for what is null, empty or absent, and true for a complex attribute that has any value inside.',
  },
  {
    id: 'rfc-61',
    level: 'must',
    clause: rfc7644('3.4.2.2'),
    says: 'A filter that is empty, malformed or has an unknown operator is 400 `invalidFilter`.',
  },
  {
    id: 'rfc-62',
    level: 'must',
    clause: rfc7644('3.4.2.2'),
    says: 'Values are JSON: text with its escapes, booleans, null and numbers; compat mode takes text without quotes.',
  },
  {
    id: 'rfc-63',
    level: 'must',
    clause: rfc7644('3.10'),
    says: 'Attributes may stand behind the URN of their schema; the dots of its version separate nothing.',
  },
  {
    id: 'rfc-64',
    level: 'decision',
    clause: rfc7644('3.4.2.1'),
    says: 'An attribute that no schema has is 400 `invalidFilter`, never an empty list.',
  },
  {
    id: 'rfc-65',
    level: 'decision',
    clause: rfc7644('3.4.2.2'),
    says: 'A complex attribute without a sub-attribute is compared as its `.value` in compat mode.',
  },
  {
    id: 'rfc-66',
    level: 'must',
    clause: rfc7644('3.4.2.2'),
    says: '`schemas`, `id` and `meta` can be asked for.',
  },
  {
    id: 'rfc-67',
    level: 'must',
    clause: rfc7644('7.5.2'),
    says: 'The password cannot be asked for.',
  },
  {
    id: 'rfc-68',
    level: 'should',
    clause: rfc7644('7.5.2'),
    says: 'Sensitive values travel in the body of a `.search`, not in a URL; the server refuses none with `sensitive`.',
  },
  {
    id: 'rfc-69',
    level: 'decision',
    clause: rfc7644('3.4.2.2'),
    says: 'A filter that is too long or too deep is 400; the wildcards of SQL are plain text in it.',
  },
];
