/** All at once, what changes nothing for xl. */

import type { XlDocument } from '@xlcfg/shared/src/document/document.ts';
import { applyEdits } from '@xlcfg/shared/src/edits/mergeEdits.ts';
import { fixAll } from '@xlcfg/shared/src/features/fixAll.ts';
import { disksOf } from '@xlcfg/shared/src/model/disks.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { open } from '../../support/documents.ts';
import { diskSpecText, law, likelyDiskSpec } from '../../support/laws.ts';

const fixed = (text: string): string => applyEdits(text, fixAll(open(text)));

describe('fixed', () => {
  it.each([
    ['nothing to do', 'name = "a"\n', 'name = "a"\n'],
    [
      'old disks',
      "disk = [\n  'phy:/dev/x,xvda,w', # root\n  'file:/a.iso,hdc:cdrom,r',\n]\n",
      "disk = [\n  '/dev/x,raw,xvda,rw', # root\n  '/a.iso,raw,hdc,ro,cdrom',\n]\n",
    ],
    [
      'one spec with several findings',
      "disk = [ 'file:/a.iso,hdc:cdrom,w' ]\n",
      "disk = [ '/a.iso,raw,hdc,ro,cdrom' ]\n",
    ],
    ['an old option', 'builder = "hvm"\n', 'type = "hvm"\n'],
    [
      'the rest of a file with errors',
      "type = hvm\ndisk = [ 'phy:/x,xvda,w' ]\n",
      "type = hvm\ndisk = [ '/x,raw,xvda,rw' ]\n",
    ],
    // These change what xl makes of the file, or their preferred fix is a guess.
    ['not a misspelt name', 'memroy = 512\n', 'memroy = 512\n'],
    ['not a setting that does not count', 'memory = 1\nmemory = 2\n', 'memory = 1\nmemory = 2\n'],
    ['not the format of an image', "disk = [ '/a.qcow2,raw,xvda' ]\n", "disk = [ '/a.qcow2,raw,xvda' ]\n"],
    ['not what xl rejects', "disk = [ '/x,xvda,w' ]\n", "disk = [ '/x,xvda,w' ]\n"],
    [
      'not what a comment silences',
      "disk = [ 'phy:/x,xvda,w' ] # xlcfg-disable-line\n",
      "disk = [ 'phy:/x,xvda,w' ] # xlcfg-disable-line\n",
    ],
  ])('%s', (_what, text, result) => expect(fixed(text)).toBe(result));

  it('nothing, where the rules are off', () => {
    const document = open("disk = [ 'phy:/x,xvda,w' ]\n", { rules: { 'disk-deprecated-prefix': 'off' } });
    expect(fixAll(document)).toEqual([]);
  });
});

describe('laws', () => {
  const files = fc.array(fc.oneof(diskSpecText, likelyDiskSpec), { maxLength: 4 }).map((specs) => {
    const items = specs.map((spec) => `'${spec.replace(/['\\\n\0]/g, '')}'`);
    return `name = "a"\ntype = "hvm"\ndisk = [ ${items.join(', ')} ]\n`;
  });
  const guestOf = ({ guest, specs }: XlDocument) => ({
    type: guest.type,
    disks: disksOf(specs).map(({ spec }) => ({ fields: spec.fields, errors: spec.faults.length })),
  });

  it('the guest stays the same, and a second run finds nothing to do', () => {
    let changed = 0;
    law(files, (text) => {
      const once = fixed(text);
      if (once !== text) changed++;
      expect(guestOf(open(once))).toEqual(guestOf(open(text)));
      expect(fixed(once)).toBe(once);
    });
    // One in four on average, whatever the seed.
    expect(changed).toBeGreaterThan(30);
  });
});
