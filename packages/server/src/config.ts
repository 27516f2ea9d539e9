import { z } from 'zod';
import { apiKeyForm } from './directory/secrets.ts';
import { samplerNames } from './tracing/sampler-names.ts';
import type { SamplerName } from './tracing/sampler-names.ts';

/** Which work a process does: requests, what goes on behind them, or both. */
export type Role = 'all' | 'api' | 'worker';

/** Where the data lives. */
export type StorageConfig =
  | { readonly kind: 'postgres'; readonly databaseUrl: string; readonly secretKey: Uint8Array }
  | { readonly kind: 'embedded'; readonly dataDirectory: string; readonly secretKey: Uint8Array | undefined };

/** All settings of a server. */
export interface Config {
  readonly host: string;
  /** 0: the operating system picks one. */
  readonly port: number;
  /** How identity providers reach the server, without a slash at the end. Default: where it listens. */
  readonly publicUrl: string | undefined;
  readonly storage: StorageConfig;
  /** The first API key, chosen instead of random. */
  readonly apiKey: string | undefined;
  /** Webhooks may go to any address. */
  readonly allowPrivateWebhooks: boolean;
  /** Brings the schema up to date at the start. */
  readonly migrate: boolean;
  readonly eventRetentionDays: number;
  readonly role: Role;
  /** Requests per second of one directory's identity provider, in one process; undefined: without a limit. */
  readonly scimRateLimit: number | undefined;
  /** The same of one API key. */
  readonly apiRateLimit: number | undefined;
  /** Opens `/metrics`; undefined: nothing is counted. */
  readonly metricsToken: string | undefined;
  /** Undefined: nothing is traced. */
  readonly tracing: TracingConfig | undefined;
  readonly logLevel: LogLevel;
}

/** Where traces are sent, and which, by the standard variables of OpenTelemetry. */
export interface TracingConfig {
  readonly url: string;
  readonly sampler: SamplerName;
  /** Of the samplers by ratio: from 0 to 1. */
  readonly ratio: number;
}

export type LogLevel = (typeof logLevels)[number];

const logLevels = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;

/** A setting is wrong. The message is one line for whoever set it, and never holds a secret. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
}

/** An endpoint that fails is tried for five days; what it then goes on from must still be there. */
const shortestRetentionDays = 5;

interface Setting<Schema extends z.ZodType = z.ZodType> {
  readonly schema: Schema;
  readonly expected: string;
  /** Whether a wrong value is kept out of the message. */
  readonly isSecret: (text: string) => boolean;
}

function setting<Schema extends z.ZodType>(
  schema: Schema,
  expected: string,
  isSecret: Setting['isSecret'] = () => false,
): Setting<Schema> {
  return { schema, expected, isSecret };
}

const always = (): boolean => true;

const integer = (least: number, most: number) =>
  z
    .string()
    .regex(/^\d{1,9}$/)
    .transform(Number)
    .refine((value) => value >= least && value <= most);

const randomKey = 'at least 32 letters, digits and -._~+/ (a random key: openssl rand -hex 32)';

const rateLimit = setting(
  z.union([z.literal('off'), integer(1, 1_000_000)]),
  'a number of requests per second, or off',
);

const httpUrl = setting(z.url({ protocol: /^https?$/ }), 'an http or https URL', (text) =>
  text.includes('@'),
);

const settings = {
  PORT: setting(integer(0, 65_535), 'a port from 0 to 65535'),
  HOST: setting(z.string().regex(/^[a-z\d.:-]+$/i), 'a host name or an address'),
  DATABASE_URL: setting(
    z.string().regex(/^postgres(?:ql)?:\/\/\S+$/),
    'a URL like postgres://user@host/name',
    always,
  ),
  DIRSYNC_DATA_DIR: setting(z.string(), 'a directory'),
  DIRSYNC_PUBLIC_URL: setting(
    z.string().refine(isPublicUrl).transform(withoutSlashAtEnd),
    // Okta refuses a base URL with an underscore anywhere.
    'an http or https URL without an underscore, user name, query and fragment',
    (text) => text.includes('@'),
  ),
  DIRSYNC_API_KEY: setting(z.string().regex(apiKeyForm), randomKey, always),
  DIRSYNC_METRICS_TOKEN: setting(z.string().regex(apiKeyForm), randomKey, always),
  DIRSYNC_SECRET_KEY: setting(
    z.string().transform(decodeKey).pipe(z.instanceof(Uint8Array)),
    '32 bytes in base64 (a new key: openssl rand -base64 32)',
    always,
  ),
  DIRSYNC_ALLOW_PRIVATE_WEBHOOKS: setting(
    z.enum(['1', 'true', '0', 'false']).transform((value) => value === '1' || value === 'true'),
    '1 or 0',
  ),
  DIRSYNC_MIGRATE: setting(
    z.enum(['on', 'off']).transform((value) => value === 'on'),
    'on or off',
  ),
  DIRSYNC_EVENT_RETENTION_DAYS: setting(
    integer(shortestRetentionDays, 36_500),
    `a number of days, at least ${shortestRetentionDays}: that is how long webhooks are tried`,
  ),
  DIRSYNC_ROLE: setting(z.enum(['all', 'api', 'worker']), 'all, api or worker'),
  DIRSYNC_SCIM_RATE_LIMIT: rateLimit,
  DIRSYNC_API_RATE_LIMIT: rateLimit,
  OTEL_EXPORTER_OTLP_ENDPOINT: httpUrl,
  OTEL_EXPORTER_OTLP_TRACES_ENDPOINT: httpUrl,
  OTEL_TRACES_SAMPLER: setting(z.enum(samplerNames), `one of ${samplerNames.join(', ')}`),
  OTEL_TRACES_SAMPLER_ARG: setting(
    z
      .string()
      .regex(/^(0(\.\d+)?|1(\.0+)?)$/)
      .transform(Number),
    'a number from 0 to 1',
  ),
  LOG_LEVEL: setting(z.enum(logLevels), `one of ${logLevels.join(', ')}`),
};

/** Microsoft Entra plans with 25 requests a second. */
const defaultRateLimit = 200;

type Settings = typeof settings;
type Values = { [Name in keyof Settings]: z.output<Settings[Name]['schema']> | undefined };

/**
 * Reads the settings from environment variables; an empty one counts as absent.
 *
 * @throws ConfigError for a value that is wrong, one that is missing, and an unknown name that begins with `DIRSYNC_`.
 */
export function readConfig(env: Readonly<Record<string, string | undefined>>): Config {
  for (const name of Object.keys(env)) {
    if (name.startsWith('DIRSYNC_') && !Object.hasOwn(settings, name)) {
      throw new ConfigError(`${name} is not a setting; there are ${Object.keys(settings).join(', ')}.`);
    }
  }
  const values = readValues(env);
  const storage = storageOf(values);
  const { DIRSYNC_ROLE: role = 'all' } = values;
  if (storage.kind === 'embedded' && role !== 'all') {
    throw new ConfigError(
      `DIRSYNC_ROLE: expected all, got ${role}: the embedded database has one process, set DATABASE_URL for more.`,
    );
  }
  return {
    host: values.HOST ?? '127.0.0.1',
    port: values.PORT ?? 8080,
    publicUrl: values.DIRSYNC_PUBLIC_URL,
    storage,
    apiKey: values.DIRSYNC_API_KEY,
    allowPrivateWebhooks: values.DIRSYNC_ALLOW_PRIVATE_WEBHOOKS ?? false,
    migrate: values.DIRSYNC_MIGRATE ?? true,
    eventRetentionDays: values.DIRSYNC_EVENT_RETENTION_DAYS ?? 30,
    role,
    scimRateLimit: rateLimitOf(values.DIRSYNC_SCIM_RATE_LIMIT),
    apiRateLimit: rateLimitOf(values.DIRSYNC_API_RATE_LIMIT),
    metricsToken: values.DIRSYNC_METRICS_TOKEN,
    tracing: tracingOf(values),
    logLevel: values.LOG_LEVEL ?? 'info',
  };
}

function readValues(env: Readonly<Record<string, string | undefined>>): Values {
  const entries = Object.entries<Setting>(settings).map(([name, { schema, expected, isSecret }]) => {
    const text = env[name];
    if (text === undefined || text === '') return [name, undefined];
    const result = schema.safeParse(text);
    if (result.success) return [name, result.data];
    const got = isSecret(text) ? `${text.length} characters that are something else` : JSON.stringify(text);
    throw new ConfigError(`${name}: expected ${expected}, got ${got}.`);
  });
  // Each value has come out of the schema of its name.
  return Object.fromEntries(entries) as Values;
}

function storageOf(values: Values): StorageConfig {
  const { DATABASE_URL: databaseUrl, DIRSYNC_SECRET_KEY: secretKey } = values;
  if (databaseUrl === undefined) {
    return { kind: 'embedded', dataDirectory: values.DIRSYNC_DATA_DIR ?? '.dirsync', secretKey };
  }
  if (secretKey === undefined) {
    throw new ConfigError(
      `DIRSYNC_SECRET_KEY: expected ${settings.DIRSYNC_SECRET_KEY.expected}, got nothing: DATABASE_URL requires it.`,
    );
  }
  return { kind: 'postgres', databaseUrl, secretKey };
}

function tracingOf(values: Values): TracingConfig | undefined {
  const { OTEL_EXPORTER_OTLP_ENDPOINT: base, OTEL_EXPORTER_OTLP_TRACES_ENDPOINT: traces } = values;
  if (base === undefined && traces === undefined) return undefined;
  return {
    url: traces ?? `${withoutSlashAtEnd(base ?? '')}/v1/traces`,
    sampler: values.OTEL_TRACES_SAMPLER ?? 'parentbased_always_on',
    ratio: values.OTEL_TRACES_SAMPLER_ARG ?? 1,
  };
}

function rateLimitOf(value: number | 'off' = defaultRateLimit): number | undefined {
  return value === 'off' ? undefined : value;
}

function isPublicUrl(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, username, password, search, hash } = new URL(text);
  return /^https?:$/.test(protocol) && !username && !password && !search && !hash && !/[_?#\s]/.test(text);
}

function withoutSlashAtEnd(url: string): string {
  return url.replace(/\/+$/, '');
}

/** base64 or base64url, with or without padding. */
function decodeKey(text: string): Uint8Array | undefined {
  if (!/^[\w+/-]{43}=?$/.test(text)) return undefined;
  return Buffer.from(text, 'base64');
}
