import type { LookupAddress } from 'node:dns';
import { lookup as lookUp } from 'node:dns/promises';
import { isIP } from 'node:net';
import type { LookupFunction } from 'node:net';
import ipaddr from 'ipaddr.js';

/** Where webhooks may go. Without either: https to a public address, on the ports 80 and 443. */
export interface WebhookPolicy {
  /** Any address, port and scheme (`DIRSYNC_ALLOW_PRIVATE_WEBHOOKS`). */
  readonly allowPrivate: boolean;
  /** Also receivers on the loopback address, over http and on any port. */
  readonly allowLoopback: boolean;
}

/** Finds the addresses of a host. */
export type ResolveHost = (hostname: string) => Promise<readonly LookupAddress[]>;

/** The only block of IPv6 from which public addresses come: `::127.0.0.1` and what is not assigned yet lie outside. */
const globalUnicast = ipaddr.IPv6.parseCIDR('2000::/3');

/** Whether everybody in the Internet reaches one machine by this address. */
export function isPublicAddress(address: string): boolean {
  if (isIP(address) === 0) return false;
  const parsed = ipaddr.parse(address);
  return parsed.range() === 'unicast' && (parsed.kind() === 'ipv4' || parsed.match(globalUnicast));
}

function isLoopbackAddress(address: string): boolean {
  return isIP(address) !== 0 && ipaddr.parse(address).range() === 'loopback';
}

/** RFC 6761 section 6.3. */
function isLoopbackHost(hostname: string): boolean {
  return isLoopbackAddress(hostname) || /^(?:.+\.)?localhost\.?$/i.test(hostname);
}

/**
 * What is wrong with the URL of a webhook endpoint, for whoever sent it; undefined when nothing is. Says nothing
 * yet about where its name leads: that is checked at each attempt.
 */
export function checkWebhookUrl(url: string, policy: WebhookPolicy): string | undefined {
  if (!URL.canParse(url)) return 'Expected an absolute URL.';
  const { protocol, username, password, port, hostname } = new URL(url);
  const host = bare(hostname);
  if (protocol !== 'https:' && protocol !== 'http:') return `Expected an https URL, got ${protocol}`;
  if (username || password) return 'Expected a URL without user name and password.';
  if (policy.allowPrivate || (policy.allowLoopback && isLoopbackHost(host))) return undefined;
  if (protocol !== 'https:') return 'Expected an https URL, got http.';
  if (port && port !== '80') return `Expected port 443 or 80, got ${port}.`;
  if (isLoopbackHost(host) || (isIP(host) !== 0 && !isPublicAddress(host))) {
    return `Expected a host on a public address, got ${host}.`;
  }
  return undefined;
}

/** URL writes IPv6 addresses in brackets. */
function bare(hostname: string): string {
  return hostname.replace(/^\[(.*)\]$/, '$1');
}

/** The name of a receiver leads to an address where webhooks may not go. Says not which: that is nobody's business. */
export class AddressRefusedError extends Error {
  override readonly name = 'AddressRefusedError';

  constructor() {
    super('The host does not resolve to public addresses only.');
  }
}

/**
 * The `lookup` of a connection: checks every address that a name has at this moment and hands on exactly these, so
 * that nothing can change between check and connect. Node does not call it for a host that is an address itself:
 * `checkWebhookUrl` comes first, at each attempt.
 */
export function createGuardedLookup(
  policy: WebhookPolicy,
  resolve: ResolveHost = (hostname) => lookUp(hostname, { all: true }),
): LookupFunction {
  async function vetted(hostname: string): Promise<readonly [LookupAddress, ...LookupAddress[]]> {
    const [first, ...rest] = await resolve(hostname);
    const isAllowed = policy.allowLoopback && isLoopbackHost(hostname) ? isLoopbackAddress : isPublicAddress;
    const isRefused =
      !policy.allowPrivate && [first, ...rest].some((entry) => entry && !isAllowed(entry.address));
    if (first === undefined || isRefused) throw new AddressRefusedError();
    return [first, ...rest];
  }

  return (hostname, options, callback) => {
    vetted(hostname).then(
      (addresses) => {
        if (options.all) callback(null, [...addresses]);
        else callback(null, addresses[0].address, addresses[0].family);
      },
      (error: NodeJS.ErrnoException) => callback(error, ''),
    );
  };
}
