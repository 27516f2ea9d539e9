import type { Queryable, Statement } from './database.ts';

/** Where the deliveries of an endpoint go, and what signs them. */
export interface Target {
  readonly endpointId: string;
  readonly url: string;
  /** `v1`, `v1a` or both. */
  readonly signatures: readonly string[];
  readonly secretEncrypted: Uint8Array;
  readonly privateKeyEncrypted: Uint8Array;
  /** These two while a rotation overlaps. */
  readonly previousSecretEncrypted: Uint8Array | null;
  readonly previousPrivateKeyEncrypted: Uint8Array | null;
}

const read: Statement = {
  name: 'delivery-targets.read',
  text: `with clock as (select coalesce($2::timestamptz, statement_timestamp()) as now)
  select w.id as "endpointId", w.url, w.signatures, w.secret_encrypted as "secretEncrypted",
    w.private_key_encrypted as "privateKeyEncrypted",
    case when w.previous_secret_expires_at > clock.now then w.previous_secret_encrypted end
      as "previousSecretEncrypted",
    case when w.previous_secret_expires_at > clock.now then w.previous_private_key_encrypted end
      as "previousPrivateKeyEncrypted"
  from clock, webhook_endpoints w where w.id = any ($1::uuid[])`,
};

/** The targets of endpoints, by their ids. */
export async function readTargets(
  queryable: Queryable,
  endpointIds: readonly string[],
  now: Date | undefined,
): Promise<ReadonlyMap<string, Target>> {
  const rows = await queryable.query<Target>(read, [endpointIds, now]);
  return new Map(rows.map((row) => [row.endpointId, row]));
}
