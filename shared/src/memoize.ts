/** A type for results: undefined means "not computed yet". */
type Result = NonNullable<unknown> | null;

/**
 * The function, computed at most once for each object. A result is kept for as long as its object lives.
 *
 * @param compute must not depend on anything that changes while the object lives
 */
export function memoizeByObject<Key extends object, Value extends Result>(
  compute: (key: Key) => Value,
): (key: Key) => Value {
  const results = new WeakMap<Key, Value>();
  return (key) => {
    const known = results.get(key);
    if (known !== undefined) return known;
    const result = compute(key);
    results.set(key, result);
    return result;
  };
}

/**
 * The function of an object and of a context that seldom changes, such as the version of Xen: the result for the last
 * context is kept for as long as the object lives.
 *
 * @param isSame whether two contexts are the same to `compute`
 */
export function memoizeInContext<Key extends object, Context, Value>(
  compute: (key: Key, context: Context) => Value,
  isSame: (a: Context, b: Context) => boolean,
): (key: Key, context: Context) => Value {
  const results = new WeakMap<Key, { readonly context: Context; readonly value: Value }>();
  return (key, context) => {
    const known = results.get(key);
    if (known && isSame(known.context, context)) return known.value;
    const value = compute(key, context);
    results.set(key, { context, value });
    return value;
  };
}

/** The function, computed once for each text. For texts of which there are few, such as those of the schema. */
export function memoizeByText<Value extends Result>(compute: (key: string) => Value): (key: string) => Value {
  const results = new Map<string, Value>();
  return (key) => {
    const known = results.get(key);
    if (known !== undefined) return known;
    const value = compute(key);
    results.set(key, value);
    return value;
  };
}
