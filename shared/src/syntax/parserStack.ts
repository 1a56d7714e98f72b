/**
 * How high the stack of xl's parser stands. Bison gives up at 10,000 entries ("memory exhausted", YYMAXDEPTH), so xl
 * refuses lists that are nested too deep. Each function gives the index of the topmost entry at its highest while the
 * step is taken; a list's base is the index after its `[` and the newlines that may follow it.
 */
export const HIGHEST_INDEX = 9998;

/** Beginning of the file, statements, name, `=`, `[`, newlines. */
export const OUTERMOST_BASE = 5;

/** The base of a list that is the first item of a list (`[` and newlines), or a later one (values, comma, newlines, too). */
export const nestedBase = (base: number, isFirst: boolean): number => base + (isFirst ? 2 : 5);

/** A plain item with the (possibly empty) newlines after it. */
export const afterItem = (base: number, isFirst: boolean): number => base + (isFirst ? 2 : 5);

/** A newline after an item. */
export const newlineAfterItem = (base: number, isFirst: boolean): number => afterItem(base, isFirst) + 1;

/** A newline where an item may follow: after `[`, or after a comma. */
export const newlineBeforeItem = (base: number, isFirst: boolean): number => base + (isFirst ? 1 : 4);

export const afterComma = (base: number): number => base + 3;

export const atClose = (base: number): number => base + 2;
