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

/** A person, in the same shape for every identity provider. */
export type User<Attributes extends object = CustomAttributes> = WithAttributes<ContractUser, Attributes>;

/** A page of users. */
export type UserList<Attributes extends object = CustomAttributes> = WithAttributes<
  ContractUserList,
  Attributes
>;

/** An event of the log. Its `type` says what `data` holds. */
export type DirectoryEvent<Attributes extends object = CustomAttributes> = WithAttributes<
  ContractEvent,
  Attributes
>;

/** A page of events. */
export type EventList<Attributes extends object = CustomAttributes> = WithAttributes<
  ContractEventList,
  Attributes
>;
