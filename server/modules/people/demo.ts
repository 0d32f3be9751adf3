import { system } from '../../kernel/actor/actor.ts';
import { execute, type Kernel } from '../../kernel/command/run.ts';
import { inDistrict } from '../../kernel/database/transaction.ts';
import { addDemoAccount } from './commands/first-accounts.ts';
import { demoAccounts, demoAccountsShown } from './demo-accounts.ts';

/** Where the demonstration's liaison, street and station officers and specialist work: a unit's code and three division codes of the district. */
export type DemoPlaces = { readonly unit: string; readonly town: string; readonly village: string; readonly otherTown: string };

/**
 * Opens the demonstration accounts, through the real command; safe to repeat. Throws forbidden in production. Answers what the
 * start's message shows.
 */
export async function establishDemoAccounts(
  kernel: Kernel,
  district: string,
  places: DemoPlaces,
): Promise<typeof demoAccountsShown> {
  const present = await inDistrict(
    kernel.database,
    district,
    async ({ client }) =>
      (
        await client.query<{ user_name: string }>(
          'SELECT u.user_name FROM "user" u JOIN staff f ON f.account = u.id AND f.district = $1 WHERE u.is_demo',
          [district],
        )
      ).rows.map((row) => row.user_name),
    'read',
  );
  for (const { userName, role, name, isElsewhere } of demoAccounts) {
    if (present.includes(userName)) continue;
    const place =
      role === 'liaison'
        ? { unit: places.unit }
        : role === 'street-officer' || role === 'station-officer'
          ? { area: isElsewhere ? places.otherTown : places.town }
          : role === 'specialist'
            ? { area: places.village }
            : {};
    await execute(kernel, addDemoAccount, { userName, name: name.zh, role, ...place }, { district, actor: system('demo') });
  }
  return demoAccountsShown;
}
