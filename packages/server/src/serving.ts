import { createApp } from './app.ts';
import type { Background, BackgroundOptions } from './background.ts';
import type { Handlers } from './contract.ts';
import { createCursorSeal } from './directory/cursor-seal.ts';
import { createHandlers } from './handlers/create-handlers.ts';
import { createAdmission } from './http/admission.ts';
import { createAuthenticate } from './http/authenticate.ts';
import { checkAnswers } from './http/check-answers.ts';
import type { CheckAnswer } from './http/check-answers.ts';
import { docsScript, docsScriptPath } from './http/docs-page.ts';
import { serviceOnly } from './http/service-only.ts';
import { listen as listenOnPort } from './http-server.ts';
import type { HttpServer, HttpServerOptions } from './http-server.ts';
import { createIdempotentCalls } from './idempotent-calls.ts';
import type { Wake } from './relay/wake.ts';
import type { Database } from './store/database.ts';

/** What tests choose of the answers to requests. */
export interface ServingSeams {
  /** Told of every answer before it goes out; when it throws, a 500 with its message goes out instead. */
  readonly checkAnswer?: CheckAnswer;
  readonly http?: Pick<HttpServerOptions, 'timeouts'>;
  /** Where requests come from: a port by default. */
  readonly listen?: (options: HttpServerOptions) => Promise<Pick<HttpServer, 'url' | 'close'>>;
}

export interface ServingOptions extends Omit<BackgroundOptions, 'seams'> {
  readonly background: Background;
  readonly seams: ServingSeams;
}

export interface Serving {
  /** Where this machine reaches it. */
  readonly url: string;
  /** Where identity providers reach it. */
  readonly publicUrl: string;
  /** Takes no new requests, and resolves when those that run are answered. */
  readonly close: () => Promise<void>;
}

/** Answers requests, as far as the role of the process goes. */
export async function serve(options: ServingOptions): Promise<Serving> {
  const { config, background, logger, watching, seams } = options;
  const { metrics, tracing } = watching;
  const { database, dataDirectory, secretKey } = options.storage;
  const { host, port } = config;
  let isServing = true;
  let fetch: (request: Request) => Response | Promise<Response>;
  const { listen = listenOnPort } = seams;
  const http = await listen({ host, port, fetch: (request) => fetch(request), ...seams.http });
  // The port is known only now; a request can come only after this.
  const { url } = http;
  const { publicUrl = url } = config;
  const { wake, eventReader, secretBox, leniences } = background;
  const operatorKey = dataDirectory?.credentials.operatorKey;
  const metricsText = metrics && (() => metrics.text());
  const services = {
    ...background,
    ...{ logger, publicUrl, metricsText, cursorSeal: createCursorSeal(secretKey) },
    isServing: () => isServing,
  };
  const handlersOn = (on: Database, waking: Wake): Handlers =>
    createHandlers({ ...services, database: on, wake: waking });
  const app = createApp({
    handlers: handlersOn(database, wake),
    runIdempotent: createIdempotentCalls({ database, wake, secretBox, handlersOn }),
    authenticate: createAuthenticate({
      ...{ database, wake, publicUrl, operatorKey, leniences, metricsToken: config.metricsToken },
      directoryAdmission: createAdmission({
        perSecond: config.scimRateLimit,
        onLimited: (reason) => metrics?.onLimited('scim', reason),
      }),
      apiKeyAdmission: createAdmission({
        perSecond: config.apiRateLimit,
        onLimited: (reason) => metrics?.onLimited('directory', reason),
      }),
    }),
    logger,
    onAnswer: metrics?.onAnswer,
    traceRequest: tracing?.request,
  });
  app.get(docsScriptPath, (context) => docsScript(context.get('requestId')));
  const answer = config.role === 'worker' ? serviceOnly(app.fetch) : app.fetch;
  const { checkAnswer } = seams;
  fetch = checkAnswer === undefined ? answer : checkAnswers(answer, checkAnswer, logger);
  async function close(): Promise<void> {
    isServing = false;
    // Whoever waits for events is answered, else the server would wait for them.
    await eventReader.stop();
    await http.close();
  }
  return { url, publicUrl, close };
}
