import { expect, test } from 'vitest';
import { ConfigError, readConfig } from './config.ts';

const key = Buffer.alloc(32, 7);
const secretKey = key.toString('base64');
const onPostgres = {
  DATABASE_URL: 'postgres://app:hunter2@db.example/dirsync',
  DIRSYNC_SECRET_KEY: secretKey,
};

function messageOf(env: Readonly<Record<string, string>>): string {
  try {
    readConfig(env);
  } catch (error) {
    if (error instanceof ConfigError) return error.message;
    throw error;
  }
  throw new Error('Expected a ConfigError.');
}

test('without settings everything runs in one process on the embedded database, reachable from this machine', () => {
  expect(readConfig({})).toEqual({
    host: '127.0.0.1',
    port: 8080,
    publicUrl: undefined,
    storage: { kind: 'embedded', dataDirectory: '.dirsync', secretKey: undefined },
    apiKey: undefined,
    allowPrivateWebhooks: false,
    migrate: true,
    eventRetentionDays: 30,
    role: 'all',
    scimRateLimit: 200,
    apiRateLimit: 200,
    metricsToken: undefined,
    tracing: undefined,
    logLevel: 'info',
  });
});

test('reads every setting', () => {
  const apiKey = 'k'.repeat(32);
  const env = {
    ...onPostgres,
    PORT: '0',
    HOST: '::',
    DIRSYNC_PUBLIC_URL: 'https://scim.example/base/',
    DIRSYNC_API_KEY: apiKey,
    DIRSYNC_ALLOW_PRIVATE_WEBHOOKS: '1',
    DIRSYNC_MIGRATE: 'off',
    DIRSYNC_EVENT_RETENTION_DAYS: '5',
    DIRSYNC_ROLE: 'worker',
    DIRSYNC_SCIM_RATE_LIMIT: '50',
    DIRSYNC_API_RATE_LIMIT: 'off',
    DIRSYNC_METRICS_TOKEN: 'm'.repeat(32),
    OTEL_EXPORTER_OTLP_ENDPOINT: 'http://collector.example:4318/',
    OTEL_TRACES_SAMPLER: 'parentbased_traceidratio',
    OTEL_TRACES_SAMPLER_ARG: '0.25',
    LOG_LEVEL: 'warn',
    PATH: '/bin',
  };
  expect(readConfig(env)).toEqual({
    host: '::',
    port: 0,
    publicUrl: 'https://scim.example/base',
    storage: { kind: 'postgres', databaseUrl: env.DATABASE_URL, secretKey: key },
    apiKey,
    allowPrivateWebhooks: true,
    migrate: false,
    eventRetentionDays: 5,
    role: 'worker',
    scimRateLimit: 50,
    apiRateLimit: undefined,
    metricsToken: 'm'.repeat(32),
    tracing: {
      url: 'http://collector.example:4318/v1/traces',
      sampler: 'parentbased_traceidratio',
      ratio: 0.25,
    },
    logLevel: 'warn',
  });
});

test('an empty variable counts as absent', () => {
  expect(readConfig({ PORT: '', DATABASE_URL: '', DIRSYNC_DATA_DIR: '', LOG_LEVEL: '' })).toEqual(
    readConfig({}),
  );
});

test.each([secretKey, key.toString('base64url'), Buffer.alloc(32, 255).toString('base64url')])(
  'takes the secret key %s in either base64',
  (text) => {
    expect(readConfig({ DIRSYNC_SECRET_KEY: text }).storage.secretKey).toEqual(Buffer.from(text, 'base64'));
  },
);

test.each([
  [{ PORT: '65536' }, 'PORT: expected a port from 0 to 65535, got "65536".'],
  [{ PORT: 'http' }, 'PORT: expected a port from 0 to 65535, got "http".'],
  [{ PORT: '80.5' }, 'PORT: expected a port from 0 to 65535, got "80.5".'],
  [{ HOST: 'my_host' }, 'HOST: expected a host name or an address, got "my_host".'],
  [{ DIRSYNC_MIGRATE: 'no' }, 'DIRSYNC_MIGRATE: expected on or off, got "no".'],
  [{ DIRSYNC_ALLOW_PRIVATE_WEBHOOKS: 'yes' }, 'DIRSYNC_ALLOW_PRIVATE_WEBHOOKS: expected 1 or 0, got "yes".'],
  [{ DIRSYNC_ROLE: 'relay' }, 'DIRSYNC_ROLE: expected all, api or worker, got "relay".'],
  [{ LOG_LEVEL: 'verbose' }, /^LOG_LEVEL: expected one of fatal, .*, silent, got "verbose"\.$/],
  [{ DIRSYNC_API_RATE_LIMIT: '0' }, /^DIRSYNC_API_RATE_LIMIT: expected a number .*, or off, got "0"\.$/],
  [
    { OTEL_EXPORTER_OTLP_ENDPOINT: 'collector' },
    /^OTEL_EXPORTER_OTLP_ENDPOINT: expected an http or https URL/,
  ],
  [{ OTEL_TRACES_SAMPLER: 'xray' }, /^OTEL_TRACES_SAMPLER: expected one of always_on, .*, got "xray"\.$/],
  [{ OTEL_TRACES_SAMPLER_ARG: '2' }, /^OTEL_TRACES_SAMPLER_ARG: expected a number from 0 to 1, got "2"\.$/],
  [
    { DIRSYNC_EVENT_RETENTION_DAYS: '4' },
    /^DIRSYNC_EVENT_RETENTION_DAYS: expected .* at least 5.*, got "4"\.$/,
  ],
  [
    { DIRSYNC_PUBLIC_URL: 'https://my_host.example' },
    /^DIRSYNC_PUBLIC_URL: .* underscore.*"https:\/\/my_host/,
  ],
  [{ DIRSYNC_PUBLIC_URL: 'https://a.example/my_path' }, /^DIRSYNC_PUBLIC_URL: .* underscore/],
  [{ DIRSYNC_PUBLIC_URL: 'https://a.example/?x=1' }, /^DIRSYNC_PUBLIC_URL: .* query/],
  [{ DIRSYNC_PUBLIC_URL: 'ftp://a.example' }, /^DIRSYNC_PUBLIC_URL: expected an http or https URL/],
  [{ DIRSYNC_PUBLIC_URL: 'a.example' }, /^DIRSYNC_PUBLIC_URL: expected an http or https URL/],
  [{ DIRSYNC_ROLE: 'api' }, /^DIRSYNC_ROLE: expected all, got api: .* set DATABASE_URL/],
  [{ DIRSYNC_DATADIR: 'x' }, /^DIRSYNC_DATADIR is not a setting; there are PORT, .*DIRSYNC_DATA_DIR/],
  [{ DATABASE_URL: onPostgres.DATABASE_URL }, /^DIRSYNC_SECRET_KEY: expected 32 bytes .* got nothing/],
])('refuses %j in one line that says what was expected', (env, message) => {
  expect(messageOf(env)).toMatch(message);
  expect(messageOf(env)).not.toContain('\n');
});

test.each([
  { DATABASE_URL: 'mysql://app:hunter2@db.example/dirsync' },
  { DIRSYNC_PUBLIC_URL: 'https://app:hunter2@a.example' },
  { DIRSYNC_API_KEY: 'hunter2' },
  { DIRSYNC_METRICS_TOKEN: 'hunter2' },
  { DIRSYNC_SECRET_KEY: 'hunter2' },
  { DIRSYNC_SECRET_KEY: `hunter2${secretKey}` },
])('a refusal of %j does not show the secret', (env) => {
  const [name] = Object.keys(env);
  expect(messageOf(env)).toContain(`${name}: expected`);
  expect(messageOf(env)).not.toContain('hunter2');
});
