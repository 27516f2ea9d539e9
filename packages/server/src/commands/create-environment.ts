import type { Config } from '../config.ts';
import { zEnvironmentInput } from '../generated/zod.gen.ts';
import { UsageError } from './command.ts';
import type { CommandContext } from './command.ts';
import { withOperator } from './operator.ts';

/** `dirsync environments create <name>` */
export async function createEnvironmentCommand(
  config: Config,
  { print, explain }: CommandContext,
  name: string,
): Promise<void> {
  if (!zEnvironmentInput.safeParse({ name }).success) {
    throw new UsageError('Expected a name of 1 to 200 characters for the environment.');
  }
  const key = await withOperator(config, (operator) => operator.createEnvironment(name));
  explain(`The environment "${name}" was made. Its first API key is shown only now:`);
  print(key);
}
