import type { Module } from '../../kernel/module.ts';
import { beginDelivery, deliverJob, endDelivery } from './deliver.ts';
import { failedTask, list } from './list.ts';
import { retry } from './retry.ts';
import { words } from './words.ts';

/** Messages to people: their way out, and the system administrator's page about them. Writing one is the kernel's (`services.notify`). */
export const messages: Module = {
  name: 'messages',
  commands: [retry, beginDelivery, endDelivery],
  queries: [list],
  jobs: [deliverJob],
  tasks: failedTask,
  words,
};
