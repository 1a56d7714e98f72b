/** The settings of the manifest, as they follow from the language itself. */
import { RULES } from '../../shared/src/index.ts';
import { type RuleLevels, SETTINGS, type SettingSchema } from '../../shared/src/settings.ts';

const LEVELS = ['off', 'hint', 'information', 'warning', 'error'];

type AnySchema =
  | SettingSchema<boolean>
  | SettingSchema<string>
  | SettingSchema<number>
  | SettingSchema<readonly string[]>
  | SettingSchema<RuleLevels>;

const valuesOf = (schema: AnySchema): object => {
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
          RULES.map(({ code, summary }) => [code, { enum: LEVELS, description: summary }]),
        ),
        additionalProperties: { enum: LEVELS },
      };
  }
};

const flatten = (prefix: string, schemas: object): [string, AnySchema][] =>
  Object.entries(schemas).flatMap(([name, schema]) =>
    schema.kind === 'group'
      ? flatten(`${prefix}${name}.`, schema.settings)
      : [[`${prefix}${name}`, schema] satisfies [string, AnySchema]],
  );

/** The settings that `npm run sync` writes, by name, in the order in which to show them. */
export const manifestSettings = Object.fromEntries(
  flatten('xlcfg.', SETTINGS).map(([name, schema], index) => [
    name,
    {
      order: index + 1,
      scope: schema.kind === 'texts' ? 'window' : 'resource',
      markdownDescription: schema.description,
      default: schema.default,
      ...valuesOf(schema),
    },
  ]),
);
