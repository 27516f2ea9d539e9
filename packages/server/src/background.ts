import type { Logger } from 'pino';
import type { Config } from './config.ts';
import type { WebhookPolicy } from './delivery/address-guard.ts';
import { createSecretBox } from './delivery/secret-box.ts';
import type { SecretBox } from './delivery/secret-box.ts';
import { createDeliveryWorker } from './delivery/worker.ts';
import type { DeliveryWorkerOptions } from './delivery/worker-options.ts';
import { createLenienceCounter } from './directory/lenience-counter.ts';
import type { LenienceCounter } from './directory/lenience-counter.ts';
import type { Storage } from './open-storage.ts';
import { answerExpiry } from './relay/answer-expiry.ts';
import type { BackgroundTask } from './relay/background-loop.ts';
import { createEventReader } from './relay/event-reader.ts';
import type { EventReader } from './relay/event-reader.ts';
import { directoryPurge } from './relay/purge.ts';
import { createRelay } from './relay/relay.ts';
import type { RelayOptions } from './relay/relay.ts';
import { retentionChores } from './relay/retention.ts';
import { createTableCare } from './relay/table-care.ts';
import { createUpkeep } from './relay/upkeep.ts';
import type { UpkeepOptions } from './relay/upkeep.ts';
import type { Watching } from './watching.ts';
import { createWake } from './relay/wake.ts';
import type { Wake } from './relay/wake.ts';

/** What tests choose of the work behind the requests. */
export interface BackgroundSeams {
  readonly relay?: Pick<RelayOptions, 'batchSize' | 'pollMs'>;
  readonly upkeep?: Pick<UpkeepOptions, 'pauseMs'> & { readonly now?: () => Date };
  readonly delivery?: Omit<DeliveryWorkerOptions, 'database' | 'wake' | 'secretBox' | 'policy' | 'logger'>;
}

/** The work behind the requests, and what it shares with them. */
export interface Background {
  readonly wake: Wake;
  readonly eventReader: EventReader;
  readonly secretBox: SecretBox;
  readonly webhookPolicy: WebhookPolicy;
  /** Begins, once it is known where the server is reached. */
  start(publicUrl: string): void;
  /** The clock of the deliveries; the database's when undefined. */
  readonly now: (() => Date) | undefined;
  readonly leniences: LenienceCounter;
  /** Finishes what runs; what is not sent is left to be sent later. */
  stop(): Promise<void>;
}

/** What the work behind the requests is made with. */
export interface BackgroundOptions {
  readonly config: Config;
  readonly storage: Storage;
  readonly logger: Logger;
  readonly watching: Watching;
  readonly seams: BackgroundSeams;
}

/** Prepares what a process of this role does behind the requests. */
export async function createBackground(options: BackgroundOptions): Promise<Background> {
  const { config, storage, watching, seams } = options;
  const { database, secretKey, dataDirectory } = storage;
  const logger = watching.metrics?.countFailures(options.logger) ?? options.logger;
  const wake = await createWake(database, {
    onError: (error) => logger.warn({ err: error }, 'other processes could not be woken'),
  });
  const secretBox = createSecretBox(secretKey);
  const webhookPolicy = {
    allowPrivate: config.allowPrivateWebhooks,
    // Whoever can make an endpoint on such a server sits at this machine.
    allowLoopback: dataDirectory !== undefined && isLoopback(config.host),
  };
  const shared = { database, wake, logger };
  const { now, ...upkeep } = seams.upkeep ?? {};
  const clock = now && { now };
  const chores = [
    ...retentionChores({ days: config.eventRetentionDays, ...clock }),
    answerExpiry({ ...clock }),
    directoryPurge(),
  ];
  const eventReader = createEventReader(shared);
  const { onAttempt, onLeasesExpired } = watching;
  const tasks: BackgroundTask[] = [eventReader];
  const leniences = createLenienceCounter({
    database,
    onError: (error) => logger.warn({ err: error }, 'the leniences that were used could not be counted'),
  });
  return {
    wake,
    eventReader,
    secretBox,
    webhookPolicy,
    now: seams.delivery?.now,
    start(publicUrl) {
      if (config.role !== 'api') {
        tasks.push(
          createRelay({ ...shared, publicUrl, onRelayed: watching.onRelayed, ...seams.relay }),
          createDeliveryWorker({
            ...{ ...shared, onAttempt, onLeasesExpired, secretBox, policy: webhookPolicy },
            ...seams.delivery,
          }),
          createUpkeep({ ...shared, chores, ...upkeep }),
          createTableCare(shared),
        );
      }
      for (const task of tasks) task.start();
    },
    leniences,
    async stop() {
      for (const task of tasks) await task.stop();
      await leniences.stop();
      await wake.close();
    },
  };
}

function isLoopback(host: string): boolean {
  return /^127\.|^::1$|^localhost$/i.test(host);
}
