/** Python, which xm ran and xl refuses: told from a slip so that the message can say what to do about it. */

const STATEMENT =
  /^(?:import|from|def|if|elif|else|for|while|try|except|finally|with|return|print|class|global|raise|del|assert|pass|exec|lambda)\b(?!\s*\+?=)/;

const EXPRESSION =
  /(?<![\w.])[\d.]*[A-Za-z_][\w.]*\s*\(|\blambda\b|\bfor\b(?:(?!\bfor\b).)*\bin\b|^\s*[({]|["']\s*%|\s\+\s|^\s*\+(?!\d)|^[A-Za-z_]\w*(?:\.[A-Za-z_]\w*)+$|\b\w+\s*\[\s*\w*:/;

/** `line` is the text of a statement from its first character. */
export const looksLikePythonStatement = (line: string): boolean => STATEMENT.test(line);

/** `text` is what stands where a value should be, or after one. */
export const looksLikePythonExpression = (text: string): boolean => EXPRESSION.test(text.slice(0, 200));
