import { expect } from 'vitest';
import type { Tenant } from './tenant.ts';

/** Runs `request` and checks that the directory is as it was, and that the log got nothing. */
export async function expectUnchanged(tenant: Tenant, request: () => Promise<unknown>): Promise<void> {
  const read = async (): Promise<readonly unknown[]> => [
    (await tenant.scim.get('/Users?count=200')).body,
    (await tenant.scim.get('/Groups?count=200')).body,
  ];
  const before = await read();
  await request();
  expect(await read()).toEqual(before);
  await tenant.expectNoEvents();
}
