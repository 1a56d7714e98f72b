import { applyEdits } from '@xlcfg/shared';
import { fixAll } from '@xlcfg/shared/src/features/fixAll.ts';
import { expect, it } from 'vitest';
import { open } from '../../support/documents.ts';

const fixed = (text: string): string => applyEdits(text, fixAll(open(text)));

it.each([
  [
    'operators and comments',
    'name     = "a"      # first\nbuilder  = "hvm"    # second\nmemory   = 512      # third\n',
    'name     = "a"      # first\ntype     = "hvm"    # second\nmemory   = 512      # third\n',
  ],
  [
    'the longest name of a column',
    'name    = "a"\nbuilder = "hvm"\nmemory  = 512\n',
    'name    = "a"\ntype    = "hvm"\nmemory  = 512\n',
  ],
  [
    'comments, where a value gets shorter',
    'name = "a"                                # one\ndisk = [ "phy:/dev/vg/a,xvda,w" ]         # two\n',
    'name = "a"                                # one\ndisk = [ "/dev/vg/a,raw,xvda,rw" ]        # two\n',
  ],
  ['nothing, after a single space', 'name = "a"\nbuilder = "hvm" # b\n', 'name = "a"\ntype = "hvm" # b\n'],
])('fixes keep %s aligned', (_, text, expected) => expect(fixed(text)).toBe(expected));
