/** The guest of a file: its disks, its type, its settings. */

import { specIn } from '@xlcfg/shared/src/document/specStrings.ts';
import { DISK } from '@xlcfg/shared/src/languages/disk/disk.ts';
import { disksOf } from '@xlcfg/shared/src/model/disks.ts';
import { describe, expect, it } from 'vitest';
import { open } from '../../support/documents.ts';

describe('the disks of a guest', () => {
  it.each<readonly [text: string, ...targets: (string | null)[]]>([
    ['disk = [ "/a,raw,xvda", "/b,raw,xvdb" ]', '/a', '/b'],
    ['disk = [ ]'],
    ['vcpus = 1'],
    // A plain string is not a list, and no disk.
    ['disk = "/a,raw,xvda"'],
    // Only the list that counts.
    ['disk = [ "/a,raw,xvda" ]\ndisk = [ "/b,raw,xvdb" ]', '/b'],
    ['disk = [ "/a,raw,xvda" ]\ndisk += [ "/b,raw,xvdb" ]', '/a', '/b'],
    ['disk += [ "/a,raw,xvda" ]', '/a'],
    // At a list in the list xl stops silently.
    ['disk = [ "/a,raw,xvda", [ "/b,raw,xvdb" ], "/c,raw,xvdc" ]', '/a'],
    // A number is text to xl.
    ['disk = [ 1, "/b,raw,xvdb" ]', '1', '/b'],
    // A bad spec is a disk nevertheless, for those who look at it.
    ['disk = [ "vdev=xvda", "/b,raw,xvdb" ]', null, '/b'],
  ])('%j', (text, ...targets) => {
    const disks = disksOf(open(`${text}\n`).specs);
    expect(disks.map(({ spec }) => spec.fields.pdev_path)).toEqual(targets);
  });

  it('are read as the chosen version reads them', () => {
    const errors = (xenVersion: '4.18' | '4.19') =>
      disksOf(open('disk = [ "/a,raw,xvda,rw,trusted" ]\n', { xenVersion }).specs)[0]?.spec.faults.length;
    expect([errors('4.18'), errors('4.19')]).toEqual([1, 0]);
  });
});

describe('the spec of a string', () => {
  const document = open('disk = [ "/a,raw,xvda" ]\ndisk = [ "/b,raw,xvdb" ]\nvif = [ "/c" ]\nname = "/d"\n');
  const strings = document.file.settings.flatMap(({ value }) =>
    value?.kind === 'list' ? value.items : (value ?? []),
  );

  it('exists in every disk list, even an overridden one, and nowhere else', () => {
    const targets = strings.map((node) =>
      node.kind === 'string' ? specIn(document, DISK, node)?.fields.pdev_path : null,
    );
    expect(targets).toEqual(['/a', '/b', undefined, undefined]);
  });

  it('is computed once', () => {
    const [first] = strings;
    if (first?.kind !== 'string') throw new Error('a string is wanted');
    expect(specIn(document, DISK, first)).toBe(specIn(document, DISK, first));
  });
});

it('a document computes its guest and its problems once', () => {
  const document = open('type = "hvm"\n');
  expect(document.guest).toBe(document.guest);
  expect(document.problems).toBe(document.problems);
});
