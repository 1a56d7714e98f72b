/** The parts of a message: what is wrong and what xl does, and then what to write instead. */

/** The beginning of a sentence that tells the user what to do. */
const ADVICE =
  /^(?:Add|Begin|Change|Choose|Close|Did you mean|Fill|Give|Leave|Move|Put|Raise|Remove|Rename|Replace|Save|Set|Use|Write)\b|^Example:/;

/** The sentences of a message that state facts. The first one always does. */
export const withoutAdvice = (message: string): string =>
  message
    .split(/(?<=[.?!]) (?=[A-Z`])/)
    .filter((sentence, index) => index === 0 || !ADVICE.test(sentence))
    .join(' ');
