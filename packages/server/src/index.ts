export { ConfigError, readConfig } from './config.ts';
export type { Config, LogLevel, Role, StorageConfig } from './config.ts';
export type { CheckAnswer, Exchange } from './http/check-answers.ts';
export { startServer } from './server.ts';
export type { FirstSteps, RunningServer, ServerSeams } from './server.ts';
export { StartError } from './start-error.ts';
