export { ConfigError, readConfig } from './config.ts';
export type { Config, LogLevel, Role, StorageConfig } from './config.ts';
export { createDirsyncServer } from './dirsync-server.ts';
export type { DirsyncServer } from './dirsync-server.ts';
export type { CheckAnswer, Exchange } from './http/check-answers.ts';
export { startServer } from './server.ts';
export type { FirstSteps, RunningServer, ServerSeams } from './server.ts';
export { StartError } from './start-error.ts';
