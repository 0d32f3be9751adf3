/** Yuan with at most two decimals: no sum is rounded unseen. */
export const isMoney = (yuan: number): boolean => yuan >= 0 && Math.abs(yuan * 100 - Math.round(yuan * 100)) < 1e-6;
