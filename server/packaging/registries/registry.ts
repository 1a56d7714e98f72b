/** What the files for registries have in common. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { homepage, version } from '../../package.json';
import { ROOT } from '../files.ts';

/** A file, by its path in the repository of the registry, below the name of the registry. */
export interface RegistryFile {
  readonly path: string;
  readonly text: string;
}

export interface ReleasedFile {
  readonly url: string;
  /** Hexadecimal. */
  readonly sha256: string;
}

export const SERVER_COMMAND = ['xlcfg-language-server', '--stdio'] as const;

/** The extensions of files that are config files of guests in any folder, without their dots. */
export const OWN_EXTENSIONS = ['hvm', 'pvlinux', 'pvhlinux'] as const;

export const DESCRIPTION = "Language server and checker for the config files of Xen's xl";

/** The address of a file of the release. */
export const releaseUrl = (name: string): string => `${homepage}/releases/download/v${version}/${name}`;

export const json = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;

/** A file of the repository. */
export const repositoryFile = (name: string): string => readFileSync(path.join(ROOT, name), 'utf8');

/** The first block of a language below a heading of a page of the repository. Throws if there is none. */
export const blockBelow = (page: string, heading: string, language: string): string => {
  const text = repositoryFile(page);
  const section = text.slice(text.indexOf(`## ${heading}\n`));
  const [, block] = new RegExp(`^\`\`\`${language}\\n([\\s\\S]*?)^\`\`\`$`, 'm').exec(section) ?? [];
  if (block === undefined) throw new Error(`${page} has no block of ${language} below "${heading}".`);
  return block;
};

/** The text that a file's reader replaces by a value, as shells, Nix and LSP4IJ write it. */
export const placeholder = (name: string): string => `\${${name}}`;
