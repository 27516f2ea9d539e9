import { randomUUID } from 'node:crypto';
import { expect } from 'vitest';
import { sampleOf, surroundingCount } from './attribute-samples.ts';
import type { Sample, Surroundings } from './attribute-samples.ts';
import { bodyWith, endpointOf } from './described-attributes.ts';
import type { AttributeOfSchema } from './described-attributes.ts';
import { okta } from './identity-providers.ts';
import type { SharedServer } from './installation.ts';
import { idOf } from './json.ts';
import { groupSchema, userSchema } from './scim-schemas.ts';
import { createTenant } from './tenant.ts';
import type { Tenant } from './tenant.ts';

/** A directory where attributes are tried out. */
export interface AttributeTrial {
  readonly tenant: Tenant;
  readonly surroundings: Surroundings;
  /** As `sampleOf`. */
  readonly sample: (entry: AttributeOfSchema, number: number) => Sample;
  /** Creates a resource with nothing but what is required, and with the attribute; its target. */
  readonly create: (entry: AttributeOfSchema, value: unknown) => Promise<string>;
}

const trials = new Map<string, Promise<AttributeTrial>>();

/** One directory of each mode for all tests of a file: none of them looks at more than its own resource. */
export function sharedTrial(server: SharedServer, mode: 'compat' | 'strict'): Promise<AttributeTrial> {
  const key = `${server.url} ${mode}`;
  const trial = trials.get(key) ?? createTrial(server, mode);
  trials.set(key, trial);
  return trial;
}

/** A directory with what the samples refer to, and nothing else. */
export async function createTrial(server: SharedServer, mode: 'compat' | 'strict'): Promise<AttributeTrial> {
  const tenant = await createTenant(server, { provider: 'generic', identityProvider: okta, mode });
  const { scim, scimBaseUrl } = tenant;
  const resources: { readonly id: string; readonly type: 'User' | 'Group' }[] = [];
  for (let number = 0; number < surroundingCount; number++) {
    const type = number % 2 === 1 ? 'User' : 'Group';
    const answer =
      type === 'User'
        ? await scim.post('/Users', { schemas: [userSchema], userName: randomUUID() })
        : await scim.post('/Groups', { schemas: [groupSchema], displayName: randomUUID() });
    resources.push({ id: idOf(answer), type });
  }
  const surroundings = { scimBaseUrl, resources };
  return {
    tenant,
    surroundings,
    sample: (entry, number) => sampleOf(entry, number, surroundings),
    async create(entry, value) {
      const endpoint = endpointOf(entry.schema);
      const created = await scim.post(endpoint, bodyWith(entry, value));
      expect(created.status, created.text).toBe(201);
      return `${endpoint}/${idOf(created)}`;
    },
  };
}
