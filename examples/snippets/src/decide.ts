import { createReceiver, Drop, RetryLater, Unsubscribe } from '@dirsync/webhooks';
import type { Receiver, WebhookSecrets } from '@dirsync/webhooks';

/** What the handlers below ask the product. */
export interface Product {
  isInMaintenance(): boolean;
  isShutDown(): boolean;
  knows(organizationId: string | null): boolean;
  suspend(userId: string): Promise<void>;
}

export function createDecidingReceiver(secrets: WebhookSecrets, product: Product): Receiver {
  return createReceiver({ secrets })
    .on('*', (event) => {
      if (product.isShutDown()) throw new Unsubscribe(); // 410: dirsync disables the endpoint
      if (product.isInMaintenance()) throw new RetryLater(60); // 503: again, in a minute at the earliest
      if ('organizationId' in event && !product.knows(event.organizationId)) throw new Drop(); // 204, and done
    })
    .on('user.deactivated', ({ data }) => product.suspend(data.user.id));
}
