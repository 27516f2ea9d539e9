import type { Logger } from 'pino';
import { createApp } from './app.ts';
import { startBackground } from './background.ts';
import type { Background, BackgroundSeams } from './background.ts';
import { bootstrap } from './bootstrap.ts';
import type { Config } from './config.ts';
import type { Handlers } from './contract.ts';
import { scimBaseUrl } from './directory/directory-view.ts';
import { hashSecret } from './directory/secrets.ts';
import { createHandlers } from './handlers/create-handlers.ts';
import { createAdmission } from './http/admission.ts';
import { createAuthenticate } from './http/authenticate.ts';
import { checkAnswers } from './http/check-answers.ts';
import type { CheckAnswer } from './http/check-answers.ts';
import { docsScript, docsScriptPath } from './http/docs-page.ts';
import { serviceOnly } from './http/service-only.ts';
import { createIdempotentCalls } from './idempotent-calls.ts';
import { listen, localUrl } from './http-server.ts';
import type { HttpServerOptions } from './http-server.ts';
import { createLogger } from './logger.ts';
import { openStorage, prepareSchema } from './open-storage.ts';
import type { Storage } from './open-storage.ts';
import type { Wake } from './relay/wake.ts';
import { authenticateApiKey } from './store/api-keys.ts';
import type { Database } from './store/database.ts';
import { authenticateDirectory } from './store/directory-tokens.ts';

/** What tests choose instead of the defaults. */
export interface ServerSeams extends BackgroundSeams {
  readonly logger?: Logger;
  /** Told of every answer before it goes out; when it throws, a 500 with its message goes out instead. */
  readonly checkAnswer?: CheckAnswer;
  readonly http?: Pick<HttpServerOptions, 'timeouts'>;
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
    const storage = await openStorage(config, (error) =>
      logger.warn({ err: error }, 'the database dropped a connection'),
    );
    closers.push(() => storage.close());
    const newApiKey = await prepare(config, storage, logger);
    const background = await startBackground(config, storage, logger, seams);
    closers.push(() => background.stop());
    const { url, publicUrl, closer } = await serve(config, storage, background, logger, seams);
    closers.push(closer);
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

interface Serving {
  readonly url: string;
  readonly publicUrl: string;
  readonly closer: Closer;
}

async function serve(
  config: Config,
  { database, dataDirectory }: Storage,
  background: Background,
  logger: Logger,
  { checkAnswer, http: httpSeams }: ServerSeams,
): Promise<Serving> {
  const { host, port } = config;
  let isServing = true;
  let fetch: (request: Request) => Response | Promise<Response>;
  const http = await listen({ host, port, fetch: (request) => fetch(request), ...httpSeams });
  // The port is known only now; a request can come only after this.
  const url = localUrl(host, http.port);
  const { publicUrl = url } = config;
  const { wake, eventReader, secretBox } = background;
  const operatorKey = dataDirectory?.credentials.operatorKey;
  const services = { ...background, logger, publicUrl, isServing: () => isServing };
  const handlersOn = (on: Database, waking: Wake): Handlers =>
    createHandlers({ ...services, database: on, wake: waking });
  const app = createApp({
    handlers: handlersOn(database, wake),
    runIdempotent: createIdempotentCalls({ database, wake, secretBox, handlersOn }),
    authenticate: createAuthenticate({
      ...{ database, wake, publicUrl, operatorKey },
      directoryAdmission: createAdmission({ perSecond: config.scimRateLimit }),
      apiKeyAdmission: createAdmission({ perSecond: config.apiRateLimit }),
    }),
    logger,
  });
  app.get(docsScriptPath, docsScript);
  const answer = config.role === 'worker' ? serviceOnly(app.fetch) : app.fetch;
  fetch = checkAnswer === undefined ? answer : checkAnswers(answer, checkAnswer, logger);
  async function closer(): Promise<void> {
    isServing = false;
    // Whoever waits for events is answered, else the server would wait for them.
    await eventReader.stop();
    await http.close();
  }
  return { url, publicUrl, closer };
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
