/** Shares and ranks of two groups of people, in standard errors: how far apart they are beside what chance would bring. */

/** How often it was so for one person, of how many times. */
export type Share = { readonly yes: number; readonly times: number };

export const shareOf = (people: readonly Share[]): number =>
  people.reduce((sum, { yes }) => sum + yes, 0) / people.reduce((sum, { times }) => sum + times, 0);

/**
 * Two shares. A person counts as one, however many mornings they came: mornings of one person are alike. The larger of two standard errors is
 * taken, that of the plain test of two proportions and that between persons. Nought where nothing varies.
 */
export function betweenShares(one: readonly Share[], other: readonly Share[]): number {
  const [first, second] = [shareOf(one), shareOf(other)];
  const times = (people: readonly Share[]) => people.reduce((sum, person) => sum + person.times, 0);
  const pooled = shareOf([...one, ...other]);
  const plain = pooled * (1 - pooled) * (1 / times(one) + 1 / times(other));
  const between = (people: readonly Share[], share: number) =>
    people.reduce((sum, { yes, times: count }) => sum + (yes - share * count) ** 2, 0) / times(people) ** 2;
  const error = Math.sqrt(Math.max(plain, between(one, first) + between(other, second)));
  return error > 0 ? (first - second) / error : 0;
}

/** Whether values of one group tend to be higher (Mann and Whitney, with ties), by the normal approximation; nought where all are equal. */
export function betweenRanks(one: readonly number[], other: readonly number[]): number {
  const all = [...one.map((value) => ({ value, isOne: true })), ...other.map((value) => ({ value, isOne: false }))];
  all.sort((a, b) => a.value - b.value);
  let ranks = 0;
  let ties = 0;
  for (let begin = 0; begin < all.length; ) {
    let end = begin;
    while (end < all.length && all[end]?.value === all[begin]?.value) end += 1;
    const mean = (begin + 1 + end) / 2;
    for (let at = begin; at < end; at += 1) if (all[at]?.isOne) ranks += mean;
    ties += (end - begin) ** 3 - (end - begin);
    begin = end;
  }
  const [n, m, count] = [one.length, other.length, all.length];
  const variance = ((n * m) / 12) * (count + 1 - ties / (count * (count - 1)));
  return variance > 0 ? (ranks - (n * (n + 1)) / 2 - (n * m) / 2) / Math.sqrt(variance) : 0;
}
