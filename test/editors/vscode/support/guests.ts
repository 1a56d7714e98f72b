/** The guests that the suite opens. */
import { readFileSync } from 'node:fs';
import path from 'node:path';

const EXAMPLE = readFileSync(
  path.resolve(import.meta.dirname, '../../../../server/examples/legacy.cfg'),
  'utf8',
);

/** The example of the README, a guest from 2009. Further ones have different names, addresses and disks. */
export const oldGuest = (number: number): string =>
  EXAMPLE.replaceAll('web1', `web${number}`).replace('16:3e:00:00:01', `16:3e:00:00:0${number}`);

/** The same guest in today's syntax, with `=` and comments still in columns. Misspelled options are kept. */
export const fixedGuest = (number: number): string =>
  oldGuest(number)
    .replace("builder = 'hvm'", "type    = 'hvm'")
    .replace(/'tap:aio:(.*),xvda,w'/, "'$1,raw,xvda,rw'")
    .replace(/'phy:(.*),xvdb,w', {12}#/, "'$1,raw,xvdb,rw',           #")
    .replace(/'file:(.*),hdc:cdrom,r'/, "'$1,raw,hdc,ro,cdrom'");

/** A file of another format with the extension `.cfg`. */
export const SETUP = '[metadata]\nname = example\nversion = 1\n\n[options]\npackages = find:\n';
