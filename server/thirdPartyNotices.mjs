import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** The folder of the package that contains a bundled file; undefined for our own files. */
const packageFolder = (input) => /^.*node_modules\/(?:@[^/]+\/)?[^/]+(?=\/)/.exec(input)?.[0];

/** Name, version and licence text of a bundled package. */
const notice = (folder) => {
  const { name, version } = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8'));
  const licence = readdirSync(folder).find((file) => /^licen[cs]e(?:[.-]|$)/i.test(file));
  if (licence === undefined) throw new Error(`${name}@${version} is bundled and has no licence file`);
  return `${name} ${version}\n\n${readFileSync(path.join(folder, licence), 'utf8').trim()}\n`;
};

/**
 * The licences of all packages in the bundles.
 *
 * @param metafiles from esbuild
 * @param root the folder to which the paths in the metafiles are relative
 */
export const thirdPartyNotices = (metafiles, root) => {
  const inputs = metafiles.flatMap((metafile) => Object.keys(metafile.inputs));
  const folders = new Set(inputs.flatMap((input) => packageFolder(input) ?? []));
  const texts = new Set([...folders].sort().map((folder) => notice(path.join(root, folder))));
  return [...texts].join(`\n${'-'.repeat(78)}\n\n`);
};
