import { completion, resolveCompletion } from '@xlcfg/shared/src/features/completion.ts';
import { hover } from '@xlcfg/shared/src/features/hover.ts';
import { SPEC_LANGUAGES } from '@xlcfg/shared/src/languages/index.ts';
import type { SpecLanguage } from '@xlcfg/shared/src/languages/language.ts';
import { readStrings } from '@xlcfg/shared/src/languages/language.ts';
import { NEWEST_XEN_VERSION, type XenVersion } from '@xlcfg/shared/src/schema/xenVersions.ts';
import { parseConfig } from '@xlcfg/shared/src/syntax/index.ts';
import { describe, expect, it } from 'vitest';
import { apply, complete, HVM, labels, open, openMarked } from '../../../support/cursor.ts';

describe('an item taken', () => {
  it.each([
    // Keys and flags, with text before and behind.
    ["vif=['|']", 'mac=', "vif=['mac=']"],
    ["vif=['m|']", 'mac=', "vif=['mac=']"],
    ["vif=['bridge=br0,|']", 'mac=', "vif=['bridge=br0,mac=']"],
    ["vif=['bridge=br0, m|']", 'mac=', "vif=['bridge=br0, mac=']"],
    ["vif=['bridge=br0,m|,rate=1Mb/s']", 'mac=', "vif=['bridge=br0,mac=,rate=1Mb/s']"],
    ["vif=['mo|dl=e1000']", 'model=', "vif=['model=e1000']"],
    ["vif=['|bridge=br0']", 'mac=', "vif=['mac=,bridge=br0']"],
    ["vif=['bridge=br0,|rate=1Mb/s']", 'trusted', "vif=['bridge=br0,trusted,rate=1Mb/s']"],
    ["vif=['bridge=br0,tr|']", 'trusted', "vif=['bridge=br0,trusted']"],
    ["vif=['bridge=br0,tr| ,mac=1']", 'trusted', "vif=['bridge=br0,trusted,mac=1']"],
    ['vif=["script=a\\"b,m|"]', 'mac=', 'vif=["script=a\\"b,mac="]'],
    ['cpus="|"', 'all', 'cpus="all"'],
    ["cpuid='ho|'", 'host', "cpuid='host'"],
    ["vnuma=[['pnode=0','|']]", 'size=', "vnuma=[['pnode=0','size=']]"],
    ["vsnd=[['CARD, sh|']]", 'short-name=', "vsnd=[['CARD, short-name=']]"],
    ["rdm='|'", 'strategy=', "rdm='strategy='"],
    // Values.
    ["usbctrl=['type=|']", 'qusb', "usbctrl=['type=qusb']"],
    ["usbctrl=['type=q|,version=2']", 'qusb', "usbctrl=['type=qusb,version=2']"],
    ["usbctrl=['type=p|v,version=2']", 'qusb', "usbctrl=['type=qusb,version=2']"],
    ["usbctrl=['type=|pv,version=2']", 'qusb', "usbctrl=['type=qusb,version=2']"],
    [
      "virtio=['type=virtio,dev|,transport=mmio']",
      'virtio,device22',
      "virtio=['type=virtio,device22,transport=mmio']",
    ],
    ["pci=['03:00.0,permissive=|']", '1', "pci=['03:00.0,permissive=1']"],
    // Strings that are not closed yet.
    ["vif=['bridge=br0,|", 'mac=', "vif=['bridge=br0,mac="],
    ["vif = [ 'br| ]", 'bridge=', "vif = [ 'bridge= ]"],
    ["usbctrl = [ 'type=| ]", 'pv', "usbctrl = [ 'type=pv ]"],
    ["vif=['bridge=br0,tr| ]", 'trusted', "vif=['bridge=br0,trusted ]"],
    // Whole strings.
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
  ])('%s: %s', (marked, label, expected) => expect(complete(marked).take(label)).toBe(expected));

  it.each([
    ['vnuma = |', "vnuma = [ [ 'pnode=0', "],
    ['vnuma = [ | ]', "vnuma = [ [ 'pnode=0', "],
    ['vnuma = [ [ | ] ]', "vnuma = [ [ 'pnode=0', "],
  ])('%s: all strings of a group', (marked, expected) => {
    const { doc, offset } = openMarked(marked);
    const [first] = completion(doc, doc.text.positionAt(offset));
    const text = first ? apply(doc, first) : '';
    expect(text.startsWith(expected)).toBe(true);
    expect(parseConfig(`${text}\n`).errors).toEqual([]);
  });

  it('has a stop at each value, with the words to choose from', () => {
    const item = complete('usbctrl = [ | ]').items.find(({ label }) => label === 'type=pv,version=2,ports=4');
    expect(item?.textEdit?.newText).toBe(
      // biome-ignore lint/suspicious/noTemplateCurlyInString: a snippet
      "'type=${1|pv,auto,qusb,devicemodel|},version=${2|2,1,3|},ports=${3:4}'",
    );
  });
});

describe('what is offered', () => {
  it.each([
    ["vif=['|']", ['bridge=', 'mac=', 'ip=', 'script=', 'model=']],
    ["vtpm=['|']", ['backend=', 'uuid=']],
    ["channel=['|']", ['connection=', 'name=', 'path=']],
    ["usbctrl=['type=|']", ['auto', 'pv', 'qusb', 'devicemodel']],
    ['vif = [ | ]', ['bridge=xenbr0', 'mac=00:16:3e:5e:6c:00,bridge=xenbr0']],
    ["vnuma=[['pnode=0','|','size=512']]", ['vcpus=', 'vdistances=']],
  ])('%s: first', (marked, first) => expect(labels(marked).slice(0, first.length)).toEqual(first));

  it('old keys come last, and marked', () => {
    expect(labels("vif=['|']").slice(-2)).toEqual(['netdev=', 'accel=']);
    const old = complete("vif=['|']").items.filter(({ tags }) => tags?.includes(1));
    expect(old.map(({ label }) => label).toSorted()).toEqual(['accel=', 'netdev=']);
  });

  it.each([
    // What is there already, and what says the contrary.
    ["vif=['bridge=br0,|']", 'bridge=', 'mac= trusted untrusted'],
    ["vif=['|,bridge=br0']", 'bridge=', 'mac='],
    ["vif=['bridge=br0,trusted,|']", 'trusted untrusted', 'mac='],
    ["vif=['gatewaydev=a,|']", 'gatewaydev= netdev=', 'mac='],
    ["pci=['03:00.0,|']", 'bdf= name=', 'vslot= seize='],
    ["pci=['name=x,|']", 'bdf= name=', 'vslot= seize='],
    ["vnuma=[['pnode=0','|'],['size=1']]", 'pnode=', 'size='],
    ["vnuma=[['|','vcpus=0']]", 'vcpus=', 'pnode='],
    // Only where xl reads it.
    ["cpuid='|'", 'sse3=', 'host'],
    ["cpuid='host,|'", 'host', 'sse3='],
    ["vsnd=[['CARD, |']]", 'CARD unique-id=', 'short-name='],
    ["rdm='policy=|'", 'strict relaxed', ''],
    // Values that nobody writes, or of another type of guest.
    ["vkb=['backend-type=|']", 'unknown', 'qemu linux'],
    ["vif=['type=|']", 'ioemu', 'vif'],
    [`${HVM}vif=['type=|']`, '', 'ioemu vif'],
  ])('%s: without %s, with %s', (marked, out, in_) => {
    const found = labels(marked);
    for (const label of out.split(' ').filter(Boolean)) expect(found).not.toContain(label);
    for (const label of in_.split(' ').filter(Boolean)) expect(found).toContain(label);
  });

  it.each([
    ["vif=['|']", '4.14', 'mtu=', '4.15'],
    ["pci=['03:00.0,|']", '4.4', 'seize=', '4.5'],
    ["pci=['|']", '4.14', 'bdf=', '4.15'],
    ["vif=['|']", '4.16', 'untrusted', '4.17'],
    ["cpus=['|']", '4.4', 'all', '4.5'],
    ['vkb=[|]', '4.11', 'backend-type=qemu', '4.12'],
  ] as const)('%s: in %s no %s', (marked, without, label, with_) => {
    expect(labels(marked, without)).not.toContain(label);
    expect(labels(marked, with_)).toContain(label);
  });

  it.each([
    "vif='|'",
    "vif=[['|']]",
    "rdm=['|']",
    "vnuma=['|']",
    "vif=['foo=|']",
    "vif=['mac=|']",
    "vif=['bridge=a b|']",
    "vif=['bridge=a'|]",
    "vif=['mtu=|']",
    "irqs=['|']",
  ])('nothing in %s', (marked) => expect(labels(marked)).toEqual([]));
});

describe('resolving', () => {
  it.each([
    ["vif=['|']", 'mac=', '`mac` (network interface: key)'],
    ["vif=['|']", 'trusted', '`trusted` (network interface: flag)'],
    [
      "usbctrl=['type=|']",
      'qusb',
      'QEMU, with the same driver in the guest.\n\nWho provides the controller.',
    ],
    ['vif=[|]', 'bridge=xenbr0', '`bridge` (network interface: key)'],
  ])('%s: %s', (marked, label, text) => {
    const item = complete(marked).items.find((one) => one.label === label);
    const { documentation } = resolveCompletion(JSON.parse(JSON.stringify(item)));
    expect(documentation).toMatchObject({ kind: 'markdown', value: expect.stringContaining(text) });
  });
});

const LANGUAGES = SPEC_LANGUAGES.filter(({ parameters }) => parameters.length > 0);

/** A setting of an option with the text in a string at its place. */
const WRAPPED: Readonly<Record<SpecLanguage['shape'], (text: string) => string>> = {
  text: (text) => `'${text}'`,
  items: (text) => `[ '${text}' ]`,
  textOrItems: (text) => `'${text}'`,
  groups: (text) => `[ [ '${text}' ] ]`,
};

const RELEASES_ASKED: readonly XenVersion[] = ['4.7', '4.14', '4.17', NEWEST_XEN_VERSION];

describe('every key and word that is offered, xl knows', () => {
  it.each(
    LANGUAGES.flatMap((language) =>
      language.options.map((option) => [option, language.shape, language] as const),
    ),
  )('%s', (option, shape, language) => {
    for (const xenVersion of RELEASES_ASKED) {
      for (const inside of ['', 'x']) {
        const marked = `${HVM}${option} = ${WRAPPED[shape](`${inside}|`)}`;
        const { doc, offset } = openMarked(marked, xenVersion);
        for (const item of completion(doc, doc.text.positionAt(offset))) {
          const [, , text = ''] = /(['"])(.*)\1/.exec(apply(doc, item).slice(HVM.length)) ?? [];
          const read = readStrings(language, [text], { xenVersion, guestType: 'hvm', numberOf: () => null });
          const unknown = read.flatMap(({ faults }) => faults.filter(({ kind }) => kind === 'unknown-key'));
          expect({ xenVersion, text, unknown }).toEqual({ xenVersion, text, unknown: [] });
        }
      }
    }
  });
});

describe('every whole string that is offered, xl takes', () => {
  it.each(LANGUAGES.flatMap(({ options }) => options))('%s', (option) => {
    let found = 0;
    for (const xenVersion of RELEASES_ASKED) {
      const { doc, offset } = openMarked(`${HVM}${option} = |`, xenVersion);
      for (const item of completion(doc, doc.text.positionAt(offset))) {
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

describe('every beginning of an example, at every offset', () => {
  /** The first example of the language that it is itself the option of, with something behind. */
  const sampleOf = ({ options, parameters }: SpecLanguage): string =>
    parameters
      .map(({ example = '' }) => example)
      .find((example) => options.some((one) => example.includes(one))) ?? '';

  it.each(LANGUAGES.map((language) => [language.options[0] ?? '', sampleOf(language)] as const))(
    '%s: %s',
    (_, sample) => {
      for (let length = 0; length <= sample.length; length++) {
        const doc = open(sample.slice(0, length));
        for (let offset = 0; offset <= length; offset++) {
          const position = doc.text.positionAt(offset);
          for (const { label, textEdit } of completion(doc, position)) {
            if (!textEdit || !('range' in textEdit)) throw new Error(`no edit: ${label}`);
            const from = doc.text.offsetAt(textEdit.range.start);
            const to = doc.text.offsetAt(textEdit.range.end);
            const isOnLine = textEdit.range.start.line === textEdit.range.end.line;
            if (!isOnLine || from > offset || to < offset || to > length) {
              expect.fail(`${label} at ${offset} of ${length}: ${from} to ${to}`);
            }
          }
          const range = hover(doc, position)?.range;
          if (range) {
            expect(doc.text.offsetAt(range.start)).toBeLessThanOrEqual(offset);
            expect(doc.text.offsetAt(range.end)).toBeGreaterThan(offset);
          }
        }
      }
    },
    30_000,
  );

  it('has a sample of every language', () => {
    const without = LANGUAGES.filter((language) => sampleOf(language) === '').map(
      ({ options }) => options[0],
    );
    expect(without).toEqual(['cpus_soft']);
  });
});
