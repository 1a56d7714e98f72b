/** A type for results: undefined stands for "not computed yet". */
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
