/** A district is named by its GB/T 2260 code: six digits, e.g. 110112. */
export const isDistrict = (text: string): boolean => /^[0-9]{6}$/.test(text);
