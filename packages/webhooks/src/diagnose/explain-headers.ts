import type { WebhookVerificationError } from '../errors.ts';
import type { Finding } from './finding.ts';
import { headerOf, type Message } from './message.ts';

/** Says what is wrong with headers that do not even allow to check the signature. */
export function explainHeaders({ headers }: Message, { code, message }: WebhookVerificationError): Finding[] {
  if (headerOf(headers, 'svix-id') !== undefined && headerOf(headers, 'webhook-id') === undefined) {
    return [
      {
        reason: 'svix_headers',
        message:
          'The headers begin with svix-, so this is a webhook of a service that sends by Svix, and not of dirsync. Hand their values over as webhook-id, webhook-timestamp and webhook-signature to verify it.',
      },
    ];
  }
  if (code !== 'missing_header') {
    const hint =
      code === 'duplicate_header'
        ? 'something on the way added it a second time'
        : 'webhook-timestamp must be whole seconds, and came as something else';
    return [{ reason: 'header_wrong', message: `${message}: ${hint}.` }];
  }
  const names = ['webhook-id', 'webhook-timestamp', 'webhook-signature'];
  const missing = names.filter((name) => !headerOf(headers, name));
  return [
    {
      reason: 'header_missing',
      message: `${missing.join(', ')} did not come: ${
        missing.length === names.length
          ? 'this is not a webhook of dirsync, or the headers of another object were handed over'
          : 'something on the way took headers away'
      }.`,
    },
  ];
}
