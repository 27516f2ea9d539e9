import type { Lenience } from './leniences.ts';

/**
 * How a directory reads requests: compat mode also takes what identity providers send beside the RFC, strict mode only
 * what the RFC says.
 */
export interface ScimMode {
  readonly name: 'compat' | 'strict';
  /** Whether the directory takes this. A yes may be counted, so only ask about what the request really does. */
  accepts(lenience: Lenience): boolean;
}

/** Takes every lenience and counts none. */
export const compat: ScimMode = { name: 'compat', accepts: () => true };

/** Takes no lenience. */
export const strict: ScimMode = { name: 'strict', accepts: () => false };
