/** Prints the notes of a release: `tsx releaseNotes.ts vVERSION`. Fails if the tag isn't that of the version. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { version } from '../package.json';
import { sectionOn } from './changelog.ts';
import { ROOT } from './files.ts';

const tag = process.argv[2];
if (tag !== `v${version}`) throw new Error(`The tag is ${tag}, the version ${version}.`);

const notes = sectionOn(version, readFileSync(path.join(ROOT, 'CHANGELOG.md'), 'utf8'));
if (notes === undefined) throw new Error(`CHANGELOG.md has no section on ${version}.`);
process.stdout.write(`${notes}\n`);
