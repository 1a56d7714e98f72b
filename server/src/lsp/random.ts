/** Random bytes that cannot be guessed, from the Web Crypto API, which Node and browsers share. */
export const random = (count: number): Uint8Array => crypto.getRandomValues(new Uint8Array(count));
