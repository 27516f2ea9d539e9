import type { Config } from '../config.ts';
import { createLogger } from '../logger.ts';
import { startServer } from '../server.ts';
import type { FirstSteps, RunningServer } from '../server.ts';
import type { CommandContext } from './command.ts';

/** `dirsync serve`: resolves when the server has stopped after SIGTERM or SIGINT. */
export async function serveCommand(config: Config, { print }: CommandContext): Promise<void> {
  // Before the server is there: a signal during the start is not lost.
  const stop = untilSignal();
  const logger = createLogger(config.logLevel);
  process.on('uncaughtException', (error) => {
    // Node itself would print all that an error carries, and PostgreSQL's carry values of people. Nothing that was
    // acknowledged is lost.
    logger.fatal({ err: error }, 'the process ends: something went wrong that nobody expected');
    process.exit(1);
  });
  const server = await startServer(config, { logger });
  for (const line of banner(server)) print(line);
  await stop;
  await server.close();
}

/** Resolves at the first signal; the second one ends the process at once. */
function untilSignal(): Promise<void> {
  return new Promise((resolve) => {
    let isStopping = false;
    for (const signal of ['SIGTERM', 'SIGINT'] as const) {
      process.on(signal, () => {
        if (isStopping) process.exit(1);
        isStopping = true;
        resolve();
      });
    }
  });
}

function banner({ url, publicUrl, newApiKey, firstSteps }: RunningServer): readonly string[] {
  const place = publicUrl === url ? url : `${url}, reached at ${publicUrl}`;
  return [
    `dirsync serves on ${place}`,
    ...(newApiKey ? ['', `API key of the environment "default", shown only now: ${newApiKey}`] : []),
    ...(firstSteps ? firstStepsLines(firstSteps, publicUrl) : []),
  ];
}

function firstStepsLines(firstSteps: FirstSteps, publicUrl: string): readonly string[] {
  const { apiKey, demo, dataDirectory, allowsLoopbackWebhooks } = firstSteps;
  return [
    '',
    `  API key         ${apiKey ?? 'was revoked; make one with: dirsync keys create'}`,
    `  Reference       ${publicUrl}/docs`,
    ...(demo
      ? [
          '',
          '  A demo directory, to point an identity provider or curl at:',
          `  SCIM base URL   ${demo.scimBaseUrl}`,
          `  SCIM token      ${demo.token}`,
        ]
      : []),
    '',
    `  Data            ${dataDirectory} (embedded database; set DATABASE_URL to use PostgreSQL)`,
    ...(allowsLoopbackWebhooks
      ? ['  Webhooks        may go to this machine itself, over http: nobody else can reach this server']
      : []),
    '  Stop            Ctrl+C',
    '',
  ];
}
