/**
 * Type guards for request parameters. Stricter than those of vscode-languageserver-types, which accept positions such
 * as 1.5, and some of which throw on null.
 */
import type { FormattingOptions, Position, Range } from 'vscode-languageserver';
import { isObject } from '../guards.ts';

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

export const hasUri = (value: unknown): value is { readonly uri: string } =>
  isObject(value) && typeof value.uri === 'string';

/** Versions of documents are integers, and may be negative. */
export const hasVersion = (value: unknown): value is { readonly version: number } =>
  isObject(value) && Number.isInteger(value.version);
