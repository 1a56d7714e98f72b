/** Finds functions in C as Xen's toolstack writes it, types in libxl's descriptions of them, and words in both. */

/**
 * The functions of a C file by their names, each from the line of its name to the brace that ends it: both stand at the
 * start of a line. Of functions of one name, such as those of different systems, all are one text.
 */
export function functionsIn(text: string): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  const lines = text.split('\n');
  let name: string | undefined;
  let head = 0;
  let isInside = false;
  for (const [at, line] of lines.entries()) {
    const called = isInside ? undefined : /^(?=[A-Za-z_])[^=;]*?(\w+)\s*\(/.exec(line)?.[1];
    if (called !== undefined) [name, head] = [called, at];
    if (name === undefined) continue;
    if (!isInside) {
      isInside = /\{\s*$/.test(line);
      // A declaration, or a body of one line.
      if (/[;}]\s*$/.test(line)) name = undefined;
    } else if (/^\};?\s*$/.test(line)) {
      found.set(name, `${found.get(name) ?? ''}${lines.slice(head, at + 1).join('\n')}\n`);
      isInside = false;
      name = undefined;
    }
  }
  return found;
}

/** The types of libxl_types.idl by their names. */
export const typesIn = (text: string): ReadonlyMap<string, string> =>
  new Map(
    text.split(/^(?=\w+ = )/m).flatMap((part) => {
      const [name] = /^\w+(?= = )/.exec(part) ?? [];
      return name === undefined ? [] : [[name, part] as const];
    }),
  );

/** A macro such as XEN_CPUFEATURE writes the names in another case, and with other dashes. */
const normalized = (text: string): string => text.toLowerCase().replace(/_/g, '-');

const isWord = (text: string, word: string): boolean =>
  new RegExp(`(?<![\\w-])${word.replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`)}(?![\\w-])`).test(text);

/**
 * Whether the name occurs in the text as a word, in any case, with `_` for `-`; or in two parts that a macro joins:
 * `"device_model_args"#type` and `(_pv)`.
 */
export function hasName(text: string, name: string): boolean {
  if (isWord(normalized(text), normalized(name))) return true;
  return Array.from(name, (_, at) => at).some(
    (at) => at > 0 && text.includes(`"${name.slice(0, at)}"#`) && text.includes(`(${name.slice(at)})`),
  );
}
