import { describe, expect, it } from 'vitest';
import { type Files, prepared, renamed } from '../../support/symbols.ts';

type Case = readonly [files: Files, newName: string, result: Files];
type Refused = readonly [files: Files, newName: string, reason: string];

describe('prepareRename', () => {
  it.each<readonly [source: string, on: string, placeholder: string]>([
    ["name='w|eb'", 'web', 'web'],
    ["vif=['mac=00:16:3e:00:00:01,backend=ne|t']", 'net', 'net'],
    ["disk=['/a,,xvd|a']", 'xvda', 'xvda'],
    ["root='/dev/xvda|1'\ndisk=['/a,,xvda']", 'xvda1', 'xvda1'],
    ["disk=['/a,,\\012xv|da']", 'xvda', 'xvda'],
    ['name=1|2', '12', '12'],
  ])('%s', (source, on, placeholder) => expect(prepared([source])).toEqual({ on, placeholder }));

  it.each([
    ["na|me='web'"],
    ["name='web' # we|b"],
    ["vif=['backend=|0']"],
    ["vif=['backend=Dom|ain-0']"],
    ["vif=['mac=00:16:3e:00:0|0:01']"],
    ["type='hvm'\nboot='|c'\ndisk=['/a,,hda']"],
    ["root='/dev/xvd|b1'\ndisk=['/a,,xvda']"],
    ["name='|'"],
  ])('rejects %s', (source) => expect(prepared([source])).toBeNull());
});

describe('renaming a guest', () => {
  it.each<Case>([
    [["name = 'w|eb'"], 'www', ["name = 'www'"]],
    [["name = 'w|eb' # web"], 'o.k-1_é', ["name = 'o.k-1_é' # web"]],
    [['name = 1|2'], 'web', ['name = "web"']],
    [
      [
        "name='n|et'",
        "vif=['backend=net,bridge=a','backend=net2']",
        "disk=['backend=net,vdev=xvda,target=/net']",
        "name='x'",
      ],
      'lan',
      [
        "name='lan'",
        "vif=['backend=lan,bridge=a','backend=net2']",
        "disk=['backend=lan,vdev=xvda,target=/net']",
        "name='x'",
      ],
    ],
    [
      ["name='x'\nvif=['backend=n|et']", "name='net'\nvif=['backend=net']"],
      'lan',
      ["name='x'\nvif=['backend=lan']", "name='lan'\nvif=['backend=lan']"],
    ],
    // Only what counts is the guest's name.
    [
      ["name='net'\nname='n|et'", "vif=['backend=net']\nvif=['backend=net']"],
      'lan',
      ["name='net'\nname='lan'", "vif=['backend=net']\nvif=['backend=lan']"],
    ],
    // No file defines it: its users still agree.
    [["vif=['backend=n|et']", "vif=['backend=net']"], 'lan', ["vif=['backend=lan']", "vif=['backend=lan']"]],
    // A copy of a file: the one that is meant.
    [["name='w|eb'", "name='web'"], 'www', ["name='www'", "name='web'"]],
    [["name='w|eb'", "vif=['backend=web']"], 'web', ["name='web'", "vif=['backend=web']"]],
    // Blanks belong to the name.
    [["name='w|eb'", "vif=['backend=web']"], 'my web', ["name='my web'", "vif=['backend=my web']"]],
    // A name in a string with escapes.
    [['name="w\\141|eb"'], 'www', ['name="www"']],
  ])('%s to %s', (files, newName, result) => expect(renamed(files, newName)).toEqual(result));

  it.each<Refused>([
    [["name='w|eb'"], '', 'is empty'],
    [["name='w|eb'"], '12', 'number of a running guest'],
    [["name='w|eb'"], "w'b", 'needs escapes'],
    [["name='w|eb'"], 'w\\b', 'needs escapes'],
    [["name='w|eb'"], 'w\nb', 'needs escapes'],
    [["name='w|eb'"], 'a/b', 'slash'],
    [["name='w|eb'"], 'Domain-0', 'the name of the host'],
    [["vif=['backend=Domain|-0']"], 'x', 'nothing to rename here'],
    [["name='w|eb'", "vif=['backend=web']"], 'a,b', 'something else than `a,b` in b.cfg'],
    [["name='w|eb'", "name='db'"], 'db', 'b.cfg is called db already'],
    [["vif=['backend=n|et']\nname='db'", "name='net'"], 'db', 'a.cfg is called db already'],
    [
      ["name='w|eb'", "name='web'", "vif=['backend=web']"],
      'www',
      'Several files have a guest of this name (a.cfg, b.cfg)',
    ],
    [["name='w'\nname+='e|b'"], 'x', 'put together with +='],
    [["# w|eb\nname='web'"], 'x', 'nothing to rename here'],
  ])('rejects renaming %s to %j', (files, newName, reason) =>
    expect(renamed(files, newName)).toContain(reason),
  );
});

describe('renaming a disk', () => {
  it.each<readonly [source: string, newName: string, result: string]>([
    ["disk=['/a,raw,xv|da,rw']", 'xvdb', "disk=['/a,raw,xvdb,rw']"],
    ["disk=['vdev=xv|da,target=/xvda']", 'hda', "disk=['vdev=hda,target=/xvda']"],
    [
      "root='/dev/xvda1 ro'\nextra='resume=/dev/xvda2 x=/dev/xvdb'\ndisk=['/a,,xv|da','/b,,xvdb']",
      'xvdc',
      "root='/dev/xvdc1 ro'\nextra='resume=/dev/xvdc2 x=/dev/xvdb'\ndisk=['/a,,xvdc','/b,,xvdb']",
    ],
    // From a partition of it.
    [
      "cmdline='root=/dev/xv|da1 y=/dev/xvda'\ndisk=['/a,,xvda']",
      'xvdb1',
      "cmdline='root=/dev/xvdb1 y=/dev/xvdb'\ndisk=['/a,,xvdb']",
    ],
    // A partition of its own, another one, and a whole disk.
    [
      "root='/dev/xvda1'\ndisk=['/a,,xvda|1','/b,,xvda2']",
      'xvda3',
      "root='/dev/xvda3'\ndisk=['/a,,xvda3','/b,,xvda2']",
    ],
    [
      "root='/dev/xvda|1'\ndisk=['/a,,xvda1','/b,,xvda2']",
      'xvdb1',
      "root='/dev/xvdb1'\ndisk=['/a,,xvdb1','/b,,xvda2']",
    ],
    ["root='/dev/xvda1'\ndisk=['/a,,xvda|1']", 'xvdb', "root='/dev/xvdb'\ndisk=['/a,,xvdb']"],
    ["root='/dev/xvda'\ndisk=['/a,,xvd|a']", 'xvdb1', "root='/dev/xvdb1'\ndisk=['/a,,xvdb1']"],
    // Another driver.
    [
      "root='/dev/sda1'\ndisk=['phy:/a,ioemu:sd|a,w']",
      'xvda',
      "root='/dev/xvda1'\ndisk=['phy:/a,ioemu:xvda,w']",
    ],
    // What Linux calls xvda goes on being called as Linux does.
    ["root='/dev/xvda1'\ndisk=['/a,,hd|a']", 'hdb', "root='/dev/xvdb1'\ndisk=['/a,,hdb']"],
    ["root='/dev/xvda1'\ndisk=['/a,,d0p|0']", 'd1p0', "root='/dev/xvdb1'\ndisk=['/a,,d1p0']"],
    ["root='/dev/xvda1'\ndisk=['/a,,xv|da']", 'sdb', "root='/dev/xvdb1'\ndisk=['/a,,sdb']"],
    ["root='/dev/hda1'\ndisk=['/a,,hd|a']", 'hdb', "root='/dev/hdb1'\ndisk=['/a,,hdb']"],
    // Labels of file systems are no names of disks.
    ["root='LABEL=xvda'\ndisk=['/a,,xv|da']", 'xvdb', "root='LABEL=xvda'\ndisk=['/a,,xvdb']"],
    ["root='PARTUUID=xvda1'\ndisk=['/a,,xv|da']", 'xvdb', "root='PARTUUID=xvda1'\ndisk=['/a,,xvdb']"],
    ["disk=['/a,,xv|da']", '51728', "disk=['/a,,51728']"],
    // A name that libxl rejects becomes one that it takes.
    ["disk=['/a,,v|da']", 'xvda', "disk=['/a,,xvda']"],
    // A word that no disk provided finds one.
    ["root='/dev/xvdb1'\ndisk=['/a,,xv|da']", 'xvdb', "root='/dev/xvdb1'\ndisk=['/a,,xvdb']"],
    ["disk=['/a,,xv|da']", 'xvda', "disk=['/a,,xvda']"],
    // Only what counts.
    ["disk=['/a,,xvda']\ndisk=['/a,,xv|da']", 'xvdb', "disk=['/a,,xvda']\ndisk=['/a,,xvdb']"],
    [
      "extra='x'\nextra+=' root=/dev/xvda1'\ndisk=['/a,,xv|da']",
      'xvdb',
      "extra='x'\nextra+=' root=/dev/xvdb1'\ndisk=['/a,,xvdb']",
    ],
  ])('%s to %s', (source, newName, result) => expect(renamed([source], newName)).toEqual([result]));

  it.each<readonly [source: string, newName: string, reason: string]>([
    ["disk=['/a,,xv|da']", '', 'not the name of a virtual disk'],
    ["disk=['/a,,xv|da']", 'vda', '`vda` is not the name of a virtual disk'],
    ["disk=['/a,,xv|da']", 'hde', 'not the name of a virtual disk'],
    ["disk=['/a,,xv|da']", 'xvd', 'not the name of a virtual disk'],
    ["disk=['/a,,xv|da']", ' 51712', 'not the name of a virtual disk'],
    ["disk=['/a,,xv|da','/b,,xvdb']", 'xvdb', 'xvdb is in use: another disk is xvdb.'],
    ["disk=['/a,,xv|da','/b,,51728']", 'xvdb', 'another disk is 51728.'],
    ["disk=['/a,,xv|da','/b,,xvdb1']", 'xvdb', 'another disk is xvdb1.'],
    ["disk=['/a,,xv|da','/b,,xvdb']", 'xvdb2', 'another disk is xvdb.'],
    ["root='/dev/xvda|1'\ndisk=['/a,,xvda']", 'xvdb2', '`xvdb2` is not partition 1 of a disk'],
    ["root='/dev/xvda|1'\ndisk=['/a,,xvda']", 'vdb1', '`vdb1` is not partition 1 of a disk'],
    ["root='/dev/xvda|1'\ndisk=['/a,,hda']", 'xvdb1', 'called hda in this file'],
    [
      "root='/dev/xvda1'\ndisk=['/a,,xv|da']",
      'xvdb1',
      "`xvda1` on the kernel's command line would have no name",
    ],
    [
      "root='/dev/xvda20'\ndisk=['/a,,xv|da']",
      'sda',
      "`xvda20` on the kernel's command line would have no name",
    ],
    ["root='/dev/xvda1'\ndisk=['/a,,xv|da']", '51728', 'would have no name with 51728'],
    ["extra='root=/dev/xv'\nextra+='da1'\ndisk=['/a,,xv|da']", 'xvdb', 'put together with +='],
    // root means hda as long as there is no xvda.
    ["root='/dev/xvda1'\ndisk=['/a,,hda','/b,,hd|b']", 'xvda', 'another disk for one of the names'],
  ])('rejects renaming %s to %j', (source, newName, reason) =>
    expect(renamed([source], newName)).toContain(reason),
  );
});
