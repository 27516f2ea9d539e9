import type { Config } from '../config.ts';
import { firstEnvironment } from '../bootstrap.ts';
import { zApiKeyInput } from '../generated/zod.gen.ts';
import { UsageError } from './command.ts';
import type { CommandContext } from './command.ts';
import { withOperator } from './operator.ts';

export interface CreateKeyOptions {
  readonly environment?: string | undefined;
  readonly name?: string | undefined;
}

/** `dirsync keys create` */
export async function createKeyCommand(
  config: Config,
  { print, explain }: CommandContext,
  { environment = firstEnvironment, name = 'created by command' }: CreateKeyOptions,
): Promise<void> {
  if (!zApiKeyInput.safeParse({ name }).success) {
    throw new UsageError('Expected a name of 1 to 200 characters for the key.');
  }
  const key = await withOperator(config, (operator) => operator.createApiKey(environment, name));
  explain(`The API key of the environment "${environment}" is shown only now:`);
  print(key);
}
