/** The source of a script that sets a global to a text, for pages that may not connect to anything. */
export const scriptWith = (name: string, value: string): string =>
  `globalThis.${name} = ${JSON.stringify(value)};\n`;
