import { describe, expect, it } from 'vitest';
import { type Files, referred } from '../../support/symbols.ts';

describe('references including definitions', () => {
  it.each<readonly [files: Files, found: Files]>([
    [
      ["root='/dev/xvda1'\nextra='resume=/dev/xv|da2'\ndisk=['/a,,xvda','/b,,xvdb']"],
      ["root='/dev/«xvda1»'\nextra='resume=/dev/«xvda2»'\ndisk=['/a,,«xvda»','/b,,xvdb']"],
    ],
    [
      ["type='hvm'\nboot='cd'\ndisk=['/a,,h|da','/b,,hdc,cdrom']"],
      ["type='hvm'\nboot='«c»d'\ndisk=['/a,,«hda»','/b,,hdc,cdrom']"],
    ],
    [
      [
        "usbctrl=['typ|e=pv','type=qusb']\nusbdev=['hostbus=1,hostaddr=3,controller=0','hostbus=1,hostaddr=4,controller=1']",
      ],
      [
        "usbctrl=['«type=pv»','type=qusb']\nusbdev=['hostbus=1,hostaddr=3,controller=«0»','hostbus=1,hostaddr=4,controller=1']",
      ],
    ],
    [['mem|ory=1\nvcpus=2\nmemory=3'], ['«memory»=1\nvcpus=2\n«memory»=3']],
    [
      ["name='n|et'", "vif=['backend=net','backend=other']", "name='x'\ndisk=['/a,,xvda,backend=net']"],
      ["name='«net»'", "vif=['backend=«net»','backend=other']", "name='x'\ndisk=['/a,,xvda,backend=«net»']"],
    ],
    [
      ["vif=['backend=n|et']", "name='net'", "name='net2'"],
      ["vif=['backend=«net»']", "name='«net»'", "name='net2'"],
    ],
    // What guests have in common.
    [
      ["vif=['mac=00:16:3E:00:00:0|1']", "vif=['mac=00:16:3e:00:00:01']", "vif=['mac=00:16:3e:00:00:02']"],
      ["vif=['mac=«00:16:3E:00:00:01»']", "vif=['mac=«00:16:3e:00:00:01»']", "vif=['mac=00:16:3e:00:00:02']"],
    ],
    [
      [
        "disk=['/dev/vg|/a,,xvda']",
        "disk=['phy:/dev/vg/a,xvdb,w']",
        "disk=['/dev/vg/a,,xvda,backend=store']",
      ],
      [
        "disk=['«/dev/vg/a»,,xvda']",
        "disk=['phy:«/dev/vg/a»,xvdb,w']",
        "disk=['/dev/vg/a,,xvda,backend=store']",
      ],
    ],
    // All functions of a slot, and one of them.
    [
      ["pci=['03:00.|1']", "pci=['0000:03:00.1']", "pci=['03:00.*']", "pci=['03:00.2']"],
      ["pci=['«03:00.1»']", "pci=['«0000:03:00.1»']", "pci=['«03:00.*»']", "pci=['03:00.2']"],
    ],
  ])('%s', (files, found) => expect(referred(files, true)).toEqual(found));
});

describe('references without definitions', () => {
  it.each<readonly [files: Files, found: Files]>([
    [["root='/dev/xvd|a1'\ndisk=['/a,,xvda']"], ["root='/dev/«xvda1»'\ndisk=['/a,,xvda']"]],
    [
      ["name='n|et'", "vif=['backend=net']"],
      ["name='net'", "vif=['backend=«net»']"],
    ],
    [
      ["vif=['backend=n|et']", "name='net'"],
      ["vif=['backend=«net»']", "name='net'"],
    ],
    [['mem|ory=1\nmemory=3'], ['«memory»=1\nmemory=3']],
    [["uuid='ac0a5b9e-cbe2-4c07-b43b-1d69e46fb83|9'"], ["uuid='«ac0a5b9e-cbe2-4c07-b43b-1d69e46fb839»'"]],
  ])('%s', (files, found) => expect(referred(files, false)).toEqual(found));
});

it('has no references where there is no symbol', () => {
  const files: Files = ["# no|te\nname='x'", "vif=['backend=x']"];
  expect(referred(files, true)).toEqual(["# note\nname='x'", "vif=['backend=x']"]);
});
