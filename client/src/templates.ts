/** The answer to the server's command `xlcfg.templates`. Pure. */

export interface Template {
  readonly title: string;
  readonly description: string;
  readonly snippet: string;
}

const isTemplate = (value: unknown): value is Template =>
  typeof value === 'object' &&
  value !== null &&
  ['title', 'description', 'snippet'].every((name) => typeof Reflect.get(value, name) === 'string');

/** The valid templates in the answer. */
export const readTemplates = (answer: unknown): readonly Template[] =>
  Array.isArray(answer) ? answer.filter(isTemplate) : [];
