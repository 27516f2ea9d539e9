import { NotFoundError } from '@dirsync/client';
import type { Dirsync } from '@dirsync/client';

/** How many people of a customer may sign in; undefined when the customer has no directory any more. */
export async function countSeats(dirsync: Dirsync, directoryId: string): Promise<number | undefined> {
  let seats = 0;
  try {
    for await (const user of dirsync.users.list({ directoryId, active: true })) seats += user.email ? 1 : 0;
    return seats;
  } catch (error) {
    if (error instanceof NotFoundError) return undefined;
    throw error;
  }
}
