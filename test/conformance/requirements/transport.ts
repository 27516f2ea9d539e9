import { rfc7644 } from './requirement.ts';
import type { Requirement } from './requirement.ts';

/** Transport, media types and versions. */
export const transportRequirements: readonly Requirement[] = [
  {
    id: 'rfc-1',
    level: 'must',
    clause: rfc7644('3.1'),
    says: 'Every answer with a body is `application/scim+json`, errors included.',
  },
  {
    id: 'rfc-2',
    level: 'must',
    clause: rfc7644('3.8'),
    says: '`Accept` may name `application/scim+json`, `application/json` or `*/*`, or be missing.',
  },
  {
    id: 'rfc-3',
    level: 'must',
    clause: rfc7644('3.8'),
    says: 'Bodies are UTF-8 JSON and come as `application/scim+json` or `application/json`, with parameters or without.',
  },
  {
    id: 'rfc-4',
    level: 'decision',
    clause: rfc7644('3.12'),
    says: 'Another media type is 415; a body that is empty or no JSON is 400 `invalidSyntax`.',
  },
  {
    id: 'rfc-5',
    level: 'must',
    clause: rfc7644('2'),
    says: 'Without a valid credential the answer is 401, and `WWW-Authenticate` names the scheme; discovery asks for the credential too.',
  },
  {
    id: 'rfc-6',
    level: 'must',
    clause: rfc7644('2'),
    says: 'A credential opens what it was made for: the token of a directory that directory, and nothing else.',
  },
  {
    id: 'rfc-7',
    level: 'must',
    clause: rfc7644('3.13'),
    says: 'The version stands in the path as `/v2/`; any other version is 404.',
  },
  {
    id: 'rfc-8',
    level: 'must',
    clause: rfc7644('1.3'),
    says: 'The base URL has no query; query parameters that nobody knows are ignored.',
  },
  {
    id: 'rfc-9',
    level: 'must',
    clause: rfc7644('7.2'),
    says: 'Requests travel over TLS 1.2 or later.',
    decision:
      'The server speaks HTTP behind whatever ends TLS in front of it (a load balancer, a proxy); a base URL with `https` is set by `DIRSYNC_PUBLIC_URL`. No test could show more than that setting, which config.test.ts does.',
  },
  {
    id: 'rfc-10',
    level: 'decision',
    clause: rfc7644('3.12'),
    says: 'A method that a path does not serve is 405 with `Allow`, never 404.',
  },
  {
    id: 'rfc-11',
    level: 'must',
    clause: rfc7644('3.5.1'),
    says: 'PUT to an id that is not there is 404 and creates nothing.',
  },
];
