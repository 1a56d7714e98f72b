/** Python, which xm ran and xl rejects: told from a slip so that the message can say what to do about it. */

const STATEMENT =
  /^(?:import|from|def|if|elif|else|for|while|try|except|finally|with|return|print|class|global|raise|del|assert|pass|exec|lambda)\b(?!\s*\+?=)/;

/** Names with dots are Python's only where they begin with a module that such files import: others are files and hosts. */
const EXPRESSION =
  /(?<![\w.])[\d.]*[A-Za-z_][\w.]*\s*\(|\blambda\b|\bfor\b(?:(?!\bfor\b).)*\bin\b|^\s*[({]|["']\s*%|\s\+\s|^\s*\+(?!\d)|^(?:os|sys|re|time|socket|string|platform|commands|subprocess|xen)\.[A-Za-z_][\w.]*$|\b\w+\s*\[\s*\w*:/;

/** `line` is the text of a statement from its first character. */
export const looksLikePythonStatement = (line: string): boolean => STATEMENT.test(line);

/** `text` is what stands where a value should be, or after one. */
export const looksLikePythonExpression = (text: string): boolean => EXPRESSION.test(text.slice(0, 200));

/** Whether `text`, which stands after a value, makes an expression of it: `% name`, `* 2`, `- 1`, but not `-3`. */
export const continuesPythonExpression = (text: string): boolean => /^(?:[+%*]|[/-][ \t]+[\w(])/.test(text);

/** Words with blanks between, up to a full stop, a colon or the end. */
const WORDS = /^[A-Za-z][\w'’-]*[,;:]?(?:[ \t]+[\w'’(),;:/&-]+)+[.!?:…]*$/;
/** Three of them, or two that begin or end like a sentence: `Disk device(s).`, `Network settings`, but not `vcpus 2`. */
const SENTENCE = /^(?:\S+[ \t]+\S+[ \t]+\S|.*[.!?:…]$|[A-Z]\S*[ \t]+[A-Za-z(])/;

/** Whether a line without `=` is text for people, which lacks a `#`. */
export function looksLikeProse(line: string): boolean {
  const text = line.slice(0, 200);
  return WORDS.test(text) && SENTENCE.test(text) && !STATEMENT.test(text) && !/^[\w.]+[ \t]*\(/.test(text);
}
