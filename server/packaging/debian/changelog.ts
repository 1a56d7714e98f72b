/** The changelog of the package for Debian, from that of the project. Pure. */
import { version } from '../../package.json';
import { wrap } from '../../src/cli/command/wrap.ts';
import { itemsOf, sectionOn } from '../changelog.ts';
import { MAINTAINER } from '../maintainer.ts';

const LINE_WIDTH = 80;

const indented = (item: string): string =>
  wrap(item, LINE_WIDTH - '  * '.length)
    .replace(/^/gm, '    ')
    .replace(/^ {4}/, '  * ');

/**
 * @param markdown CHANGELOG.md
 * @param epoch when the version was made, in seconds since 1970
 */
export const debianChangelog = (markdown: string, epoch: number): string => {
  const date = new Date(epoch * 1000).toUTCString().replace('GMT', '+0000');
  return `xlcfg (${version}) unstable; urgency=medium

${itemsOf(sectionOn(version, markdown) ?? '')
  .map(indented)
  .join('\n')}

 -- ${MAINTAINER}  ${date}
`;
};
