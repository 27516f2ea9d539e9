import type { z } from 'zod';
import type { Config } from '../config.ts';
import { readCredentials } from '../credentials.ts';
import { DirectoryInUseError } from '../data-directory.ts';
import { addApiKey, createEnvironment } from '../directory/environments.ts';
import { zApiKeyCreated, zEnvironmentCreated, zProblem } from '../generated/zod.gen.ts';
import { openStorage, prepareSchema } from '../open-storage.ts';
import { StartError } from '../start-error.ts';
import type { Database } from '../store/database.ts';
import { findEnvironment } from '../store/environments.ts';

/** What the operator of a server can do. */
export interface Operator {
  /** Answers the first API key. */
  createEnvironment(name: string): Promise<string>;
  /** Answers the key. */
  createApiKey(environment: string, name: string): Promise<string>;
}

/**
 * Works on the database, or over the API of the server that has the embedded one.
 *
 * @throws StartError when there is neither.
 */
export async function withOperator<T>(config: Config, run: (operator: Operator) => Promise<T>): Promise<T> {
  const { storage: settings } = config;
  if (settings.kind === 'embedded' && readCredentials(settings.dataDirectory) === undefined) {
    throw new StartError(
      `There is no data in ${settings.dataDirectory}: run "dirsync serve" first, or set DIRSYNC_DATA_DIR or DATABASE_URL.`,
    );
  }
  let storage;
  try {
    storage = await openStorage(config);
  } catch (error) {
    if (settings.kind !== 'embedded' || !(error instanceof DirectoryInUseError)) throw error;
    return run(operatorOverApi(settings.dataDirectory, error));
  }
  try {
    await prepareSchema(storage.database, { migrate: false });
    return await run(operatorOnDatabase(storage.database));
  } finally {
    await storage.close();
  }
}

function operatorOnDatabase(database: Database): Operator {
  return {
    async createEnvironment(name) {
      const created = await createEnvironment(database, name);
      if (created === 'conflict') throw new StartError(`There is an environment "${name}" already.`);
      return created.apiKey.key;
    },
    async createApiKey(environmentName, name) {
      const environment = await findEnvironment(database, environmentName);
      if (environment === undefined) throw new StartError(`There is no environment "${environmentName}".`);
      return (await addApiKey(database, environment.id, name)).key;
    },
  };
}

function operatorOverApi(dataDirectory: string, inUse: DirectoryInUseError): Operator {
  const operatorKey = readCredentials(dataDirectory)?.operatorKey;
  const url = inUse.holder?.url;
  // It starts, stops, or is a command like this one.
  if (!url || operatorKey === undefined) throw inUse;

  async function post<S extends z.ZodType>(path: string, name: string, schema: S): Promise<z.output<S>> {
    const response = await fetch(new URL(path, url ?? undefined), {
      method: 'POST',
      headers: { authorization: `Bearer ${operatorKey}`, 'content-type': 'application/json' },
      body: JSON.stringify({ name }),
    });
    const body: unknown = await response.json();
    if (response.ok) return schema.parse(body);
    const { detail } = zProblem.parse(body);
    throw new StartError(detail);
  }

  return {
    async createEnvironment(name) {
      return (await post('/v1/environments', name, zEnvironmentCreated)).apiKey.key;
    },
    async createApiKey(environment, name) {
      const path = `/v1/environments/${encodeURIComponent(environment)}/api-keys`;
      return (await post(path, name, zApiKeyCreated)).key;
    },
  };
}
