/** The templates as the server sends them. Pure. */

export interface Template {
  readonly title: string;
  readonly description: string;
  readonly snippet: string;
}

const isTemplate = (value: unknown): value is Template =>
  typeof value === 'object' &&
  value !== null &&
  ['title', 'description', 'snippet'].every((name) => typeof Reflect.get(value, name) === 'string');

/** What can be used of the server's answer. */
export const readTemplates = (answer: unknown): readonly Template[] =>
  Array.isArray(answer) ? answer.filter(isTemplate) : [];
