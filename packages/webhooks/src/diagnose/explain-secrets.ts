import { WebhookVerificationError } from '../errors.ts';
import { createMessageVerifier, type VerifyOptions } from '../verify.ts';
import type { Finding } from './finding.ts';

/** Says which of the secrets are none; nothing when all are. */
export function explainSecrets(secrets: VerifyOptions['secrets']): readonly Finding[] {
  const given = secrets.filter(Boolean);
  if (given.length === 0) {
    const message = 'There is no secret: is the environment variable set for this process?';
    return [{ reason: 'secret_missing', message }];
  }
  const findings: Finding[] = [];
  for (const [index, secret] of given.entries()) {
    if (isSecret(secret)) continue;
    findings.push({
      reason: 'secret_not_one',
      message: `Secret ${index + 1} of ${given.length} ${faultOf(secret)}.`,
    });
  }
  if (findings.length === 0 && given.length > 10) {
    findings.push({
      reason: 'secret_not_one',
      message: `There are ${given.length} secrets, and 10 are the most.`,
    });
  }
  return findings;
}

function isSecret(secret: VerifyOptions['secrets'][number]): boolean {
  try {
    createMessageVerifier({ secrets: [secret] });
    return true;
  } catch (error) {
    if (error instanceof WebhookVerificationError) return false;
    throw error;
  }
}

/** What is wrong with it, without a character of it. */
function faultOf(secret: unknown): string {
  if (typeof secret !== 'string') return 'is neither a text nor { raw } with bytes';
  const text = secret.trim();
  if (/^['"].*['"]$/.test(text)) return 'stands in quotation marks: take them away';
  if (text.startsWith('dsk_'))
    return 'is an API key of dirsync; the secret of the endpoint begins with whsec_';
  if (text.startsWith('dst_'))
    return 'is a SCIM token of dirsync; the secret of the endpoint begins with whsec_';
  if (text.startsWith('whsk_'))
    return 'is a private key, which only the sender has; the public one begins with whpk_';
  if (text.startsWith('whpk_')) return 'is no Ed25519 public key: 32 bytes, or 44 as SPKI, in base64';
  if (text.startsWith('whsec_')) return 'has no base64 behind whsec_: was it cut off?';
  return 'does not begin with whsec_ or whpk_; bytes without a prefix are given as { raw }';
}
