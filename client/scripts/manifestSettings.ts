/** The settings of the manifest, as they follow from the language itself. */
import { valueSchema } from '@xlcfg/shared/src/docs/valueSchema.ts';
import { listSettings } from '@xlcfg/shared/src/settings.ts';

/** The settings that `npm run sync` writes, by name, in the order in which to show them. */
export const manifestSettings = Object.fromEntries(
  listSettings().map(([name, schema], index) => [
    `xlcfg.${name}`,
    {
      order: index + 1,
      scope: schema.kind === 'texts' ? 'window' : 'resource',
      markdownDescription: schema.description,
      default: schema.default,
      ...valueSchema(schema),
    },
  ]),
);
