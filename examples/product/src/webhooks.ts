import { createReceiver } from '@dirsync/webhooks';
import type { Receiver, WebhookEvent } from '@dirsync/webhooks';
import type { Store } from './store.ts';

/** Makes the receiver: what each event means to the product's own tables. */
export function createEventReceiver(secret: string, store: Store): Receiver {
  const once =
    <Event extends WebhookEvent>(change: (event: Event) => void) =>
    (event: Event): void =>
      store.once(event, () => change(event));

  return (
    createReceiver({ secrets: [secret] })
      .on(
        'user.created',
        once(({ data }) => store.saveUser(data.user)),
      )
      .on(
        'user.updated',
        once(({ data }) => store.saveUser(data.user)),
      )
      // A real product also ends the sessions of this person.
      .on(
        'user.deactivated',
        once(({ data }) => store.saveUser(data.user)),
      )
      .on(
        'user.reactivated',
        once(({ data }) => store.saveUser(data.user)),
      )
      .on(
        'user.deleted',
        once(({ data }) => store.removeUser(data.user.id)),
      )
      .on(
        'group.created',
        once(({ data }) => store.saveGroup(data.group)),
      )
      .on(
        'group.updated',
        once(({ data }) => store.saveGroup(data.group)),
      )
      // Its memberships go with it, without events of their own.
      .on(
        'group.deleted',
        once(({ data }) => store.removeGroup(data.group.id)),
      )
      .on(
        'group.user_added',
        once(({ data, directoryId }) => store.addMember(directoryId, data.group.id, data.user.id)),
      )
      .on(
        'group.user_removed',
        once(({ data }) => store.removeMember(data.group.id, data.user.id)),
      )
      .on(
        'directory.activated',
        once(({ directoryId }) => store.markConnected(directoryId)),
      )
      .on(
        'directory.deleted',
        once(({ directoryId }) => store.removeDirectory(directoryId)),
      )
  );
}
