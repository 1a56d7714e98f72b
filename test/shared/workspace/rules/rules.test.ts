/** Every rule across files: files in which it finds something, and files close to those in which it finds nothing. */

import { ALL_RULES } from '@xlcfg/shared';
import type { Settings } from '@xlcfg/shared/src/settings.ts';
import { WORKSPACE_RULES } from '@xlcfg/shared/src/workspace/rules/index.ts';
import { describe, expect, it } from 'vitest';
import { mark, marked } from '../../../support/markers.ts';
import { type Files, problemsIn, uriOf, workspaceOf } from '../files.ts';

/** A guest of this name, with one more line. */
const guest = (name: string, line: string, type = 'hvm'): string =>
  `name = "${name}"\ntype = "${type}"\n${line}\n`;

const disk = (...specs: string[]): string => `disk = [ ${specs.map((spec) => `'${spec}'`).join(', ')} ]`;
const vif = (mac: string): string => `vif = [ "mac=${mac}" ]`;

const UUID = '01234567-89ab-cdef-0123-456789abcdef';

interface Case {
  /** The first file is judged; what is found in it is marked. */
  readonly files: Files;
  readonly severity?: string;
  /** What the message has in it. */
  readonly says?: RegExp;
  /** The files that the problem points at. */
  readonly others?: readonly string[];
}

const CASES: Readonly<
  Record<string, { readonly fires: readonly Case[]; readonly silent: readonly Files[] }>
> = {
  'duplicate-name': {
    fires: [
      {
        files: { 'a.cfg': 'name = "«web»"\n', 'b.cfg': 'name = "web"\n' },
        severity: 'warning',
        says: /^`b\.cfg` also defines a guest with this name; only/,
        others: ['b.cfg'],
      },
      {
        files: {
          'a.cfg': `name = "«web»"\nuuid = "${UUID}"\n`,
          'old.cfg': `name = "web"\nuuid = "${UUID.toUpperCase()}"\n`,
        },
        severity: 'information',
        says: /^`old\.cfg` also defines this guest; /,
        others: ['old.cfg'],
      },
      {
        files: {
          'a.cfg': guest('«web»', disk('/dev/vg/web,raw,xvda,rw')),
          'install.cfg': guest('web', disk('/dev/vg/web,raw,xvda,rw', '/iso/d.iso,raw,hdc,cdrom')),
        },
        severity: 'information',
      },
      {
        files: {
          'a.cfg': guest('«web»', disk('/dev/vg/1,raw,xvda,rw', '/iso/d.iso,raw,hdc,cdrom')),
          'b.cfg': guest('web', disk('/dev/vg/2,raw,xvda,rw', '/iso/d.iso,raw,hdc,cdrom')),
        },
        severity: 'warning',
      },
      {
        files: {
          'a.cfg': 'name = "«web»"\n',
          ...Object.fromEntries([1, 2, 3, 4, 5, 6, 7].map((n) => [`b${n}.cfg`, 'name = "web"\n'])),
        },
        others: ['b1.cfg', 'b2.cfg', 'b3.cfg', 'b4.cfg', 'b5.cfg'],
      },
    ],
    silent: [
      { 'a.cfg': 'name = "web"\n', 'b.cfg': 'name = "Web"\n' },
      { 'a.cfg': 'name = "web"\n', 'b.cfg': 'name = "web"\nname = "other"\n' },
      { 'a.cfg': 'name = ""\n', 'b.cfg': 'name = ""\n' },
      { 'a.cfg': 'name = "web"\n' },
    ],
  },
  'duplicate-uuid': {
    fires: [
      {
        files: {
          'a.cfg': guest('a', `uuid = "«${UUID}»"`),
          'b.cfg': guest('b', `uuid = "${UUID.toUpperCase()}"`),
        },
        says: /^`b` \(b\.cfg\) has this UUID too: /,
        others: ['b.cfg'],
      },
      {
        files: { 'a.cfg': `uuid = "«${UUID}»"\n`, 'b.cfg': `uuid = "${UUID}"\n` },
        says: /^The guest of b\.cfg has/,
      },
    ],
    silent: [
      { 'a.cfg': guest('web', `uuid = "${UUID}"`), 'b.cfg': guest('web', `uuid = "${UUID}"`) },
      { 'a.cfg': guest('a', `uuid = "${UUID}"`), 'b.cfg': guest('b', `uuid = "${UUID}0"`) },
    ],
  },
  'duplicate-mac': {
    fires: [
      {
        files: { 'a.cfg': guest('a', vif('«00:16:3e:00:00:0A»')), 'b.cfg': guest('b', vif('0:16:3e:0:0:a')) },
        says: /^`b` \(b\.cfg\) also has this MAC address: /,
        others: ['b.cfg'],
      },
      {
        files: {
          'a.cfg': guest('a', vif('«00:16:3e:00:00:0a»')),
          'same.cfg': guest('a', vif('00:16:3e:00:00:0a')),
          'web%202.cfg': guest('w', vif('00:16:3e:00:00:0a')),
        },
        says: /^`w` \(web 2\.cfg\)/,
        others: ['web%202.cfg'],
      },
    ],
    silent: [
      { 'a.cfg': guest('web', vif('00:16:3e:00:00:0a')), 'b.cfg': guest('web', vif('00:16:3e:00:00:0a')) },
      { 'a.cfg': guest('a', vif('00:16:3e:xx:xx:xx')), 'b.cfg': guest('b', vif('00:16:3e:xx:xx:xx')) },
      { 'a.cfg': guest('a', 'vif = [ "" ]'), 'b.cfg': guest('b', 'vif = [ "" ]') },
      { 'a.cfg': guest('a', `vif = [ "mac=00:16:3e:00:00:0a", "mac=00:16:3e:00:00:0a" ]`) },
    ],
  },
  'duplicate-vnc-display': {
    fires: [
      {
        files: {
          'a.cfg': guest('a', 'vncunused = 0\nvncdisplay = «4»'),
          'b.cfg': guest('b', 'vncunused = 0\nvncdisplay = 4'),
        },
        severity: 'warning',
        says: /VNC display 4: this guest does not start/,
        others: ['b.cfg'],
      },
      {
        files: {
          'a.cfg': guest('a', 'vncdisplay = «4»'),
          'b.cfg': guest('b', 'vfb = [ "vncdisplay=4" ]', 'pv'),
        },
        severity: 'information',
        says: /the one that starts later gets another display/,
      },
      {
        files: {
          'a.cfg': guest('a', 'vncdisplay = «4»\nvnclisten = "0.0.0.0"'),
          'b.cfg': guest('b', 'vnclisten = "10.0.0.1:4"\nvncunused = 0'),
        },
        severity: 'information',
      },
    ],
    silent: [
      {
        'a.cfg': guest('a', 'vncdisplay = 4\nvnclisten = "10.0.0.2"'),
        'b.cfg': guest('b', 'vnclisten = "10.0.0.1:4"'),
      },
      { 'a.cfg': guest('a', 'vncdisplay = 0'), 'b.cfg': guest('b', 'vncdisplay = 0') },
      { 'a.cfg': guest('a', 'vncdisplay = 4'), 'b.cfg': guest('b', 'vncdisplay = 4\nvnc = 0') },
      { 'a.cfg': guest('a', 'vncdisplay = 4'), 'b.cfg': guest('b', 'vncdisplay = 4', 'pvh') },
    ],
  },
  'shared-disk': {
    fires: [
      {
        files: {
          'a.cfg': guest('a', disk('phy:«/dev/vg/x»,xvda,w')),
          'b.cfg': guest('b', disk('file:/dev//vg/x,sda1,w')),
        },
        says: /^`b` \(b\.cfg\) also writes to this disk: /,
        others: ['b.cfg'],
      },
      {
        files: {
          'a.cfg': guest('a', disk('«/dev/vg/x»,raw,xvda,ro')),
          'b.cfg': guest('b', disk('/dev/vg/x,raw,xvda,rw')),
        },
        says: /this guest sees data change underneath it/,
      },
      {
        files: {
          'a.cfg': guest('a', disk('«/dev/vg/x»,raw,xvda,rw')),
          'b.cfg': guest('b', disk('/dev/vg/x,raw,xvda,ro')),
        },
        says: /^`b` \(b\.cfg\) reads this disk: /,
      },
      {
        files: {
          'a.cfg': guest('a', disk('«/dev/vg/x»,raw,xvda,rw')),
          'b.cfg': guest('b', disk('/dev/vg/x,raw,xvda,ro')),
          'c.cfg': guest('c', disk('/dev/vg/x,raw,xvda,rw')),
        },
        says: /^`c` \(c\.cfg\) also writes to this disk: /,
        others: ['b.cfg', 'c.cfg'],
      },
      {
        files: {
          'a.cfg': guest('a', disk('nbd:«host 1»,xvda,w')),
          'b.cfg': guest('b', disk('script=block-nbd,vdev=xvda,target=host 1')),
        },
        others: ['b.cfg'],
      },
    ],
    silent: [
      { 'a.cfg': guest('a', disk('/d.iso,raw,hdc,cdrom')), 'b.cfg': guest('b', disk('/d.iso,raw,xvdb,ro')) },
      {
        'a.cfg': guest('a', disk('/x,raw,xvda,rw')),
        'b.cfg': guest('b', disk('/x,raw,xvda,rw,backend=store')),
      },
      { 'a.cfg': guest('a', disk('nbd:/x,xvda,w')), 'b.cfg': guest('b', disk('/x,raw,xvda,rw')) },
      { 'a.cfg': guest('a', disk('x.img,raw,xvda,rw')), 'b.cfg': guest('b', disk('x.img,raw,xvda,rw')) },
      { 'a.cfg': guest('a', disk(',empty,hdc,cdrom')), 'b.cfg': guest('b', disk(',empty,hdc,cdrom')) },
      { 'a.cfg': guest('web', disk('/x,raw,xvda,rw')), 'b.cfg': guest('web', disk('/x,raw,xvda,rw')) },
      {
        'a.cfg': guest('a', disk('/x,raw,xvda,rw')),
        'b.cfg': `${guest('b', disk('/x,raw,xvda,rw'))}disk = []\n`,
      },
    ],
  },
  'shared-pci-device': {
    fires: [
      {
        files: {
          'a.cfg': guest('a', 'pci = [ "«03:00.0»" ]'),
          'b.cfg': guest('b', 'pci = [ "0000:03:00.0@7" ]'),
        },
        says: /^`b` \(b\.cfg\) also has this PCI device: /,
        others: ['b.cfg'],
      },
      {
        files: { 'a.cfg': guest('a', 'pci = [ "«03:00.*»" ]'), 'b.cfg': guest('b', 'pci = [ "03:00.1" ]') },
      },
      {
        files: { 'a.cfg': guest('a', 'pci = [ "name=«gpu»" ]'), 'b.cfg': guest('b', 'pci = [ "name=gpu" ]') },
      },
    ],
    silent: [
      { 'a.cfg': guest('a', 'pci = [ "03:00.0" ]'), 'b.cfg': guest('b', 'pci = [ "03:00.1" ]') },
      { 'a.cfg': guest('a', 'pci = [ "03:00.0" ]'), 'b.cfg': guest('b', 'pci = [ "0001:03:00.0" ]') },
      { 'a.cfg': guest('web', 'pci = [ "03:00.0" ]'), 'b.cfg': guest('web', 'pci = [ "03:00.0" ]') },
    ],
  },
  'shared-usb-device': {
    fires: [
      {
        files: {
          'a.cfg': guest('a', 'usbdev = [ "«hostbus=1,hostaddr=3»" ]'),
          'b.cfg': guest('b', 'usbdevice = "host:1.3"'),
        },
        says: /^`b` \(b\.cfg\) also has this USB device: /,
        others: ['b.cfg'],
      },
    ],
    silent: [
      {
        'a.cfg': guest('a', 'usbdev = [ "hostbus=1,hostaddr=3" ]'),
        'b.cfg': guest('b', 'usbdevice = "host:1.4"'),
      },
      { 'a.cfg': guest('a', 'usbdevice = "tablet"'), 'b.cfg': guest('b', 'usbdevice = "tablet"') },
    ],
  },
  'unknown-backend': {
    fires: [
      {
        files: { 'a.cfg': guest('a', 'vif = [ "backend=«netvn»" ]'), 'b.cfg': 'name = "netvm"\n' },
        severity: 'information',
        says: /^No file defines a guest `netvn`, .* Did you mean `netvm`\?$/,
      },
      {
        files: { 'a.cfg': guest('a', disk('/x,raw,xvda,rw,backend=«store»')), 'b.cfg': 'name = "web"\n' },
        says: /must run for this device\.$/,
      },
    ],
    silent: [
      { 'a.cfg': guest('a', 'vif = [ "backend=netvm" ]'), 'b.cfg': 'name = "netvm"\n' },
      { 'a.cfg': guest('a', 'vif = [ "backend=netvm" ]') },
      { 'a.cfg': guest('a', 'vif = [ "backend=Domain-0" ]'), 'b.cfg': 'name = "netvm"\n' },
      { 'a.cfg': guest('a', 'vif = [ "backend=0" ]'), 'b.cfg': 'name = "netvm"\n' },
    ],
  },
};

/** The files without marks. */
const unmarked = (files: Files): Files =>
  Object.fromEntries(Object.entries(files).map(([name, text]) => [name, marked(text).text]));

const found = (files: Files, code: string, settings: Partial<Settings> = {}) =>
  problemsIn(files, 'a.cfg', settings).filter((problem) => problem.code === code);

it('every rule has cases that fire and cases that do not', () => {
  expect(Object.keys(CASES).sort()).toEqual(WORKSPACE_RULES.map(({ code }) => code).sort());
});

describe.each(Object.entries(CASES))('%s', (code, { fires, silent }) => {
  const own = WORKSPACE_RULES.find((rule) => rule.code === code)?.severity;

  it.each(fires)('finds %j', ({ files, severity = own, says, others }) => {
    const plain = unmarked(files);
    const problems = found(plain, code);
    expect(
      mark(
        plain['a.cfg'] ?? '',
        problems.map(({ span }) => span),
      ),
    ).toBe(files['a.cfg']);
    for (const problem of problems) {
      expect(problem.severity).toBe(severity);
      if (says) expect(problem.message).toMatch(says);
      const targets = problem.related?.map(({ location }) => location?.uri);
      if (others) expect(targets).toEqual(others.map(uriOf));
    }
  });

  it.each(silent)('finds nothing in %j', (files) => {
    expect(found(files, code)).toEqual([]);
  });

  const [first] = fires;
  const files = unmarked(first?.files ?? {});

  it('respects the settings', () => {
    expect(found(files, code, { rules: { [code]: 'off' } })).toEqual([]);
    expect(found(files, code, { enable: false })).toEqual([]);
    expect(found(files, code, { rules: { [code]: 'hint' } }).map(({ severity }) => severity)).toEqual([
      'hint',
    ]);
  });

  it('is silenced by a comment in its own file only', () => {
    const silenced = `# xlcfg-disable-file ${code}\n`;
    expect(found({ ...files, 'a.cfg': silenced + files['a.cfg'] }, code)).toEqual([]);
    const [, other = ''] = Object.keys(files);
    expect(found({ ...files, [other]: silenced + files[other] }, code)).toHaveLength(1);
  });

  it('refers to the position in the other file', () => {
    for (const { files: all } of fires) {
      const texts = unmarked(all);
      for (const { related = [] } of found(texts, code)) {
        for (const { location, span } of related) {
          const facts = workspaceOf(texts).file(location?.uri ?? '')?.facts ?? [];
          expect(facts.some(({ start, end }) => start === span.start && end === span.end)).toBe(true);
        }
      }
    }
  });
});

it('backends are not checked before all files are known', () => {
  const files = { 'a.cfg': guest('a', 'vif = [ "backend=netvm" ]'), 'b.cfg': 'name = "web"\n' };
  expect(problemsIn(files, 'a.cfg', {}, false)).toEqual([]);
  expect(problemsIn(files, 'a.cfg', {}, true)).toHaveLength(1);
});

it('no problem is an error: xl accepts each of the files', () => {
  expect(WORKSPACE_RULES.filter(({ severity }) => severity === 'error')).toEqual([]);
});

it('every message has one to three sentences on one line', () => {
  for (const { fires } of Object.values(CASES)) {
    for (const { files } of fires) {
      for (const { message } of problemsIn(unmarked(files), 'a.cfg')) {
        expect(message).not.toContain('\n');
        expect(message.split(/[.?](?=\s|$)/).filter((one) => one.trim()).length).toBeLessThanOrEqual(3);
        expect(message.length).toBeLessThanOrEqual(320);
      }
    }
  }
});

it('every code is unique', () => {
  const codes = ALL_RULES.map(({ code }) => code);
  expect(new Set(codes).size).toBe(codes.length);
});

it.each(WORKSPACE_RULES)('$code has a summary of one sentence, and details', ({ summary, details }) => {
  expect(summary).toMatch(/^[\w`][^\n]*\.$/);
  expect(details).toMatch(/(?:\.|```)$/);
});
