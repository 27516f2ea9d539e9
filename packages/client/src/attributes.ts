import type {
  CustomAttributes,
  Event as ContractEvent,
  EventList as ContractEventList,
  User as ContractUser,
  UserList as ContractUserList,
} from './generated/api.ts';

/** `Shape` with `Attributes` wherever the contract has `customAttributes`. */
type WithAttributes<Shape, Attributes extends object> =
  // Without a type of one's own it is the shape itself, whose name stays readable.
  IsSame<Attributes, CustomAttributes> extends true ? Shape : Replaced<Shape, Attributes>;

type Replaced<Shape, Attributes extends object> = Shape extends object
  ? {
      [Key in keyof Shape]: Key extends 'customAttributes'
        ? Attributes | Extract<Shape[Key], undefined>
        : Replaced<Shape[Key], Attributes>;
    }
  : Shape;

// Assignable in both directions is not enough: attributes that are all optional are, too.
type IsSame<A, B> =
  (<T>() => T extends A ? true : false) extends <T>() => T extends B ? true : false ? true : false;

/**
 * A person, in the same shape for every identity provider.
 *
 * @example
 * ```ts
 * interface Attributes {
 *   readonly 'urn:acme:2.0:User'?: { readonly badge?: string };
 * }
 * const badgeOf = ({ customAttributes }: User<Attributes>): string | undefined =>
 *   customAttributes['urn:acme:2.0:User']?.badge;
 *
 * const dirsync = createDirsync<Attributes>({ apiKey, baseUrl });
 * console.log(badgeOf(await dirsync.users.get({ directoryId, userId })));
 * ```
 */
export type User<Attributes extends object = CustomAttributes> = WithAttributes<ContractUser, Attributes>;

/**
 * A page of users.
 *
 * @example
 * ```ts
 * const { data, eventCursor }: UserList = await dirsync.users.list({ directoryId });
 * console.log(`${data.length} people; events behind ${eventCursor} bring what changes from now on.`);
 * ```
 */
export type UserList<Attributes extends object = CustomAttributes> = WithAttributes<
  ContractUserList,
  Attributes
>;

/**
 * An event of the log. Each has `id`, `type`, `timestamp`, `sequence`, `directoryId`, `organizationId` and `data`, and
 * `type` says what `data` holds: a user or group without `raw`, and when it changed the old values of the fields that did.
 *
 * @example
 * ```ts
 * async function onEvent(event: DirectoryEvent): Promise<void> {
 *   switch (event.type) {
 *     case 'user.deactivated':
 *       return suspend(event.data.user.id);
 *     case 'group.user_added':
 *       return refreshGroup(event.data.group.id);
 *   }
 * }
 * await dirsync.events.consume({ cursorStore, handler: onEvent, signal });
 * ```
 */
export type DirectoryEvent<Attributes extends object = CustomAttributes> = WithAttributes<
  ContractEvent,
  Attributes
>;

/**
 * A page of events.
 *
 * @example
 * ```ts
 * const typesOf = ({ data }: EventList): readonly string[] => data.map(({ type }) => type);
 * console.log(typesOf(await dirsync.events.list({ directoryId, limit: 50 })));
 * ```
 */
export type EventList<Attributes extends object = CustomAttributes> = WithAttributes<
  ContractEventList,
  Attributes
>;
