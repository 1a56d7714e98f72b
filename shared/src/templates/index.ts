export { TEMPLATES } from './guests.ts';
export { type Template, templateSnippet } from './template.ts';
