import type { components } from '../generated/api.ts';

/** The name of something that identity providers send beside RFC 7643 and 7644: see docs/leniences.md. */
export type Lenience = components['schemas']['Lenience'];

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

/** The mode of one request; in compat mode `onUse` is told each lenience that the request needs, once. */
export function createMode(name: ScimMode['name'], onUse: (lenience: Lenience) => void): ScimMode {
  if (name === 'strict') return strict;
  const used = new Set<Lenience>();
  return {
    name,
    accepts(lenience) {
      if (!used.has(lenience)) {
        used.add(lenience);
        onUse(lenience);
      }
      return true;
    },
  };
}
