/**
 * Specs that xl rejects: the codes in the order of the text, and «» where each error points. All were put to the real
 * xl 4.17.
 */

import { parseDiskSpec } from '@xlcfg/shared/src/languages/disk/parser.ts';
import { describe, expect, it } from 'vitest';
import { mark, marked } from '../../../support/markers.ts';

type Case = readonly [spec: string, codes: string];

function expectErrors(source: string, codes: string): void {
  const { text } = marked(source);
  const { faults: errors } = parseDiskSpec(text, '4.17');
  expect(errors.map(({ rule: code }) => code.replace(/^disk-/, '')).join(' ')).toBe(codes);
  expect(mark(text, errors)).toBe(source);
}

describe('parameters', () => {
  it.each<Case>([
    ['«acces»=rw,vdev=xvda,target=/x', 'unknown-parameter'],
    ['/x,raw,xvda,rw,«foo»=bar', 'unknown-parameter'],
    ['«foo»=b,«bar»=c,vdev=xvda,target=/x', 'unknown-parameter unknown-parameter'],
    ['«foo»=,vdev=xvda', 'unknown-parameter'],
    ['/x,raw,xvda,«discard»=on', 'unknown-parameter'],
    ['vdev=xvda,vdev=«xvdb»,target=/x', 'repeated-parameter'],
    ['/x,raw,xvda,vdev=«xvdb»', 'repeated-parameter'],
    ['/x,vdev=xvda,target=«/y»', 'repeated-parameter'],
    ['format=raw,format=«qcow2»,vdev=xvda,target=/x', 'repeated-parameter'],
    ['/x,raw,xvda,backendtype=phy,backendtype=«tap»', 'repeated-parameter'],
    ['/x,raw,xvda,script=a,script=«b»', 'repeated-parameter'],
    ['/x,raw,xvda,rw,«trusted»', 'too-many-fields'],
    ['/x,raw,xvda,rw,«more»,even more', 'too-many-fields'],
    ['phy:/x,xvda,w,«more»', 'too-many-fields'],
  ])('%j: %s', expectErrors);
});

describe('values', () => {
  it.each<Case>([
    ['/x,«xvda»,w', 'bad-format'],
    ['/x,«RAW»,xvda', 'bad-format'],
    ['/x,«vmdk»,xvda', 'bad-format'],
    ['format=«raw »,vdev=xvda,target=/x', 'bad-format'],
    ['/x,raw,xvda,«w!»', 'bad-access'],
    ['/x,raw,xvda,«RW»', 'bad-access'],
    ['vdev=xvda,access=«write»,target=/x', 'bad-access'],
    ['phy:/x,raw,«xvda»,w', 'bad-access'],
    ['/x,raw,xvda,devtype=«floppy»', 'bad-devtype'],
    ['/x,raw,xvda,devtype=«»', 'bad-devtype'],
    ['/x,raw,hdc:«floppy»,r', 'bad-devtype'],
    ['/x,raw,xvda,backendtype=«file»', 'bad-value'],
    ['/x,raw,xvda,backendtype=«»', 'bad-value'],
    ['/x,raw,xvda,specification=«xen2»', 'bad-value'],
    ['/x,raw,xvda,colo-port=«x»', 'bad-value'],
    ['/x,raw,xvda,colo-port=«0»', 'bad-value'],
  ])('%j: %s', expectErrors);
});

describe('prefixes', () => {
  it.each<Case>([
    ['«http:»//host/x,raw,xvda', 'unknown-prefix'],
    ['«foo:»/x,xvda,w', 'unknown-prefix'],
    ['«qed:»/x,xvda,w', 'unknown-prefix'],
    ['«drbd8:»/x,xvda,w', 'unknown-prefix'],
    // A word with a colon before anything but a small letter or a digit, wherever it stands.
    ['/x,raw,«hdc:»CDROM,r', 'unknown-prefix'],
    ['raw:«vhd»:/x,xvda,w', 'repeated-parameter'],
    ['iscsi:«nbd»:/x,xvda,w', 'repeated-parameter'],
    ['TAP:AIO:/x,«xvda»,w', 'bad-format'],
  ])('%j: %s', expectErrors);
});

describe('an equals sign', () => {
  it.each<Case>([
    ['/dev/a«=b,raw,xvda,w»', 'bad-syntax'],
    ['phy:/dev/a«=b,xvda,w»', 'bad-syntax'],
    ['«Vdev»=xvda,target=/x', 'bad-syntax'],
    ['«vdev »=xvda,target=/x', 'bad-syntax'],
    ['«Vdev»=x', 'bad-syntax'],
    ['/x,raw,xvda,«=rw»', 'bad-syntax'],
    ['«=x»', 'bad-syntax'],
    ['«==»', 'bad-syntax'],
  ])('%j: %s', expectErrors);
});

describe('what is missing', () => {
  it.each<Case>([
    ['«»', 'missing-vdev'],
    ['«/x»', 'missing-vdev'],
    ['«/x,raw»', 'missing-vdev'],
    ['«/x,raw,»', 'missing-vdev'],
    ['«phy:/x»', 'missing-vdev'],
    ['«target=/x,vdev=xvda»', 'missing-vdev'],
    ['«,»', 'missing-vdev'],
    ['«vdev=xvda»', 'missing-target'],
    ['«format=raw,vdev=xvda,access=rw»', 'missing-target'],
    ['«cdrom»', 'missing-vdev'],
    // Once something else is wrong, xl does not say so.
    ['«foo»=bar', 'unknown-parameter'],
  ])('%j: %s', expectErrors);
});

describe('details of an error', () => {
  it.each([
    ['/x,xvda,w', { parameter: 'format', value: 'xvda' }],
    ['/x,raw,xvda,w!', { parameter: 'access', value: 'w!' }],
    ['/x,raw,hdc:floppy', { parameter: 'devtype', value: 'floppy' }],
    ['acces=rw,vdev=xvda,target=/x', { parameter: 'acces', value: 'rw' }],
    ['Vdev=xvda', { parameter: 'Vdev', value: 'xvda' }],
    ['foo:/x,xvda', { value: 'foo' }],
    ['/x,raw,xvda,rw,more', { value: 'more' }],
    ['/x', { parameter: 'vdev' }],
    ['vdev=xvda', { parameter: 'target' }],
  ])('%j: %j', (spec, details) => {
    expect(parseDiskSpec(spec, '4.17').faults[0]).toMatchObject(details);
  });
});
