/** Orders texts by their UTF-16 code units, whatever the locale. For sort(). */
export const compareTexts = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
