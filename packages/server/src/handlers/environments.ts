import type { HandlersOf } from '../contract.ts';
import { addApiKey, createEnvironment } from '../directory/environments.ts';
import { ProblemError } from '../http/problem.ts';
import { findEnvironment } from '../store/environments.ts';
import type { Services } from './services.ts';

/** What the operator does through the command while the embedded server runs. */
export function environmentsHandlers({ database }: Services): HandlersOf<'Environments'> {
  return {
    async createEnvironment({ body }) {
      const created = await createEnvironment(database, body.name);
      if (created !== 'conflict') return { status: 201, body: created };
      throw new ProblemError('conflict', `There is an environment "${body.name}" already.`);
    },

    async createEnvironmentApiKey({ path, body }) {
      const environment = await findEnvironment(database, path.environmentName);
      if (environment === undefined) {
        throw new ProblemError('not_found', `There is no environment "${path.environmentName}".`);
      }
      return { status: 201, body: await addApiKey(database, environment.id, body.name) };
    },
  };
}
