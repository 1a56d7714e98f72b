/** How libxl prints what a string describes (libxl_types.idl of Xen 4.17 to 4.22). */

/** Names in their order, and below each of them those of the objects in it. */
export interface KeyOrder {
  readonly [name: string]: KeyOrder;
}

/** Null: xl takes the value from memory that it has not set, so it is another one each time. */
export type JsonValue = string | number | boolean | null | readonly JsonObject[] | JsonObject;

/** What is absent, or undefined, is not printed. */
export interface JsonObject {
  readonly [name: string]: JsonValue | undefined;
}

/** Names between blanks, those in `inner` with their own objects. */
export const keyOrder = (names: string, inner: KeyOrder = {}): KeyOrder =>
  Object.fromEntries(names.split(' ').map((name) => [name, inner[name] ?? {}]));
