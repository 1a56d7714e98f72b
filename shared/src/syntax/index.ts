export * from './ast.ts';
export type { ParseError, ParseErrorCode } from './errors.ts';
export { parseConfig } from './parser.ts';
export type { Encoding } from './scanner.ts';
export { decodedOffset, encodeString, type StringContent, sourceSpan } from './stringContent.ts';
