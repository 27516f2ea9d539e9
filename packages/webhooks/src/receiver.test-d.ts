import { expectTypeOf } from 'vitest';
import {
  createReceiver,
  exhaustive,
  type EventOf,
  type GroupUserAddedEvent,
  type UnknownWebhookEvent,
  type UserDeactivatedEvent,
  type UserDeletedEvent,
  verify,
  type WebhookEvent,
} from './index.ts';

const receiver = createReceiver({ secrets: [process.env['NEW_SECRET'], process.env['OLD_SECRET']] });

// A receiver is a fetch handler.
expectTypeOf(receiver).toExtend<(request: Request) => Promise<Response>>();

receiver
  .on('user.deactivated', (event) => expectTypeOf(event).toEqualTypeOf<UserDeactivatedEvent>())
  .on('group.user_added', async ({ data }) => expectTypeOf(data).toEqualTypeOf<GroupUserAddedEvent['data']>())
  .on('user.*', (event) => {
    expectTypeOf(event.type).toEqualTypeOf<
      'user.created' | 'user.updated' | 'user.deactivated' | 'user.reactivated' | 'user.deleted'
    >();
    expectTypeOf(event.data.user.id).toEqualTypeOf<string>();
    if (event.type === 'user.deleted') expectTypeOf(event).toEqualTypeOf<UserDeletedEvent>();
  })
  .on('group.*', (event) => expectTypeOf(event.data.group.id).toEqualTypeOf<string>())
  .on('*', (event) => expectTypeOf(event).toEqualTypeOf<WebhookEvent>())
  .unknown((event) => expectTypeOf(event).toEqualTypeOf<UnknownWebhookEvent>());

expectTypeOf<EventOf<'endpoint.*'>['type']>().toEqualTypeOf<'endpoint.test' | 'endpoint.disabled'>();

// @ts-expect-error a type that the contract does not have
receiver.on('user.activated', () => undefined);
// @ts-expect-error a resource that the contract does not have
receiver.on('team.*', () => undefined);
// @ts-expect-error a parsed body
void verify({ headers: {}, body: { type: 'user.created' } }, { secrets: [] });

declare const event: WebhookEvent | UnknownWebhookEvent;

// @ts-expect-error of an unknown event nothing is known
void event.data.user;

switch (event.type) {
  case 'user.created':
    expectTypeOf(event.data.user.email).toEqualTypeOf<string | null>();
    break;
  default:
    // @ts-expect-error there are known types without a case
    exhaustive(event);
}

if (!event.type.startsWith('user.')) expectTypeOf(event).toEqualTypeOf<WebhookEvent | UnknownWebhookEvent>();
