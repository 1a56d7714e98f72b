/** The settings of the manifest, as they follow from the language itself. */
import { ALL_RULES } from '../../shared/src/index.ts';
import { type AnySettingSchema, listSettings } from '../../shared/src/settings.ts';

const LEVELS = ['off', 'hint', 'information', 'warning', 'error'];

const valuesOf = (schema: AnySettingSchema): object => {
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
          ALL_RULES.map(({ code, summary }) => [code, { enum: LEVELS, description: summary }]),
        ),
        additionalProperties: { enum: LEVELS },
      };
  }
};

/** The settings that `npm run sync` writes, by name, in the order in which to show them. */
export const manifestSettings = Object.fromEntries(
  listSettings().map(([name, schema], index) => [
    `xlcfg.${name}`,
    {
      order: index + 1,
      scope: schema.kind === 'texts' ? 'window' : 'resource',
      markdownDescription: schema.description,
      default: schema.default,
      ...valuesOf(schema),
    },
  ]),
);
