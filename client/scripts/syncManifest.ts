/** Writes the settings into client/package.json. Run it after a setting, a rule or a release is added. */
import { readFileSync, writeFileSync } from 'node:fs';
import { manifestSettings } from './manifestSettings.ts';

const file = new URL('../package.json', import.meta.url);
const manifest = JSON.parse(readFileSync(file, 'utf8'));
const { configuration } = manifest.contributes;
// The one setting that belongs to the client's library.
const trace = configuration.properties['xlcfg.trace.server'];
configuration.properties = { ...manifestSettings, 'xlcfg.trace.server': trace };
writeFileSync(file, `${JSON.stringify(manifest, null, 2)}\n`);
