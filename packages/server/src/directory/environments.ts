import type { components } from '../generated/api.ts';
import { insertApiKey } from '../store/api-keys.ts';
import type { Queryable } from '../store/database.ts';
import { insertEnvironment } from '../store/environments.ts';
import { newId } from '../store/new-id.ts';
import { createApiKey, hashSecret } from './secrets.ts';

type ApiKeyCreated = components['schemas']['ApiKeyCreated'];
type EnvironmentCreated = components['schemas']['EnvironmentCreated'];

/** Makes an environment with its first API key, or answers `conflict` when the name is taken. */
export async function createEnvironment(
  queryable: Queryable,
  name: string,
  key: string = createApiKey(),
): Promise<EnvironmentCreated | 'conflict'> {
  const apiKey = { id: newId(), name: 'first key', hash: hashSecret(key) };
  const created = await insertEnvironment(queryable, { id: newId(), name, apiKey });
  if (created === 'conflict') return created;
  return { environment: created.environment, apiKey: { ...created.apiKey, key } };
}

/** Makes another API key of an environment. */
export async function addApiKey(
  queryable: Queryable,
  environmentId: string,
  name: string,
): Promise<ApiKeyCreated> {
  const key = createApiKey();
  const row = await insertApiKey(queryable, { id: newId(), environmentId, name, hash: hashSecret(key) });
  return { ...row, key };
}
