import type { Logger } from 'pino';
import { createBackground } from './background.ts';
import type { BackgroundSeams } from './background.ts';
import { bootstrap } from './bootstrap.ts';
import type { Config } from './config.ts';
import { scimBaseUrl } from './directory/directory-view.ts';
import { hashSecret } from './directory/secrets.ts';
import { serve } from './serving.ts';
import type { ServingSeams } from './serving.ts';
import { createLogger } from './logger.ts';
import { openStorage, prepareSchema } from './open-storage.ts';
import type { Storage } from './open-storage.ts';
import { authenticateApiKey } from './store/api-keys.ts';
import { startWatching } from './watching.ts';
import { authenticateDirectory } from './store/directory-tokens.ts';

/** What tests choose instead of the defaults. */
export interface ServerSeams extends BackgroundSeams, ServingSeams {
  readonly logger?: Logger;
}

/** What a newcomer needs to begin with; only the embedded mode keeps it. */
export interface FirstSteps {
  readonly dataDirectory: string;
  /** Undefined once it was revoked. */
  readonly apiKey: string | undefined;
  /** Undefined once it was deleted, or its token revoked. */
  readonly demo: { readonly scimBaseUrl: string; readonly token: string } | undefined;
  /** Webhooks may go to this machine itself, over http. */
  readonly allowsLoopbackWebhooks: boolean;
}

/** A server that serves. */
export interface RunningServer {
  /** Where this machine reaches it. */
  readonly url: string;
  /** Where identity providers reach it. */
  readonly publicUrl: string;
  /** The first API key, when this start made it up: nobody will see it again. Undefined in the embedded mode. */
  readonly newApiKey: string | undefined;
  /** In the embedded mode. */
  readonly firstSteps: FirstSteps | undefined;
  /** Takes no new requests, finishes what runs, and releases everything. */
  close(): Promise<void>;
}

type Closer = () => Promise<void>;

/**
 * Starts a server and resolves when it takes requests.
 *
 * @throws StartError when the data directory, the database or the port cannot be had.
 */
export async function startServer(config: Config, seams: ServerSeams = {}): Promise<RunningServer> {
  const { logger = createLogger(config.logLevel) } = seams;
  const closers: Closer[] = [];
  async function close(): Promise<void> {
    for (const closer of closers.splice(0).toReversed()) await closer();
  }
  try {
    const opened = await openStorage(config, (error) =>
      logger.warn({ err: error }, 'the database dropped a connection'),
    );
    closers.push(() => opened.close());
    const watching = await startWatching(config, opened.database, logger);
    closers.push(() => watching.stop());
    const storage = { ...opened, database: watching.database };
    const newApiKey = await prepare(config, storage, logger);
    const background = await createBackground({ config, storage, logger, watching, seams });
    closers.push(() => background.stop());
    const serving = await serve({ config, storage, background, logger, watching, seams });
    closers.push(() => serving.close());
    const { url, publicUrl } = serving;
    background.start(publicUrl);
    const firstSteps = await firstStepsOf(storage, publicUrl, background.webhookPolicy.allowLoopback);
    storage.dataDirectory?.announce(url);
    logger.info({ url, role: config.role, database: storage.database.kind }, 'serving');
    return { url, publicUrl, newApiKey, firstSteps, close };
  } catch (error) {
    await close();
    throw error;
  }
}

/** Brings the database into the state that requests expect; answers the API key that it made up. */
async function prepare(
  config: Config,
  { database, dataDirectory }: Storage,
  logger: Logger,
): Promise<string | undefined> {
  const applied = await prepareSchema(database, config);
  if (applied.length > 0) logger.info({ applied }, 'the schema was brought up to date');
  if (dataDirectory !== undefined) {
    await bootstrap(database, dataDirectory.credentials);
    return undefined;
  }
  const firstKey = await bootstrap(database, config);
  return firstKey === config.apiKey ? undefined : firstKey;
}

/** Shows only what still opens something. */
async function firstStepsOf(
  { database, dataDirectory }: Storage,
  publicUrl: string,
  allowsLoopbackWebhooks: boolean,
): Promise<FirstSteps | undefined> {
  if (dataDirectory === undefined) return undefined;
  const { apiKey, demo } = dataDirectory.credentials;
  const owner = await authenticateApiKey(database, hashSecret(apiKey));
  const directory = await authenticateDirectory(database, demo.directoryId, hashSecret(demo.token));
  return {
    dataDirectory: dataDirectory.path,
    apiKey: owner && apiKey,
    demo: directory && { scimBaseUrl: scimBaseUrl(publicUrl, directory.id), token: demo.token },
    allowsLoopbackWebhooks,
  };
}
