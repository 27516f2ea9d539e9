import type { Target } from '../store/delivery-targets.ts';
import type { SecretBox } from './secret-box.ts';

/**
 * The keys that a webhook is signed with: of each version that the endpoint wants the current one, and the previous
 * one while their rotation overlaps.
 */
export function signingKeys(target: Omit<Target, 'url'>, secretBox: SecretBox): readonly string[] {
  const { endpointId, signatures } = target;
  const boxes = [
    ...(signatures.includes('v1') ? [target.secretEncrypted, target.previousSecretEncrypted] : []),
    ...(signatures.includes('v1a') ? [target.privateKeyEncrypted, target.previousPrivateKeyEncrypted] : []),
  ];
  return boxes.filter((box) => box !== null).map((box) => secretBox.decrypt(box, endpointId));
}
