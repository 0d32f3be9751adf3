import { forgetKeptPerson } from './keep-page.ts';
import { pageBox } from './use-outbox.ts';

/** Nothing that somebody read may stay behind for the next at a shared desk. What waits to be sent stays: it is theirs, and goes when they come back. */
export async function forgetKept(): Promise<void> {
  await Promise.all([forgetKeptPerson(), pageBox().then((box) => box.forget())]).catch(() => undefined);
}
