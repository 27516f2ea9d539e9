import type { operations } from '../generated/api.ts';

type OperationId = keyof operations;

/** The ids that an operation's path needs. */
export type PathOf<Id extends OperationId> = operations[Id]['parameters'] extends { path: infer Path }
  ? Path
  : unknown;

/** The filters of a list, and the ids that its path needs. */
export type ListQuery<Id extends OperationId> = NonNullable<operations[Id]['parameters']['query']> &
  PathOf<Id>;
