/** What keeps a server or a command from its work, in one line for whoever started it. */
export class StartError extends Error {
  override readonly name = 'StartError';
}
