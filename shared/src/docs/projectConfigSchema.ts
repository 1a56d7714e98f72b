/** The JSON Schema of the configuration file, `.xlcfg.json`. */

import { ALL_RULES } from '../allRules.ts';
import { type AnySettingSchema, RULE_LEVEL_LABELS, SETTINGS } from '../settings.ts';
import { withoutBackticks } from '../text/sentences.ts';

/** The values of a setting. */
export const valueSchema = (schema: AnySettingSchema): object => {
  switch (schema.kind) {
    case 'flag':
      return { type: 'boolean' };
    case 'choice':
      return {
        type: 'string',
        enum: schema.choices,
        ...(schema.choiceDescriptions && { enumDescriptions: schema.choiceDescriptions }),
      };
    case 'number':
      return { type: 'integer', minimum: schema.min, maximum: schema.max };
    case 'texts':
      return { type: 'array', items: { type: 'string' } };
    case 'rules':
      return {
        type: 'object',
        properties: Object.fromEntries(
          ALL_RULES.map(({ code, summary }) => [code, { enum: RULE_LEVEL_LABELS, description: summary }]),
        ),
        additionalProperties: { enum: RULE_LEVEL_LABELS },
      };
  }
};

/** Descriptions are Markdown, which only some editors know. */
const described = (description: string): object => ({
  description: withoutBackticks(description),
  markdownDescription: description,
});

type AnySchema = AnySettingSchema | { readonly kind: 'group'; readonly settings: object };

const propertyOf = (schema: AnySchema): object =>
  schema.kind === 'group'
    ? { type: 'object', properties: propertiesOf(schema.settings), additionalProperties: false }
    : {
        ...described(schema.description),
        default: schema.default,
        ...valueSchema(schema),
        // A rule that does not exist is a mistake.
        ...(schema.kind === 'rules' && { additionalProperties: false }),
      };

const propertiesOf = (schemas: object): object =>
  Object.fromEntries(
    Object.entries(schemas)
      .filter(([, schema]) => !schema.personal)
      .map(([name, schema]) => [name, propertyOf(schema)]),
  );

const SCHEMA = {
  $schema: 'http://json-schema.org/draft-07/schema#',
  title: 'Configuration of xlcfg',
  description:
    'Settings for the guest configuration files in the folder of this file and below, for the command line and for editors.',
  type: 'object',
  allowComments: true,
  allowTrailingCommas: true,
  properties: {
    $schema: { type: 'string', description: 'Where this schema is, for editors.' },
    ...propertiesOf(SETTINGS),
    ignore: {
      ...described(
        'Files that are left alone, as patterns of a `.gitignore`, from the folder of this file on: `old/`, `*.bak.cfg`.',
      ),
      default: [],
      type: 'array',
      items: { type: 'string' },
    },
  },
  additionalProperties: false,
};

/** The text of the schema's file. */
export const projectConfigSchema = (): string => `${JSON.stringify(SCHEMA, null, 2)}\n`;
