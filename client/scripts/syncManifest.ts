/** Updates the generated parts of client/package.json and of the extension's README: `npm run sync`, after a change of settings, rules, Xen versions or of the server's manifest. */
import { readFileSync, writeFileSync } from 'node:fs';
import { galleryFields, manifestSettings, restrictedSettings } from './manifest.ts';
import { withTables } from './readme.ts';

const file = new URL('../package.json', import.meta.url);
const manifest = { ...JSON.parse(readFileSync(file, 'utf8')), ...galleryFields };
const { configuration } = manifest.contributes;
// The only setting that isn't the server's: the client's library reads it.
const trace = configuration.properties['xlcfg.trace.server'];
configuration.properties = { ...manifestSettings, 'xlcfg.trace.server': trace };
manifest.capabilities.untrustedWorkspaces.restrictedConfigurations = restrictedSettings;
writeFileSync(file, `${JSON.stringify(manifest, null, 2)}\n`);

const readme = new URL('../README.md', import.meta.url);
writeFileSync(readme, withTables(readFileSync(readme, 'utf8'), manifest.contributes.commands));
