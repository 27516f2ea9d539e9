import { randomFillSync } from 'node:crypto';
import { v7 as uuidV7 } from 'uuid';

const bytesOfId = 16;
/** Drawn for many ids at once: one draw for each costs several times what the rest of it does. */
const random = Buffer.alloc(256 * bytesOfId);
let drawn = random.length;

let msecs = 0;
let seq = 0;

/**
 * A UUID version 7 (RFC 9562 section 5.7) that sorts behind those made before it in this process, by the counter of section 6.2:
 * it begins anywhere in the lower half of 32 bits, in which nothing makes it overflow before the clock goes on.
 */
export function newId(): string {
  if (drawn === random.length) {
    randomFillSync(random);
    drawn = 0;
  }
  const bytes = random.subarray(drawn, (drawn += bytesOfId));
  const now = Date.now();
  if (now > msecs) {
    msecs = now;
    seq = bytes.readUInt32BE(6) >>> 1;
  } else {
    seq += 1;
  }
  return uuidV7({ random: bytes, msecs, seq });
}
