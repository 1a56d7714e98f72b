/** Settings in JSON Schema. */
import { type AnySettingSchema, RULE_LEVELS } from '../settings.ts';
import { ALL_RULES } from '../workspace/rules/index.ts';

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
          ALL_RULES.map(({ code, summary }) => [code, { enum: RULE_LEVELS, description: summary }]),
        ),
        additionalProperties: { enum: RULE_LEVELS },
      };
  }
};
