import { toVerificationError } from './errors.ts';
import type { WebhookEvent } from './generated/events.ts';

/**
 * An event of a type that is newer than this version.
 *
 * Comparing `event.type` with a known type rules it out; what is left for the `default` of a `switch` is this.
 *
 * @example
 * ```ts
 * function report({ type, id }: UnknownWebhookEvent): void {
 *   console.info(`Update @dirsync/webhooks to handle ${type}, the type of ${id}.`);
 * }
 * receiver.unknown(report);
 * ```
 */
export interface UnknownWebhookEvent {
  /** The event's id, the key to recognise a repeated delivery by. */
  readonly id: string;
  /**
   * A type that this version does not know, as it came: `user.merged`, say.
   *
   * It is declared as a pattern that no type of event fits (none has a colon), because TypeScript lets a comparison
   * rule out a pattern and not a `string`, branded or plain.
   */
  readonly type: `unknown:${string}`;
  /** When it happened. */
  readonly timestamp: string;
  /** Its content. */
  readonly data: unknown;
}

// A record, so that a type which the contract gains or loses does not compile until it stands here or is gone.
const knownTypes: { readonly [type in WebhookEvent['type']]: 1 } = {
  'user.created': 1,
  'user.updated': 1,
  'user.deactivated': 1,
  'user.reactivated': 1,
  'user.deleted': 1,
  'group.created': 1,
  'group.updated': 1,
  'group.deleted': 1,
  'group.user_added': 1,
  'group.user_removed': 1,
  'group.group_added': 1,
  'group.group_removed': 1,
  'directory.activated': 1,
  'directory.held': 1,
  'directory.released': 1,
  'directory.deleted': 1,
  'endpoint.test': 1,
  'endpoint.disabled': 1,
};

/** Whether this version has types for the event. */
export function isKnown(event: WebhookEvent | UnknownWebhookEvent): event is WebhookEvent {
  return Object.hasOwn(knownTypes, event.type);
}

// It drops a byte order mark and refuses what is not UTF-8. Made once: that costs as much as decoding.
const decoder = /* @__PURE__ */ new TextDecoder('utf-8', { fatal: true });

/** Parses a verified body. */
export function parseEvent(body: Uint8Array): WebhookEvent | UnknownWebhookEvent {
  try {
    const event: WebhookEvent | UnknownWebhookEvent = JSON.parse(decoder.decode(body));
    // The sender's word that the rest has the shape which the contract gives this type: the signature is its seal.
    for (const text of [event.id, event.type]) if (typeof text !== 'string') throw new TypeError();
    return event;
  } catch (cause) {
    throw toVerificationError(cause, 'invalid_payload', 'no JSON of an event');
  }
}

/**
 * For the `default` of a `switch` over `event.type`: does nothing, and does not compile while a known type has no case.
 *
 * @example
 * ```ts
 * switch (event.type) {
 *   case 'user.created':
 *   case 'user.updated':
 *   case 'user.deactivated':
 *   case 'user.reactivated':
 *   case 'user.deleted':
 *     await invite(event.data.user.id);
 *     break;
 *   case 'group.created':
 *   case 'group.updated':
 *   case 'group.deleted':
 *   case 'group.user_added':
 *   case 'group.user_removed':
 *   case 'group.group_added':
 *   case 'group.group_removed':
 *     await refresh(event.data.group.id);
 *     break;
 *   case 'directory.activated':
 *   case 'directory.held':
 *   case 'directory.released':
 *   case 'directory.deleted':
 *   case 'endpoint.test':
 *   case 'endpoint.disabled':
 *     break;
 *   default:
 *     exhaustive(event);
 * }
 * ```
 */
export function exhaustive(_event: UnknownWebhookEvent): void {}
