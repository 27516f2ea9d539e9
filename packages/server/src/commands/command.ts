/** What a command gets from the process that runs it. */
export interface CommandContext {
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Standard output: what was asked for. */
  readonly print: (line: string) => void;
  /** Standard error: what is said about it. */
  readonly explain: (line: string) => void;
}

/** The arguments are wrong; the message is one line. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}
