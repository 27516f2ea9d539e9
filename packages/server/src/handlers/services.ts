import type { Logger } from 'pino';
import type { CursorSeal } from '../directory/cursor-seal.ts';
import type { SecretBox } from '../delivery/secret-box.ts';
import type { WebhookPolicy } from '../delivery/address-guard.ts';
import type { LenienceCounter } from '../directory/lenience-counter.ts';
import type { EventReader } from '../relay/event-reader.ts';
import type { Wake } from '../relay/wake.ts';
import type { Database } from '../store/database.ts';

/**
 * What handlers lean on. Whatever a POST changes or reads to decide goes through `database`, and whatever it wakes
 * through `wake`: under an idempotency key they are those of one transaction.
 */
export interface Services {
  readonly database: Database;
  readonly logger: Logger;
  readonly wake: Wake;
  readonly eventReader: EventReader;
  readonly secretBox: SecretBox;
  readonly cursorSeal: CursorSeal;
  readonly webhookPolicy: WebhookPolicy;
  readonly leniences: Pick<LenienceCounter, 'flush'>;
  /** Where identity providers reach the server, without a slash at the end. */
  readonly publicUrl: string;
  /** The metrics of the process, in the text format of Prometheus; undefined: it has none. */
  readonly metricsText: (() => Promise<string>) | undefined;
  /** The database's clock when undefined; the same that the deliveries go by. */
  readonly now?: (() => Date) | undefined;
  /** False while the process starts and while it stops. */
  readonly isServing: () => boolean;
}
