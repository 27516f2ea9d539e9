/**
 * How a directory reads requests: `compat` also takes what identity providers send beside the RFC, `strict` only
 * what the RFC says.
 */
export type ScimMode = 'compat' | 'strict';
