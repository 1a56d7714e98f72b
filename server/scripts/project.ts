/**
 * The home of the project, and what follows from it. `homepage` in server/package.json is the only place where it is
 * written by hand; `npm run docs` and `npm run sync` write it to all others.
 */
import { homepage, version } from '../package.json';

/** The pages that name the home of the project or its version, by their paths from the root of the repository. */
export const PROJECT_PAGES = [
  '.github/ISSUE_TEMPLATE/config.yml',
  'README.md',
  'SECURITY.md',
  'client/README.md',
  'server/README.md',
  'server/docs/ci.md',
] as const;

/**
 * The fields about the project in the manifest of a package.
 *
 * @param directory the folder of the package in the repository
 */
export const projectFields = (directory: string) => ({
  homepage,
  repository: { type: 'git', url: `git+${homepage}.git`, directory },
  bugs: { url: `${homepage}/issues` },
});

/** The owner and the name of the repository: `owner/name`. */
const repositoryName = new URL(homepage).pathname.slice(1);

/** The page, with the home of the project and its version as they are now. */
export const withProject = (page: string): string =>
  page
    .replaceAll(/https:\/\/[\w.-]+\/[\w-]+\/xlcfg(?![\w-])/g, homepage)
    .replaceAll(/(?<=uses: )[\w-]+\/xlcfg@v[\d.]+/g, `${repositoryName}@v${version}`)
    .replaceAll(/\bxlcfg([@_-])\d+\.\d+\.\d+/g, `xlcfg$1${version}`)
    .replaceAll(/(?<=rev: )v[\d.]+/g, `v${version}`);
