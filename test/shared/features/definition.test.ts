import { describe, expect, it } from 'vitest';
import { defined, type Files } from '../../support/symbols.ts';

/** A file with the cursor, and the same with what it leads to. */
type InFile = readonly [source: string, found: string];

const HVM = 'type="hvm"\n';

describe('a device name leads to its disk', () => {
  it.each<InFile>([
    ["root='/dev/xv|da1'\ndisk=['/a,raw,xvda1,w']", "root='/dev/xvda1'\ndisk=['/a,raw,«xvda1»,w']"],
    ["root='/dev/xv|da1'\ndisk=['/a,raw,xvda,w']", "root='/dev/xvda1'\ndisk=['/a,raw,«xvda»,w']"],
    [
      "root='/dev/xvda1| ro'\ndisk=['vdev=xvda,target=/a']",
      "root='/dev/xvda1 ro'\ndisk=['vdev=«xvda»,target=/a']",
    ],
    [
      "extra='ro root=/dev/|xvdb resume=x'\ndisk=['/a,,xvda','/b,,xvdb']",
      "extra='ro root=/dev/xvdb resume=x'\ndisk=['/a,,xvda','/b,,«xvdb»']",
    ],
    ["cmdline='root=xvd|a'\ndisk=['/a,,xvda']", "cmdline='root=xvda'\ndisk=['/a,,«xvda»']"],
    [
      "bootloader_args=['--x', '--args=root=/dev/xv|da1']\ndisk=['/a,,xvda']",
      "bootloader_args=['--x', '--args=root=/dev/xvda1']\ndisk=['/a,,«xvda»']",
    ],
    // A partition that is its own disk comes before the disk that it could be on.
    [
      "root='/dev/xvda|2'\ndisk=['/a,,xvda','/b,,xvda2']",
      "root='/dev/xvda2'\ndisk=['/a,,xvda','/b,,«xvda2»']",
    ],
    // Names count by their number.
    ["root='/dev/xvda|1'\ndisk=['/a,,d0p1']", "root='/dev/xvda1'\ndisk=['/a,,«d0p1»']"],
    ["root='/dev/xvda|1'\ndisk=['/a,,51712']", "root='/dev/xvda1'\ndisk=['/a,,«51712»']"],
    // Linux calls hdc xvdc, unless there is an xvdc.
    ["root='/dev/xvdc|1'\ndisk=['/a,,hda','/b,,hdc']", "root='/dev/xvdc1'\ndisk=['/a,,hda','/b,,«hdc»']"],
    ["root='/dev/xvdc|1'\ndisk=['/b,,hdc','/a,,xvdc']", "root='/dev/xvdc1'\ndisk=['/b,,hdc','/a,,«xvdc»']"],
    ["root='/dev/sda|1'\ndisk=['phy:/a,ioemu:sda,w']", "root='/dev/sda1'\ndisk=['phy:/a,ioemu:«sda»,w']"],
    [
      "extra='a'\nextra+=' root=/dev/xv|da1'\ndisk=['/a,,xvda']",
      "extra='a'\nextra+=' root=/dev/xvda1'\ndisk=['/a,,«xvda»']",
    ],
    // Escapes: the last one of four characters stands for nothing.
    ["root='\\t/dev/xv|da1'\ndisk=['/a\\011x,,xvda']", "root='\\t/dev/xvda1'\ndisk=['/a\\011x,,«xvda»']"],
    ["disk=['/a,,xv|da']", "disk=['/a,,«xvda»']"],
    // Only what counts.
    [
      "disk=['/a,,xvda']\nroot='/dev/xv|da1'\ndisk=['/b,,xvda']",
      "disk=['/a,,xvda']\nroot='/dev/xvda1'\ndisk=['/b,,«xvda»']",
    ],
  ])('%s', (source, found) => expect(defined([source])).toEqual([found]));

  it.each([
    ["root='/dev/xvdb|1'\ndisk=['/a,,xvda']"],
    ["root='/dev/mapper/xvd|a1'\ndisk=['/a,,xvda']"],
    ["root='xvda1-x|vda1'\ndisk=['/a,,xvda']"],
    ["root='/dev/xv|da1'\nroot='/dev/xvda2'\ndisk=['/a,,xvda']"],
    ["kernel='/dev/xv|da1'\ndisk=['/a,,xvda']"],
    ["#root='/dev/xv|da1'\ndisk=['/a,,xvda']"],
    ["root='/dev/xv|da1'\ndisk='/a,,xvda'"],
  ])('no definition: %s', (source) => expect(defined([source])).toEqual([source.replace('|', '')]));
});

describe('a USB device leads to its controller', () => {
  const CONTROLLERS = "usbctrl=['type=pv','version=2,ports=4']\n";
  it.each<InFile>([
    [
      `${CONTROLLERS}usbdev=['hostbus=1,hostaddr=3,controller=|1,port=2']`,
      "usbctrl=['type=pv','«version=2,ports=4»']\nusbdev=['hostbus=1,hostaddr=3,controller=1,port=2']",
    ],
    [
      `${CONTROLLERS}usbdev=['hostbus=1,hostaddr=3,controller=0|']`,
      "usbctrl=['«type=pv»','version=2,ports=4']\nusbdev=['hostbus=1,hostaddr=3,controller=0']",
    ],
    // A word is 0 to xl.
    [
      `${CONTROLLERS}usbdev=['hostbus=1,hostaddr=3,controller=fi|rst']`,
      "usbctrl=['«type=pv»','version=2,ports=4']\nusbdev=['hostbus=1,hostaddr=3,controller=first']",
    ],
    // += makes one list of two.
    [
      "usbctrl=['type=pv']\nusbctrl+=['ports=4']\nusbdev=['hostbus=1,hostaddr=3,controller=|1']",
      "usbctrl=['type=pv']\nusbctrl+=['«ports=4»']\nusbdev=['hostbus=1,hostaddr=3,controller=1']",
    ],
  ])('%s', (source, found) => expect(defined([source])).toEqual([found]));

  it.each([
    [`${CONTROLLERS}usbdev=['hostbus=1,hostaddr=3,controller=|2']`],
    [`${CONTROLLERS}usbdev=['hostbus=1,hostaddr=3,controller=-|1']`],
    ["usbctrl=['typ|e=pv']"],
  ])('no definition: %s', (source) => expect(defined([source])).toEqual([source.replace('|', '')]));
});

describe('a letter of boot leads to its device', () => {
  it.each<InFile>([
    [
      `${HVM}boot='|cd'\ndisk=['/x,,hdc,cdrom','/b,,hdb','/a,,xvda']`,
      `${HVM}boot='cd'\ndisk=['/x,,hdc,cdrom','/b,,hdb','/a,,«xvda»']`,
    ],
    [
      `${HVM}boot='c|d'\ndisk=['/x,,hdd,cdrom','/y,,hdc,cdrom']`,
      `${HVM}boot='cd'\ndisk=['/x,,hdd,cdrom','/y,,«hdc»,cdrom']`,
    ],
    // IDE comes before SCSI, and what is not emulated cannot be booted from.
    [`${HVM}boot='|c'\ndisk=['/x,,sda','/y,,hdb']`, `${HVM}boot='c'\ndisk=['/x,,sda','/y,,«hdb»']`],
    [`${HVM}boot='|c'\ndisk=['/x,,sda','/y,,xvde']`, `${HVM}boot='c'\ndisk=['/x,,«sda»','/y,,xvde']`],
    [
      `${HVM}hdtype='ahci'\nboot='|c'\ndisk=['/x,,sda','/y,,xvde']`,
      `${HVM}hdtype='ahci'\nboot='c'\ndisk=['/x,,sda','/y,,«xvde»']`,
    ],
    [`${HVM}boot='cd|n'\nvif=['type=vif','bridge=b']`, `${HVM}boot='cdn'\nvif=['type=vif','«bridge=b»']`],
  ])('%s', (source, found) => expect(defined([source])).toEqual([found]));

  it.each([
    [`${HVM}boot='|a'\ndisk=['/a,,hda']`],
    [`${HVM}boot='|c'\ndisk=['/a,,hdc,cdrom']`],
    [`${HVM}boot='|c'\ndisk=['/y,,xvde']`],
    [`${HVM}boot='|n'\nvif=['type=vif']`],
    [`${HVM}boot='n'\nvif=['bri|dge=b']`],
    ["boot='|c'\ndisk=['/a,,hda']"],
  ])('no definition: %s', (source) => expect(defined([source])).toEqual([source.replace('|', '')]));
});

describe('an option leads to its effective setting', () => {
  it.each<InFile>([
    ['mem|ory=1\nvcpus=2\nmemory=3', 'memory=1\nvcpus=2\n«memory»=3'],
    ["ext|ra='a'\nextra='b'\nextra+='c'", "extra='a'\n«extra»='b'\n«extra»+='c'"],
    ['memory|=1', '«memory»=1'],
  ])('%s', (source, found) => expect(defined([source])).toEqual([found]));
});

describe('a backend leads to the guest of that name', () => {
  it.each<readonly [files: Files, found: Files]>([
    [
      ["vif=['backend=ne|t']", "name='net'"],
      ["vif=['backend=net']", "name='«net»'"],
    ],
    [
      ["disk=['/a,,xvda,backend=st|ore']", "name='other'", 'name="st\\141ore"'],
      ["disk=['/a,,xvda,backend=store']", "name='other'", 'name="«st\\141ore»"'],
    ],
    [
      ["vtpm=['backend=|t']", "name='x'\nname='t'"],
      ["vtpm=['backend=t']", "name='x'\nname='«t»'"],
    ],
    [
      ["p9=['tag=a,path=/b,security_model=none,backend=f|s']", "name='fs'"],
      ["p9=['tag=a,path=/b,security_model=none,backend=fs']", "name='«fs»'"],
    ],
    [
      ["vkb=['backend-type=qemu,backend=i|n']", "name='in'"],
      ["vkb=['backend-type=qemu,backend=in']", "name='«in»'"],
    ],
    [
      ["vif=['backend=ne|t']", "name='net'", "name='net'"],
      ["vif=['backend=net']", "name='«net»'", "name='«net»'"],
    ],
    // The guest's own name, and a guest that is its own backend.
    [
      ["name='n|et'", "vif=['backend=net']"],
      ["name='«net»'", "vif=['backend=net']"],
    ],
    [["name='net'\nvif=['backend=n|et']"], ["name='«net»'\nvif=['backend=net']"]],
    // A number is a domain and no name.
    [
      ["vif=['backend=|5']", "name='5'"],
      ["vif=['backend=5']", "name='5'"],
    ],
    [
      ["vif=['backend=ne|t']", "name='Net'"],
      ["vif=['backend=net']", "name='Net'"],
    ],
  ])('%s', (files, found) => expect(defined(files)).toEqual(found));
});
