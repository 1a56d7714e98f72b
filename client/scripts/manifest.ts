/** The parts of client/package.json that are generated: from the settings of the language and the server's manifest. */
import { valueSchema } from '@xlcfg/shared/src/docs/projectConfigSchema.ts';
import { listSettings } from '@xlcfg/shared/src/settings.ts';
import { version } from '../../server/package.json';
import { projectFields } from '../../server/scripts/project.ts';

/** `contributes.configuration.properties`, in the order in which settings are shown. */
export const manifestSettings = Object.fromEntries(
  listSettings().map(([name, schema], index) => [
    `xlcfg.${name}`,
    {
      order: index + 1,
      scope: schema.personal ? 'window' : 'resource',
      markdownDescription: schema.description,
      default: schema.default,
      ...valueSchema(schema),
    },
  ]),
);

/**
 * `capabilities.untrustedWorkspaces.restrictedConfigurations`: the settings that the editor doesn't take from a workspace
 * unless the user trusts it. A project config may not set them either.
 */
export const restrictedSettings = listSettings()
  .filter(([, { personal }]) => personal)
  .map(([name]) => `xlcfg.${name}`);

const { homepage, repository, bugs } = projectFields('client');

/** What a gallery shows about the project. */
export const galleryFields = { version, homepage, repository, bugs, qna: `${homepage}/discussions` };
