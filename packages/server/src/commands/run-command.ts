import { parseArgs } from 'node:util';
import type { ParseArgsConfig } from 'node:util';
import manifest from '../../package.json' with { type: 'json' };
import { ConfigError, readConfig } from '../config.ts';
import { StartError } from '../start-error.ts';
import { UsageError } from './command.ts';
import type { CommandContext } from './command.ts';
import { createEnvironmentCommand } from './create-environment.ts';
import { createKeyCommand } from './create-key.ts';
import { helpText } from './help.ts';
import { migrateCommand } from './migrate.ts';
import { serveCommand } from './serve.ts';

/** Runs `dirsync` with its arguments; answers the exit code. */
export async function runCommand(args: readonly string[], context: CommandContext): Promise<number> {
  try {
    await dispatch(args, context);
    return 0;
  } catch (error) {
    context.explain(describe(error));
    return 1;
  }
}

async function dispatch(args: readonly string[], context: CommandContext): Promise<void> {
  const [command = 'help', ...rest] = args;
  switch (command) {
    case 'serve':
      parse(rest, 0);
      return serveCommand(readConfig(context.env), context);
    case 'migrate':
      parse(rest, 0);
      return migrateCommand(readConfig(context.env), context);
    case 'environments': {
      const [name = ''] = parse(subcommand('environments', 'create', rest), 1).positionals;
      return createEnvironmentCommand(readConfig(context.env), context, name);
    }
    case 'keys': {
      const options = { environment: { type: 'string' }, name: { type: 'string' } } as const;
      const { values } = parse(subcommand('keys', 'create', rest), 0, options);
      return createKeyCommand(readConfig(context.env), context, values);
    }
    case 'help':
    case '--help':
    case '-h':
      return context.print(helpText);
    case '--version':
    case '-v':
      return context.print(manifest.version);
    default:
      throw new UsageError(`There is no command "${command}"; "dirsync help" shows those that there are.`);
  }
}

function subcommand(command: string, wanted: string, [given, ...rest]: readonly string[]): readonly string[] {
  if (given === wanted) return rest;
  throw new UsageError(
    `Expected "dirsync ${command} ${wanted}", got ${given ? `"${given}"` : 'nothing more'}.`,
  );
}

function parse<const T extends NonNullable<ParseArgsConfig['options']>>(
  args: readonly string[],
  positionalCount: number,
  options?: T,
) {
  const parsed = parseOptions(args, options);
  const { length } = parsed.positionals;
  if (length === positionalCount) return parsed;
  throw new UsageError(`Expected ${positionalCount} arguments, got ${length}; see "dirsync help".`);
}

function parseOptions<const T extends NonNullable<ParseArgsConfig['options']>>(
  args: readonly string[],
  options?: T,
) {
  try {
    return parseArgs({ args: [...args], options: options ?? {}, allowPositionals: true });
  } catch (error) {
    // Such as an option that is not known.
    const [line] = error instanceof Error ? error.message.split(/\. |\n/) : [];
    throw new UsageError(`${line}; see "dirsync help".`, { cause: error });
  }
}

/** One line for what the caller can change; everything for what is our fault. */
function describe(error: unknown): string {
  if (error instanceof ConfigError || error instanceof StartError || error instanceof UsageError) {
    return `dirsync: ${error.message}`;
  }
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
