import type { Visit } from '../../portal/module.ts';

/** Whether whoever reads manages the employer: what only managers may do is not shown to a foreman. */
export const isManager = ({ resident }: Visit, employer: string): boolean =>
  resident?.employers.some((grant) => grant.employer === employer && grant.as === 'manager') ?? false;
