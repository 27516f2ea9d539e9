import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { ConfigError } from './config.ts';
import { createApiKey, createDirectoryToken, createOperatorKey } from './directory/secrets.ts';
import { StartError } from './start-error.ts';
import { newId } from './store/new-id.ts';

const schema = z.strictObject({
  apiKey: z.string().min(1),
  /** 32 bytes in base64. */
  secretKey: z.base64().length(44),
  operatorKey: z.string().min(1),
  demo: z.strictObject({ directoryId: z.uuid(), token: z.string().min(1) }),
});

/** The secrets of an embedded server: made at its first start, and kept beside its database. */
export type Credentials = Readonly<z.output<typeof schema>>;

/** Secrets that the settings give. */
export interface GivenSecrets {
  readonly apiKey: string | undefined;
  readonly secretKey: Uint8Array | undefined;
}

const fileName = 'credentials.json';

/** The kept secrets, or undefined before the first start. */
export function readCredentials(directory: string): Credentials | undefined {
  const file = join(directory, fileName);
  if (!existsSync(file)) return undefined;
  try {
    return schema.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch (cause) {
    // Nothing of the content in the message: it is made of secrets.
    throw new StartError(`Expected the secrets of this server in ${file}, got something else.`, { cause });
  }
}

/** Reads the kept secrets, or makes them, from `given` ones where there are any. */
export function keepCredentials(directory: string, given: GivenSecrets): Credentials {
  const kept = readCredentials(directory);
  const secretKey = given.secretKey && Buffer.from(given.secretKey).toString('base64');
  if (kept !== undefined && secretKey !== undefined && secretKey !== kept.secretKey) {
    throw new ConfigError(
      `DIRSYNC_SECRET_KEY: expected the key that ${join(directory, fileName)} keeps, got another one: the webhook secrets are encrypted with it.`,
    );
  }
  const credentials = {
    apiKey: given.apiKey ?? kept?.apiKey ?? createApiKey(),
    secretKey: secretKey ?? kept?.secretKey ?? randomBytes(32).toString('base64'),
    operatorKey: kept?.operatorKey ?? createOperatorKey(),
    demo: kept?.demo ?? { directoryId: newId(), token: createDirectoryToken() },
  };
  if (credentials.apiKey !== kept?.apiKey) writeCredentials(directory, credentials);
  return credentials;
}

function writeCredentials(directory: string, credentials: Credentials): void {
  const file = join(directory, fileName);
  const draft = `${file}.new`;
  // A crash leaves the old file or the new one, never half of one.
  writeFileSync(draft, `${JSON.stringify(credentials, null, 2)}\n`, { mode: 0o600, flush: true });
  renameSync(draft, file);
}
