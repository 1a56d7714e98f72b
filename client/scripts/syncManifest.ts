/** Writes the releases, the defaults and the rules into client/package.json. Run it after a rule or release is added. */
import { readFileSync, writeFileSync } from 'node:fs';
import { manifestSettings } from './manifestSettings.ts';

const file = new URL('../package.json', import.meta.url);
const manifest = JSON.parse(readFileSync(file, 'utf8'));
const { properties } = manifest.contributes.configuration;
for (const [name, written] of Object.entries(manifestSettings)) Object.assign(properties[name], written);
writeFileSync(file, `${JSON.stringify(manifest, null, 2)}\n`);
