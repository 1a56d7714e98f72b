/** The reference page on what `xlcfg schema` prints, from its JSON schema. */

import { code } from '../text/markdown.ts';
import { type JsonSchema, KNOWLEDGE_SCHEMA } from './knowledgeSchema.ts';
import { page, table } from './markdown.ts';

/** The type in words; a name leads to its section. */
function typeOf({ type, items, $ref, enum: words, const: only }: JsonSchema): string {
  if (items) return `list of ${typeOf(items)}`;
  if ($ref !== undefined) {
    const name = $ref.replace(/^.*\//, '');
    return `[${name}](#${name.toLowerCase()})`;
  }
  if (words) return words.map((word) => code(JSON.stringify(word))).join(', ');
  return only === undefined ? (type ?? 'anything') : code(JSON.stringify(only));
}

/** The properties, those of objects within them as `outer.inner`. */
const rowsOf = ({ properties = {}, required = [] }: JsonSchema, outer = ''): readonly (readonly string[])[] =>
  Object.entries(properties).flatMap(([name, property]) => [
    [
      code(`${outer}${name}`),
      typeOf(property),
      required.includes(name) ? 'yes' : '',
      property.description ?? '',
    ],
    ...rowsOf(property, `${outer}${name}.`),
  ]);

const properties = (schema: JsonSchema): string | undefined =>
  schema.properties && table(['Property', 'Type', 'Always', 'Meaning'], rowsOf(schema));

export const knowledgePage = (): string =>
  page(
    '# The schema as data',
    '`xlcfg schema` prints all that xlcfg knows as one JSON object, for other programs: options, parameters, values, ' +
      'releases and rules. `xlcfg schema --json-schema` prints the JSON schema of it, which is also in ' +
      '[knowledge.schema.json](knowledge.schema.json). This page is generated from that: `npm run docs`.',
    "```\n$ xlcfg schema | jq -r '.options[] | select(.deprecated) | .name'\n```",
    'The number in `format` changes where a property goes away or gets another meaning. New properties, values, ' +
      'options and rules come without a change of it, so a program should ignore what it does not know.',
    '## The whole',
    properties(KNOWLEDGE_SCHEMA),
    ...Object.entries(KNOWLEDGE_SCHEMA.$defs).flatMap(([name, schema]) => [
      `## ${name}`,
      schema.description,
      properties(schema) ?? `One of ${typeOf(schema)}.`,
    ]),
  );
