/** One address of each block that is not for everybody (IANA's special-purpose registries), and some in disguise. */
export const specialAddresses: readonly string[] = [
  ...['0.0.0.0', '10.1.2.3', '100.64.0.1', '127.0.0.1', '169.254.169.254', '172.16.0.1', '192.0.0.1'],
  ...['192.0.2.1', '192.88.99.1', '192.168.1.1', '198.18.0.1', '198.51.100.1', '203.0.113.1', '224.0.0.1'],
  ...['240.0.0.1', '255.255.255.255', '::', '::1', '::127.0.0.1', '::ffff:127.0.0.1', '::ffff:0:127.0.0.1'],
  ...['64:ff9b::127.0.0.1', '64:ff9b:1::1', '100::1', '2001::1', '2001:db8::1', '2002:7f00:1::', '3fff::1'],
  ...['5f00::1', 'fc00::1', 'fd12:3456::1', 'fe80::1', 'ff02::1'],
];

/** A name for which `named-hosts-server.ts` finds an address of the list, alone or behind a public one. */
export function nameOf(address: string, beside: 'alone' | 'beside' = 'alone'): string {
  return `${beside}-${specialAddresses.indexOf(address)}.example`;
}
