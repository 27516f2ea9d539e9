import type { ClaimedDelivery } from '../store/delivery-claims.ts';
import type { SecretBox } from './secret-box.ts';

type Keys = Pick<
  ClaimedDelivery,
  | 'endpointId'
  | 'signatures'
  | 'secretEncrypted'
  | 'previousSecretEncrypted'
  | 'privateKeyEncrypted'
  | 'previousPrivateKeyEncrypted'
>;

/**
 * The keys that a webhook is signed with: of each version that the endpoint wants the current one, and the previous
 * one while their rotation overlaps.
 */
export function signingKeys(delivery: Keys, secretBox: SecretBox): readonly string[] {
  const { endpointId, signatures } = delivery;
  const boxes = [
    ...(signatures.includes('v1') ? [delivery.secretEncrypted, delivery.previousSecretEncrypted] : []),
    ...(signatures.includes('v1a')
      ? [delivery.privateKeyEncrypted, delivery.previousPrivateKeyEncrypted]
      : []),
  ];
  return boxes.filter((box) => box !== null).map((box) => secretBox.decrypt(box, endpointId));
}
