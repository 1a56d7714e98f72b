import type { XlDocument } from '@xlcfg/shared/src/document/document.ts';
import { inlayHints } from '@xlcfg/shared/src/features/inlayHints.ts';
import { DEFAULT_SETTINGS, type InlayHintSettings, type Settings } from '@xlcfg/shared/src/settings.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { InlayHint } from 'vscode-languageserver-types';
import { open } from '../../support/documents.ts';
import { configText, diskSpecText, law } from '../../support/laws.ts';
import { marked } from '../../support/markers.ts';

const none: InlayHintSettings = { fieldNames: false, numbers: false, backends: false, defaults: false };
const only = (kind: keyof InlayHintSettings): Partial<Settings> => ({
  inlayHints: { ...none, [kind]: true },
});

const everything = (doc: XlDocument): InlayHint[] =>
  inlayHints(doc, { start: doc.text.positionAt(0), end: doc.text.positionAt(doc.text.getText().length) });

/** The text with each hint in its place, in angle quotes. */
function shown(text: string, settings: Partial<Settings>, uri?: string): string {
  const doc = open(text, settings, uri);
  return everything(doc)
    .toReversed()
    .reduce((now, { position, label }) => {
      const at = doc.text.offsetAt(position);
      return `${now.slice(0, at)}‹${label}›${now.slice(at)}`;
    }, text);
}

const check = (
  kind: keyof InlayHintSettings,
  cases: readonly (readonly [expected: string, settings?: Partial<Settings>])[],
): void => {
  it.each(cases.map(([expected, settings]) => ({ expected, settings })))(
    '$expected',
    ({ expected, settings }) => {
      const text = expected.replaceAll(/‹[^›]*›/g, '');
      expect(shown(text, { ...only(kind), ...settings })).toBe(expected);
    },
  );
};

describe('field names', () => {
  check('fieldNames', [
    ["disk = [ '‹target:›/dev/vg/a,‹format:›raw,‹vdev:›xvda,‹access:›rw,cdrom' ]"],
    ["disk = [ 'tap:aio:/a,‹vdev:›hdc:cdrom,‹access:›r' ]"],
    ["disk = [ 'vdev=xvda,‹target:›/a, ‹format:›raw,access=ro' ]"],
    ["disk = [ '‹target:›/a,‹format:›,‹vdev:›xvda,' ]"],
    // The decoded text is shorter than what is written.
    ['disk = [ "‹target:›/a\\"b\\\\c,‹format:›raw,‹vdev:›xvda" ]'],
    ["disk = [ '/a,raw,xvda,rw' ]\ndisk = [ '‹target:›/b,‹format:›raw,‹vdev:›xvdb' ]"],
    ["disk = [ [ 'x' ], '/a,raw,xvda,rw' ]"],
    ["disk = '/a,raw,xvda,rw'"],
    ["pci = [ '‹bdf:›03:00.0@‹vslot:›6,permissive=1' ]"],
    ["pci = [ 'bdf=03:00.0,vslot=6' ]"],
    ["vif = [ 'bridge=br0,untrusted' ]"],
    ['vcpus = 2\ncpus = "all,^0,nodes:1"'],
    ["vsnd = [ [ 'CARD, short-name=Main' ] ]"],
    ['ioports = [ "2f8-2ff" ]'],
  ]);
});

describe('numbers', () => {
  check('numbers', [
    ['memory = 2048‹= 2 GiB›'],
    ['memory = "2048"‹= 2 GiB› # two'],
    ['memory = 1536‹= 1.5 GiB›'],
    ['memory = 2097152‹= 2 TiB›'],
    ['memory = 5000‹≈ 4.88 GiB›'],
    ['memory = 1048576‹= 1 TiB›'],
    ['memory = 512'],
    ['memory = 0'],
    ['memory = 0x800‹= 2048 MiB, 2 GiB›'],
    ['vcpus = 010‹= 8›'],
    ['vcpus = 0x10‹= 16›'],
    ['vcpus = 10'],
    ['vcpus = 08'],
    ['memory = 4096\nmemory = 1024‹= 1 GiB›'],
    ['memory = 2048\nmemory += 1'],
    ['name = "0x10"'],
    ['acpi = 0x1'],
    ['altp2m = 1‹= mixed›'],
    ['altp2m = 1', { xenVersion: '4.8', ...only('numbers') }],
    ['type = "hvm"\nrtc_timeoffset = 5400‹= 1.5 h›\nvideoram = 1024‹= 1 GiB›'],
    ['type = "hvm"\nrtc_timeoffset = "-3600"‹= -1 h›'],
    // Not read for this type of guest.
    ['type = "pv"\nmmio_hole = 2048'],
    ['vmtrace_buf_kb = 1024‹= 1 MiB›'],
    ["disk = [ '/a,raw,0x301‹= 769, hda1›,rw' ]"],
    ["disk = [ '/a,raw,51712‹= xvda›,rw', '/b,raw,d1p2‹= xvdb2›,rw', '/c,raw,xvdc,rw' ]"],
    ["disk = [ 'format=raw,vdev=5632‹= hdc›,target=/a' ]"],
    ["disk = [ '/a,raw,010‹= 8›,rw' ]"],
    ['disk = [ "/a\\"b,raw,51712‹= xvda›,rw" ]'],
    ["disk = [ '/a,raw,51712,rw' ]\ndisk = [ ]"],
    ["disk = [ '/a,raw,d-1p0,rw' ]"],
  ]);

  it('include the options of other kinds of files', () => {
    const uri = 'file:///etc/xen/xl.conf';
    expect(shown('max_grant_frames = 0x40\n', only('numbers'), uri)).toBe('max_grant_frames = 0x40‹= 64›\n');
  });
});

describe('backends', () => {
  check('backends', [
    ["type = 'pv'\ndisk = [ '/a,raw,xvda,rw'‹backendtype: phy›, '/b,qcow2,xvdb'‹backendtype: qdisk› ]"],
    ["type = 'pv'\ndisk = [ '/a,,xvda,,discard'‹backendtype: phy› ]"],
    ["type = 'hvm'\ndisk = [ ',,hdc,,cdrom'‹backendtype: qdisk› ]"],
    ["type = 'pv'\ndisk = [ '/a,raw,xvda,rw,backendtype=qdisk' ]"],
    ["type = 'pv'\ndisk = [ '/a,vmdk,xvda,rw' ]"],
    ["type = 'pv'\ndisk = [ '/a,qcow2,xvda,rw,script=block-x' ]"],
    ["type = 'pv'\ndisk = [ '/a,raw,xvda"],
    ["type = 'pv'\ndisk = [ '/a,raw,xvda' ]\ndisk = [ ]"],
    [
      "builder = 'generic'\ndisk = [ '/a,raw,xvda'‹backendtype: phy or qdisk› ]",
      { xenVersion: '4.5', ...only('backends') },
    ],
  ]);
});

describe('defaults', () => {
  check('defaults', [
    ["type = 'pv'\ndisk = [ '/a,‹raw›,xvda,‹rw›,discard' ]"],
    ["type = 'hvm'\ndisk = [ ',‹empty›,hdc,‹ro›,cdrom' ]"],
    ["type = 'pv'\ndisk = [ '/a,vmdk,xvda,rw' ]"],
    ['name = "web"‹type: pv›\nmemory = 512'],
    ['name = "a"\nname = "b"‹type: pv› # last'],
    ['name = "web"\nbuilder = "hvm"'],
    ['name = "web"\ntype = "xyz"'],
    ['name = '],
    // On Arm it is pvh.
    ['name = "web"‹type: pvh›\ndtdev = [ "/soc/serial" ]'],
    ['name = "web"‹type: pvh›\nkernel = "/k"', { architecture: 'arm' }],
    ['name = "web"‹type: pv›\ndtdev = [ "/soc/serial" ]', { architecture: 'x86' }],
  ]);

  it('are shown for guests only', () => {
    expect(shown('name = "web"\n', only('defaults'), 'file:///etc/xen/cpupool')).not.toContain('type');
  });
});

describe('all kinds together', () => {
  const all = { inlayHints: { fieldNames: true, numbers: true, backends: true, defaults: true } };
  const text = 'name = "web"\nmemory = 2048\ndisk = [ \'/a,,51712,w\' ]\n';

  it('are in the order of the text, a field name before a default', () => {
    expect(shown(text, all)).toBe(
      'name = "web"‹type: pv›\nmemory = 2048‹= 2 GiB›\n' +
        "disk = [ '‹target:›/a,‹format:›‹raw›,‹vdev:›51712‹= xvda›,‹access:›w'‹backendtype: phy› ]\n",
    );
  });

  it('can be switched off one by one', () => {
    expect(shown(text, { inlayHints: none })).toBe(text);
  });

  it('are limited to the requested range', () => {
    const { text: whole, spans } = marked("name = 'a'\nmemory = «2048\ndisk = [ '/a,raw,x»vda,w' ]\n");
    const doc = open(whole, all);
    const [{ start, end } = { start: 0, end: 0 }] = spans;
    const range = { start: doc.text.positionAt(start), end: doc.text.positionAt(end) };
    expect(inlayHints(doc, range).map(({ label }) => label)).toEqual([
      '= 2 GiB',
      'target:',
      'format:',
      'vdev:',
    ]);
  });

  it('have tooltips of whole sentences', () => {
    const doc = open(text, all);
    for (const { tooltip } of everything(doc)) {
      expect(typeof tooltip === 'object' && tooltip.value).toMatch(/\.|`/);
    }
    const vdev = everything(doc).find(({ label }) => label === 'vdev:');
    expect(JSON.stringify(vdev?.tooltip)).toContain('51712');
  });
});

describe('any text', () => {
  it('has hints in order, within the text, and not between CR and LF', () => {
    law(
      fc.oneof(
        configText,
        diskSpecText.map((spec) => `disk = [ '${spec}', "${spec}" ]`),
      ),
      (text) => {
        const doc = open(text);
        const offsets = everything(doc).map(({ position }) => {
          const at = doc.text.offsetAt(position);
          expect(doc.text.positionAt(at)).toEqual(position);
          return at;
        });
        expect(offsets).toEqual(offsets.toSorted((a, b) => a - b));
      },
    );
  });
});

it('only the backends are shown by default', () => {
  const text = 'name = "web"\nmemory = 2048\ndisk = [ \'/a,,51712,w\' ]\n';
  expect(shown(text, {})).toBe(text.replace("w'", "w'‹backendtype: phy›"));
  const { inlayHints } = DEFAULT_SETTINGS;
  expect(inlayHints).toEqual({ ...none, backends: true });
});
