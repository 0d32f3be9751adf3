import type { Module } from '../../kernel/module.ts';
import { signInRoutes } from './sign-in/routes.ts';
import { words } from './words.ts';

export { createPeople, type PeopleService } from './service.ts';

/** Staff, their roles, programs that call the interface, and how they all sign in. */
export const people: Module = {
  name: 'people',
  words,
  routes: signInRoutes,
};
