/** The copyright file of the packages, in the format that Debian's tools read. Pure. */
import { homepage } from '../../package.json';

/** A text as the continuation of a field. */
const continued = (text: string): string =>
  text
    .trim()
    .replaceAll('\r', '')
    .split('\n')
    .map((line) => ` ${line.trim() === '' ? '.' : line.trimEnd()}`)
    .join('\n');

/**
 * @param licence that of the project
 * @param notices the licences of the packages in the bundles
 */
export const debianCopyright = (licence: string, notices: string): string => {
  const [, holder = ''] = /^Copyright \(c\) (.*)$/m.exec(licence) ?? [];
  return `Format: https://www.debian.org/doc/packaging-manuals/copyright-format/1.0/
Upstream-Name: xlcfg
Source: ${homepage}

Files: *
Copyright: ${holder}
License: Expat
Comment: The programs contain software of others, under these licences:
 .
${continued(notices)}

License: Expat
${continued(licence)}
`;
};
