/** The guests that the suite opens. */
import { readFileSync } from 'node:fs';
import path from 'node:path';

const EXAMPLE = readFileSync(
  path.resolve(import.meta.dirname, '../../../../server/examples/web1.cfg'),
  'utf8',
);

/** A guest of 2009, the example of the README: the first one as it stands, the others with nothing in common with it. */
export const oldGuest = (number: number): string =>
  EXAMPLE.replaceAll('web1', `web${number}`).replace('16:3e:00:00:01', `16:3e:00:00:0${number}`);

/** The same guest with all that is deprecated written as it is today. What is misspelt stays. */
export const fixedGuest = (number: number): string =>
  oldGuest(number)
    .replace("builder = 'hvm'", "type = 'hvm'")
    .replace(/'tap:aio:(.*),xvda,w'/, "'$1,raw,xvda,rw'")
    .replace(/'phy:(.*),xvdb,w'/, "'$1,raw,xvdb,rw'")
    .replace(/'file:(.*),hdc:cdrom,r'/, "'$1,raw,hdc,ro,cdrom'");

/** A file with an ending that is also ours, in another language. */
export const SETUP = '[metadata]\nname = example\nversion = 1\n\n[options]\npackages = find:\n';
