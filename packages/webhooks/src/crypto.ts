/** Bytes on an `ArrayBuffer`, as Web Crypto wants them. */
export type Bytes = Uint8Array<ArrayBuffer>;

/** A result that Node has at once and Web Crypto later. */
type Awaitable<T> = T | Promise<T>;

/** The label of a signature: `v1` is HMAC-SHA256, `v1a` is Ed25519. */
export type Version = 'v1' | 'v1a';

/** Signs the text and the bytes behind it. The signature is standard base64 with padding, which every verifier takes. */
type Signer = (prefix: string, body: Bytes) => Awaitable<string>;

/** Says whether one of `signatures` is of these; each is base64 of as many bytes as the version's signatures have. */
export type Verifier = (prefix: string, body: Bytes, signatures: readonly string[]) => Awaitable<boolean>;

/** What `#crypto` offers: `crypto-node.ts` under the `node` condition, `crypto-web.ts` elsewhere. */
export interface CryptoBackend {
  /** The UTF-8 of a text. */
  readonly encode: (text: string) => Bytes;
  /** Signs with the shared secret (`v1`) or with the 32-byte seed (`v1a`). */
  readonly createSigner: (version: Version, key: Bytes) => Signer;
  /** Verifies with the shared secret (`v1`) or with the 32-byte public key (`v1a`). */
  readonly createVerifier: (version: Version, key: Bytes) => Verifier;
}
