import { isIPv6 } from 'node:net';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createClient } from '../harness/client.ts';
import { describeEachInstallation } from '../harness/each-installation.ts';
import { okta } from '../harness/identity-providers.ts';
import type { ServerAddress } from '../harness/installation.ts';
import { startReceiver } from '../harness/receiver.ts';
import type { ServerProcess } from '../harness/server-process.ts';
import { nameOf, specialAddresses } from '../harness/special-addresses.ts';
import { subscribe } from '../harness/subscribe.ts';
import { createTenant } from '../harness/tenant.ts';
import type { Tenant } from '../harness/tenant.ts';

const hostOf = (address: string): string => (isIPv6(address) ? `[${address}]` : address);

/** Such addresses, some in disguise, and URLs that are wrong for another reason. */
const urls = [
  ...specialAddresses.map((address) => `https://${hostOf(address)}/hook`),
  ...[
    'https://2130706433/',
    'https://0x7f000001/',
    'https://0x7f.1/',
    'https://0177.0.0.1/',
    'https://127.1/',
  ],
  ...[
    'https://127.0.0.1./',
    'https://１２７．０．０．１/',
    'https://①②⑦.⓪.⓪.①/',
    'https://localhost/',
    'https://localhost./',
  ],
  ...['https://app.localhost/', 'https://[0:0:0:0:0:ffff:7f00:1]/', 'http://receiver.example/'],
  ...['https://receiver.example:8443/', 'https://receiver.example:22/', 'https://name@receiver.example/'],
  ...[
    'https://name:word@receiver.example/',
    'ftp://receiver.example/',
    'file:///etc/passwd',
    'receiver.example',
  ],
];

const args = ['--conditions=source', 'test/harness/named-hosts-server.ts'];
/** Nothing but public addresses. */
const env = { HOST: '0.0.0.0', DIRSYNC_ALLOW_PRIVATE_WEBHOOKS: '0' };

const timeout = 60_000;

/** What came of the first delivery to each endpoint, by the URL of the endpoint. */
async function faultsOf({ dirsync }: Tenant): Promise<Map<string, string | null | undefined>> {
  const faults = new Map<string, string | null | undefined>();
  for await (const { id, url } of dirsync.webhookEndpoints.list()) {
    const { data } = await dirsync.deliveries.list({ endpointId: id });
    const [attempt] = (await dirsync.deliveries.get(data.at(-1)?.id ?? '')).attemptLog;
    faults.set(url, attempt?.error);
  }
  return faults;
}

describeEachInstallation('A server for public receivers', (installation) => {
  let server: ServerProcess & ServerAddress;
  beforeAll(async () => {
    server = await installation().start({ args, env });
  });
  afterAll(() => server?.stop());

  it.for(urls)('makes no endpoint at %s, and moves none there', async (url) => {
    const { webhookEndpoints } = createClient(server);
    const refused = { status: 400, code: 'invalid_request' };
    await expect(webhookEndpoints.create({ url })).rejects.toMatchObject(refused);
    const { id } = await webhookEndpoints.create({ url: 'https://receiver.example/' });
    await expect(webhookEndpoints.update(id, { url })).rejects.toMatchObject(refused);
    await webhookEndpoints.delete(id);
  });

  it(
    'sends nothing to a name that leads to such an address, not even beside a public one',
    { timeout },
    async () => {
      const tenant = await createTenant(server, { provider: 'okta', identityProvider: okta });
      const names = specialAddresses.flatMap((one) => [nameOf(one), nameOf(one, 'beside')]);
      const hosts = names.map((name) => `https://${name}/`);
      for (const url of hosts) await tenant.dirsync.webhookEndpoints.create({ url });
      await tenant.scim.get('/Users');
      const expected = new Map(
        hosts.map((url) => [url, 'The host does not resolve to public addresses only.'] as const),
      );
      await expect.poll(() => faultsOf(tenant), { timeout: 40_000, interval: 500 }).toEqual(expected);
      for await (const { id } of tenant.dirsync.webhookEndpoints.list())
        await tenant.dirsync.webhookEndpoints.delete(id);
    },
  );
});

describeEachInstallation('An endpoint from before private receivers were forbidden', (installation) => {
  it('gets nothing any more', { timeout: 120_000 }, async () => {
    await using receiver = await startReceiver();
    const before = await installation().start();
    const { id } = await subscribe(
      await createTenant(before, { provider: 'okta', identityProvider: okta }),
      receiver,
      { directoryIds: null },
    );
    await before.stop();
    const server = await installation().start({ env });
    try {
      const tenant = await createTenant(server, { provider: 'okta', identityProvider: okta });
      await tenant.scim.get('/Users');
      const faults = async () => [...(await faultsOf(tenant)).values()];
      await expect.poll(faults).toEqual(['Expected an https URL, got http.']);
      expect(receiver.received).toEqual([]);
      expect(await tenant.dirsync.webhookEndpoints.get(id)).toMatchObject({ state: 'enabled' });
    } finally {
      await server.stop();
    }
  });
});
