/** Adds a parameter to a statement and answers its place, such as `$3`. */
export type Bind = (value: unknown) => string;

/** One condition of a search, or several at once. In its text `$1` is the directory's id. */
export interface Condition {
  write(bind: Bind): string;
  /** Whether its text is one of few, so that statements with it are worth keeping prepared. */
  readonly isCommon: boolean;
}

/** A condition whose text is always the same. */
export function commonCondition(write: (bind: Bind) => string): Condition {
  return { write, isCommon: true };
}

/** A condition that no row fulfils. */
export const nothing: Condition = commonCondition(() => 'false');
