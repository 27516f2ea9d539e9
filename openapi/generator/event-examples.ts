import { resolve } from './document.ts';
import type { Contract, Operation, Reference, RequestBody } from './document.ts';
import { header } from './types.ts';

interface Example {
  readonly value: unknown;
}

interface MediaType {
  readonly examples: { readonly event: Example | Reference };
}

/** The example of each event, for tests of receivers; that it is of its type is for the compiler to say. */
export function eventExamples(contract: Contract): string {
  const entries = Object.entries(contract.webhooks).map(([type, item]) => {
    // The linter has checked that each webhook has a body with an example.
    const { content } = (item['post'] as Operation).requestBody as RequestBody;
    const { examples } = content['application/json'] as MediaType;
    return [type, resolve<Example>(contract, examples.event).value];
  });
  return `${header}import type { WebhookEvent } from './events.ts';

export const eventExamples: { readonly [Type in WebhookEvent['type']]: Extract<WebhookEvent, { type: Type }> } = ${JSON.stringify(Object.fromEntries(entries), null, 2)};
`;
}
