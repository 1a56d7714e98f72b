import { completion } from '@xlcfg/shared/src/features/completion.ts';
import { parseDiskSpec } from '@xlcfg/shared/src/languages/disk/parser.ts';
import { parseVdev } from '@xlcfg/shared/src/languages/disk/vdev.ts';
import { SPEC_LANGUAGES } from '@xlcfg/shared/src/languages/index.ts';
import { GUEST_TYPES } from '@xlcfg/shared/src/schema/types.ts';
import { NEWEST_XEN_VERSION, type XenVersion } from '@xlcfg/shared/src/schema/xenVersions.ts';
import { parseConfig } from '@xlcfg/shared/src/syntax/index.ts';
import { describe, expect, it } from 'vitest';
import { apply, complete, HVM, labels, open, openMarked } from '../../../support/cursor.ts';

describe('an accepted string', () => {
  it.each([
    ['vif = |', 'bridge=xenbr0', "vif = [ 'bridge=xenbr0' ]"],
    ['vif = [ |', 'bridge=xenbr0', "vif = [ 'bridge=xenbr0'"],
    ['vif = [ | ]', 'bridge=xenbr0', "vif = [ 'bridge=xenbr0' ]"],
    ['vif = [ br| ]', 'bridge=xenbr0', "vif = [ 'bridge=xenbr0' ]"],
    ["vif = [ 'mac=1' | ]", 'bridge=xenbr0', "vif = [ 'mac=1' , 'bridge=xenbr0' ]"],
    ["vif = [ | 'mac=1' ]", 'bridge=xenbr0', "vif = [ 'bridge=xenbr0',  'mac=1' ]"],
    ['pci = [ | ]', '03:00.0,permissive=1', "pci = [ '03:00.0,permissive=1' ]"],
    ['rdm = |', 'strategy=host', "rdm = 'strategy=host'"],
    ['cpus = |', '0-3,^1', "cpus = '0-3,^1'"],
    ['cpus = [ | ]', '0-3,^1', "cpus = [ '0-3,^1' ]"],
    ['irqs = |', '88', "irqs = [ '88' ]"],
    ['usbdev = [ | ]', 'hostbus=1,hostaddr=3', "usbdev = [ 'hostbus=1,hostaddr=3' ]"],
    // The templates of disks, with free vdevs.
    ['disk = |', 'disk', "disk = [ '/dev/vg/guest,raw,xvda,rw' ]"],
    ['disk = [ |', 'disk', "disk = [ '/dev/vg/guest,raw,xvda,rw'"],
    ['disk = [ | ]', 'disk by names', "disk = [ 'vdev=xvda, format=raw, access=rw, target=/dev/vg/guest' ]"],
    ["disk = [ '/a,raw,xvda,w', | ]", 'disk', "disk = [ '/a,raw,xvda,w', '/dev/vg/guest,raw,xvdb,rw' ]"],
    ["disk = [ '/a,raw,xvda,w' | ]", 'disk', "disk = [ '/a,raw,xvda,w' , '/dev/vg/guest,raw,xvdb,rw' ]"],
    ["disk = [ | '/a,raw,xvda,w' ]", 'disk', "disk = [ '/dev/vg/guest,raw,xvdb,rw',  '/a,raw,xvda,w' ]"],
    [
      "disk = [\n  '/a,raw,xvda,w',\n  |\n]",
      'cdrom',
      "disk = [\n  '/a,raw,xvda,w',\n  '/srv/install.iso,raw,xvdb,ro,cdrom'\n]",
    ],
    [
      "disk = [\n  '/a,raw,xvda,w',\n  cd|",
      'cdrom, empty',
      "disk = [\n  '/a,raw,xvda,w',\n  'vdev=xvdb, cdrom'",
    ],
    [`${HVM}disk = [ | ]`, 'cdrom', `${HVM}disk = [ '/srv/install.iso,raw,hdc,ro,cdrom' ]`],
    [`${HVM}disk = [ | ]`, 'disk', `${HVM}disk = [ '/dev/vg/guest,raw,hda,rw' ]`],
  ])('%s: %s', (marked, label, expected) => expect(complete(marked).take(label)).toBe(expected));

  it.each([
    ['vnuma = |', "vnuma = [ [ 'pnode=0', "],
    ['vnuma = [ | ]', "vnuma = [ [ 'pnode=0', "],
    ['vnuma = [ [ | ] ]', "vnuma = [ [ 'pnode=0', "],
  ])('%s: all strings of a group', (marked, expected) => {
    const { doc, offset } = openMarked(marked);
    const [first] = completion(doc, doc.text.positionAt(offset)).items;
    const text = first ? apply(doc, first) : '';
    expect(text.startsWith(expected)).toBe(true);
    expect(parseConfig(`${text}\n`).errors).toEqual([]);
  });

  it('has a tab stop at each value, with the values to choose from', () => {
    const item = complete('usbctrl = [ | ]').items.find(({ label }) => label === 'type=pv,version=2,ports=4');
    expect(item?.textEdit?.newText).toBe(
      // biome-ignore lint/suspicious/noTemplateCurlyInString: a snippet
      "'type=${1|pv,auto,qusb,devicemodel|},version=${2|2,1,3|},ports=${3:4}'",
    );
    const cdrom = complete(`${HVM}disk = [ | ]`).items.find(({ label }) => label === 'cdrom, empty');
    // biome-ignore lint/suspicious/noTemplateCurlyInString: a snippet
    expect(cdrom?.textEdit?.newText).toBe("'vdev=${1|hdc,hdd,hdb,hda,xvda|}, cdrom'");
  });
});

describe('the strings that are offered', () => {
  it.each([
    ['disk = [ |', ['disk', 'disk by names', 'cdrom', 'cdrom, empty']],
    ['vif = [ | ]', ['bridge=xenbr0', 'mac=00:16:3e:5e:6c:00,bridge=xenbr0']],
  ])('%s', (marked, first) => expect(labels(marked).slice(0, first.length)).toEqual(first));

  it.each([
    ['disk=[|', '4.1', 'disk', '4.2'],
    ['vkb=[|]', '4.11', 'backend-type=qemu', '4.12'],
  ] as const)('%s: not in %s %s, but in %s', (marked, without, label, with_) => {
    expect(labels(marked, without)).not.toContain(label);
    expect(labels(marked, with_)).toContain(label);
  });
});

describe('whole disks', () => {
  it.each(GUEST_TYPES)('are accepted by xl, and each has a free vdev: %s', (type) => {
    const { doc, offset } = openMarked(`type="${type}"\ndisk=['/a,raw,xvda,w', |]`, NEWEST_XEN_VERSION);
    const items = completion(doc, doc.text.positionAt(offset)).items;
    expect(items.length).toBe(4);
    for (const item of items) {
      const { errors, settings } = parseConfig(`${apply(doc, item)}\n`);
      expect(errors).toEqual([]);
      const list = settings.at(-1)?.value;
      const added = list?.kind === 'list' ? list.items.at(-1) : undefined;
      const spec =
        added?.kind === 'string' ? parseDiskSpec(added.content.text, NEWEST_XEN_VERSION) : undefined;
      expect(spec?.faults).toEqual([]);
      expect(parseVdev(spec?.fields.vdev ?? '')?.disk).toBeGreaterThan(0);
      expect(spec?.fields.is_cdrom).toBe(item.label.startsWith('cdrom'));
    }
  });
});

const LANGUAGES = SPEC_LANGUAGES.filter(({ parameters }) => parameters.length > 0);

const VERSIONS_ASKED: readonly XenVersion[] = ['4.7', '4.14', '4.17', NEWEST_XEN_VERSION];

/** Before 4.10 xl does not read `type`. */
const HVM_IN_ANY_VERSION = `builder = "hvm"\n${HVM}`;

describe('xl accepts every string that is offered', () => {
  it.each(LANGUAGES.flatMap(({ options }) => options))('%s', (option) => {
    let found = 0;
    for (const xenVersion of VERSIONS_ASKED) {
      const { doc, offset } = openMarked(`${HVM_IN_ANY_VERSION}${option} = |`, xenVersion);
      for (const item of completion(doc, doc.text.positionAt(offset)).items) {
        found++;
        const text = `${apply(doc, item)}\n`;
        expect({ text, errors: parseConfig(text).errors }).toEqual({ text, errors: [] });
        const { specs, nonStringItems } = open(text, xenVersion).specs;
        expect(nonStringItems).toEqual([]);
        const faults = specs.flatMap(({ spec }) => spec.faults.filter(({ effect }) => effect !== 'none'));
        expect({ text, xenVersion, faults }).toEqual({ text, xenVersion, faults: [] });
      }
    }
    expect(found).toBeGreaterThan(0);
  });
});
