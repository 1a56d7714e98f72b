/**
 * Whether what a client sends is what the protocol says. The library's own tests take places such as 1.5 for whole
 * numbers, and some of them throw where there is nothing.
 */
import type { FormattingOptions, Position, Range } from 'vscode-languageserver';

export const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The largest `uinteger` of the protocol. */
const MAX_UINTEGER = 2 ** 31 - 1;

const isUinteger = (value: unknown): value is number =>
  typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= MAX_UINTEGER;

export const isPosition = (value: unknown): value is Position =>
  isObject(value) && isUinteger(value.line) && isUinteger(value.character);

export const isRange = (value: unknown): value is Range =>
  isObject(value) && isPosition(value.start) && isPosition(value.end);

export const isFormattingOptions = (value: unknown): value is FormattingOptions =>
  isObject(value) && isUinteger(value.tabSize) && typeof value.insertSpaces === 'boolean';

export const isStringArray = (value: unknown): value is string[] =>
  Array.isArray(value) && value.every((one) => typeof one === 'string');

/** Whether it has the URI of a document. */
export const hasUri = (value: unknown): value is { readonly uri: string } =>
  isObject(value) && typeof value.uri === 'string';

/** Whether it names a version of a document: integers may be negative. */
export const hasVersion = (value: unknown): value is { readonly version: number } =>
  isObject(value) && Number.isInteger(value.version);
