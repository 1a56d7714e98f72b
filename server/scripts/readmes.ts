/** What is generated in the READMEs: the versions of Xen that the schema knows. */
import { NEWEST_XEN_VERSION, OLDEST_XEN_VERSION } from '@xlcfg/shared/src/schema/xenVersions.ts';

/** The READMEs that name the versions, by their paths from the root of the repository. */
export const READMES = ['README.md', 'server/README.md'] as const;

/** The page, with the oldest and the newest version that there is now. */
export const withXenVersions = (page: string): string =>
  page.replaceAll(/\bXen 4\.\d+ to 4\.\d+/g, `Xen ${OLDEST_XEN_VERSION} to ${NEWEST_XEN_VERSION}`);
