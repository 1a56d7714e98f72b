/** Disks of two guests that are one on the host. */

import { findSharedDevices, sharedDeviceProblems } from '@xlcfg/shared/src/host/sharedDevices.ts';
import { createHostView } from '@xlcfg/shared/src/host/view.ts';
import type { Settings } from '@xlcfg/shared/src/settings.ts';
import { digest } from '@xlcfg/shared/src/workspace/digest.ts';
import { describe, expect, it } from 'vitest';
import { open } from '../../support/documents.ts';
import { type HostTree, hostTree } from '../../support/hostTree.ts';
import { mark, marked } from '../../support/markers.ts';
import { type Files, uriOf, workspaceOf } from '../workspace/files.ts';

const LVM: HostTree = {
  '/dev/dm-3': { block: '253:3' },
  '/dev/vg/web': { link: '../dm-3' },
  '/dev/mapper/vg-web': { block: '253:3' },
  '/dev/dm-4': { block: '253:4' },
  '/srv/a.img': '',
  '/srv/b.img': { link: 'a.img' },
  '/data': { link: 'srv' },
};

const guest = (name: string, ...disks: readonly string[]): string =>
  `name = "${name}"\ntype = "hvm"\ndisk = [ ${disks.map((spec) => `'${spec}'`).join(', ')} ]\n`;

const problemsIn = async (files: Files, settings: Partial<Settings> = {}) => {
  const plain = Object.fromEntries(Object.entries(files).map(([name, text]) => [name, marked(text).text]));
  const workspace = workspaceOf(plain);
  const [first = ''] = Object.keys(files);
  const document = open(plain[first] ?? '', settings, uriOf(first));
  const devices = await findSharedDevices(workspace.files(), createHostView(hostTree(LVM)));
  return sharedDeviceProblems({ file: digest(document), workspace, devices }, document.settings);
};

describe('the first file has a disk that another guest has under another name', () => {
  it.each<readonly [files: Files, says: RegExp]>([
    [
      {
        'a.cfg': guest('a', '«/dev/vg/web»,raw,xvda,rw'),
        'b.cfg': guest('b', '/dev/mapper/vg-web,raw,xvda,rw'),
      },
      /^`b` \(b\.cfg\) has this disk too, as `\/dev\/mapper\/vg-web`: on this host both names are one disk/,
    ],
    [
      { 'a.cfg': guest('a', '«/dev/dm-3»,raw,xvda,ro'), 'b.cfg': guest('b', '/dev/vg/web,raw,xvda,rw') },
      /\/dev\/vg\/web/,
    ],
    [
      { 'a.cfg': guest('a', '«/srv/b.img»,raw,xvda,rw'), 'b.cfg': guest('b', '/data/a.img,raw,xvda,ro') },
      /\/data\/a\.img/,
    ],
    [
      { 'a.cfg': guest('a', '«/dev/dm-3»,raw,xvda,rw', '«/dev/vg/web»,raw,xvdb,rw') },
      /^This guest has this disk too/,
    ],
  ])('%j', async (files, says) => {
    const [source = ''] = Object.values(files);
    const found = await problemsIn(files);
    expect(
      mark(
        marked(source).text,
        found.map(({ span }) => span),
      ),
    ).toBe(source);
    for (const { message, severity } of found) {
      expect(message).toMatch(says);
      expect(severity).toBe('warning');
    }
  });
});

describe('nothing is found', () => {
  it.each<Files>([
    { 'a.cfg': guest('a', '/dev/vg/web,raw,xvda,rw'), 'b.cfg': guest('b', '/dev/vg/web,raw,xvda,rw') },
    { 'a.cfg': guest('a', '/dev/vg/web,raw,xvda,rw'), 'b.cfg': guest('a', '/dev/dm-3,raw,xvda,rw') },
    { 'a.cfg': guest('a', '/srv/a.img,raw,xvda,ro'), 'b.cfg': guest('b', '/srv/b.img,raw,xvda,ro') },
    { 'a.cfg': guest('a', '/dev/dm-3,raw,xvda,rw'), 'b.cfg': guest('b', '/dev/dm-4,raw,xvda,rw') },
    {
      'a.cfg': guest('a', '/dev/dm-3,raw,xvda,rw'),
      'b.cfg': guest('b', '/dev/vg/web,raw,xvda,rw,backend=s'),
    },
    { 'a.cfg': guest('a', '/gone/a,raw,xvda,rw'), 'b.cfg': guest('b', '/gone/b,raw,xvda,rw') },
    {
      'a.cfg': `# xlcfg-disable-file host-shared-disk\n${guest('a', '/dev/vg/web,raw,xvda,rw')}`,
      'b.cfg': guest('b', '/dev/dm-3,raw,xvda,rw'),
    },
  ])('%j', async (files) => {
    expect(await problemsIn(files)).toEqual([]);
  });

  it('where the settings switch the rule off', async () => {
    const files = {
      'a.cfg': guest('a', '/dev/dm-3,raw,xvda,rw'),
      'b.cfg': guest('b', '/dev/vg/web,raw,xvda,rw'),
    };
    expect(await problemsIn(files)).toHaveLength(1);
    expect(await problemsIn(files, { rules: { 'host-shared-disk': 'off' } })).toEqual([]);
  });
});
