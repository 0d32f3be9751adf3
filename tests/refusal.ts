import { expect } from 'vitest';
import { Problem } from '../server/kernel/problem.ts';

/** The problem with which something is refused; it is an error if it is done, or fails in another way. */
export const refusal = (work: Promise<unknown>): Promise<Problem> =>
  work.then(
    () => expect.unreachable('this should have been refused'),
    (problem: unknown) => {
      if (!(problem instanceof Problem)) throw problem;
      return problem;
    },
  );
