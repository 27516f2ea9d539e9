import type { Bytes } from './crypto.ts';

/**
 * Takes the 32 bytes of an Ed25519 public key, unless everybody could sign for it: under one of the eight points of
 * small order a signature can be made without a private key. They are the roots of this polynomial in y², the curve
 * equation (RFC 8032 section 5.1) for the orders 1, 2, 4 and 8 multiplied out; so spellings that are not canonical
 * are found as well.
 */
export function toPublicKey(bytes: Bytes): Bytes | false {
  const little = bytes.reduceRight((sum, byte) => sum * 256n + BigInt(byte), 0n);
  // The top bit is the sign of x.
  const square = BigInt.asUintN(255, little) ** 2n;
  const isLargeOrder =
    (square * (square - 1n) * ((121665n * square - 243332n) * square + 121666n)) % (2n ** 255n - 19n);
  return bytes.length === 32 && !!isLargeOrder && bytes;
}
