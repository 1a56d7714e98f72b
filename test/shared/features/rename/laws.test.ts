/** A rename changes the name and nothing else, and a rename back undoes it. */

import type { XlDocument } from '@xlcfg/shared/src/document/document.ts';
import { applyEdits } from '@xlcfg/shared/src/edits/mergeEdits.ts';
import { effectiveConfiguration } from '@xlcfg/shared/src/effective/index.ts';
import { definition } from '@xlcfg/shared/src/features/definition.ts';
import { referencedDisks } from '@xlcfg/shared/src/features/occurrences/diskNames.ts';
import { occurrences } from '@xlcfg/shared/src/features/occurrences/occurrences.ts';
import { references } from '@xlcfg/shared/src/features/references.ts';
import { filesToRename, prepareRename, rename } from '@xlcfg/shared/src/features/rename.ts';
import { parseVdev } from '@xlcfg/shared/src/languages/disk/vdev.ts';
import { disksOf } from '@xlcfg/shared/src/model/disks.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { open } from '../../../support/documents.ts';
import { configText, law } from '../../../support/laws.ts';
import { otherFilesOfFirst } from '../../../support/workspace.ts';

type Texts = readonly string[];

const openAll = (texts: Texts): XlDocument[] =>
  texts.map((text, index) => open(text, {}, `file:///etc/xen/${index}.cfg`));

/** The texts after a rename at an offset of the first; null where it is rejected. */
function renamed(texts: Texts, offset: number, newName: string): string[] | null {
  const docs = openAll(texts);
  const [first, ...rest] = docs;
  if (!first) return null;
  const files = otherFilesOfFirst([first, ...rest]);
  const position = first.text.positionAt(offset);
  const uris = filesToRename(first, position, files);
  const others = rest.filter(({ text }) => uris.includes(text.uri));
  const renaming = rename(first, position, newName, others, files);
  if (renaming.kind === 'refused') return null;
  return docs.map((doc) =>
    applyEdits(doc.text.getText(), renaming.files.find((file) => file.doc === doc)?.edits ?? []),
  );
}

/** What xl makes of a file, without the places that it comes from. */
const meaning = ({ guest, specs, settings }: XlDocument): unknown =>
  JSON.parse(
    JSON.stringify(
      effectiveConfiguration({ guest, specs, xenVersion: settings.xenVersion }),
      (key, value: unknown) =>
        key === 'origins' ? undefined : typeof value === 'bigint' ? String(value) : value,
    ),
  );

/** The same with one text in place of another, wherever it is a whole value. */
const withName = (value: unknown, from: string, to: string): unknown =>
  JSON.parse(JSON.stringify(value), (_, one: unknown) => (one === from ? to : one));

const oneOf = (...words: string[]) => fc.constantFrom(...words);

const OLD = 'web';
const guestName = oneOf(OLD, OLD, 'db', '7', 'web2');
const item = fc.oneof(
  guestName.map((name) => `vif=['bridge=b,backend=${name}', 'backend=${name},mac=00:16:3e:00:00:01']`),
  guestName.map((name) => `vif+=[ "backend=${name}" ]`),
  guestName.map(
    (name) => `disk=['/dev/a,raw,xvda,rw,backend=${name}', 'vdev=xvdb,backend=${name},target=/web']`,
  ),
  guestName.map((name) => `vtpm=["backend=${name},uuid=ac0a5b9e-cbe2-4c07-b43b-1d69e46fb839"]`),
  guestName.map((name) => `p9=['tag=${name},path=/x,security_model=none,backend=${name}']`),
  guestName.map((name) => `extra="${name} backend=${name}" # ${name}`),
  oneOf('memory=512', "disk=['/b,,xvda,w']", 'vif=[ "mac=00:16:3e:00:00:02", 5 ]'),
);
const guestTail = fc.array(item, { maxLength: 5 }).map((lines) => lines.join('\n'));

describe('renaming a guest', () => {
  const head = `name="${OLD}"\n`;
  const files = fc.tuple(
    guestTail.map((tail) => head + tail),
    fc.array(guestTail, { maxLength: 3 }),
  );
  // None of these is in a file.
  const newName = oneOf('www', 'a b', 'o.k-1_é', 'Web', 'http=x', "d\\'b", 'x,y', '');

  it('changes nothing else, and renaming back restores the files', () => {
    let done = 0;
    law(fc.tuple(files, newName), ([[first, others], name]) => {
      const texts = [first, ...others];
      const after = renamed(texts, head.indexOf(OLD), name);
      if (after === null) return;
      done++;
      openAll(after).forEach((doc, index) => {
        const before = openAll(texts)[index];
        // Texts that hold the name by chance are none that xl reads as one.
        expect(withName(meaning(doc), name, OLD)).toEqual(before && withName(meaning(before), name, OLD));
      });
      expect(renamed(after, head.indexOf(OLD), OLD)).toEqual(texts);
    });
    expect(done).toBeGreaterThan(100);
  });
});

describe('renaming a disk', () => {
  const letter = oneOf('a', 'b', 'c');
  const partition = oneOf('', '', '1', '2', '15');
  const scheme = oneOf('xvd', 'xvd', 'sd', 'hd');
  const vdev = fc.tuple(scheme, letter, partition).map((parts) => parts.join(''));
  const disk = fc.tuple(
    oneOf('/dev/x,raw,?,rw', 'phy:/x,ioemu:?,w', 'vdev=?,target=/?', '/x,,?,ro,cdrom'),
    vdev,
  );
  const word = fc.tuple(oneOf('root=/dev/?', '?', 'resume=/dev/?:x', 'x?', '/dev/?/y'), vdev);
  const fill = (parts: readonly (readonly [string, string])[]): string[] =>
    parts.map(([frame, name]) => frame.replaceAll('?', name));
  const file = fc
    .tuple(
      // Into a name that another disk has there is no way back.
      fc.uniqueArray(disk, { minLength: 1, maxLength: 3, selector: ([, name]) => parseVdev(name)?.disk }),
      fc.array(word, { maxLength: 5 }),
    )
    .map(([disks, words]) => `disk=['${fill(disks).join("','")}']\nextra="${fill(words).join(' ')}"\n`);
  const newName = fc
    .tuple(oneOf('xvd', 'sd'), oneOf('e', 'f', 'aa'), partition)
    .map((parts) => parts.join(''));

  const spelling = (name: string): string | undefined => parseVdev(name)?.scheme;

  it('changes nothing else but the names of its partitions', () => {
    let done = 0;
    let back = 0;
    law(fc.tuple(file, newName), ([text, name]) => {
      const [before] = openAll([text]);
      const disks = before ? disksOf(before.specs) : [];
      const old = disks[0]?.spec.fields.vdev ?? '';
      const offset = text.indexOf(old);
      const after = renamed([text], offset, name);
      if (!before || after === null) return;
      done++;
      const [doc] = openAll(after);
      expect(doc && disksOf(doc.specs).map(({ spec }) => spec.fields)).toEqual(
        disks.map(({ spec }, index) => (index === 0 ? { ...spec.fields, vdev: name } : spec.fields)),
      );
      expect(doc && referencedDisks(doc)).toEqual(referencedDisks(before));
      // A word with another driver's name keeps it or not, by which of the two the disk has had.
      if (spelling(old) !== spelling(name)) return;
      back++;
      expect(renamed(after, after[0]?.indexOf(name) ?? 0, old)).toEqual([text]);
    });
    expect(done).toBeGreaterThan(100);
    expect(back).toBeGreaterThan(40);
  });
});

it('never throws, gives ranges within the text, and keeps renamed files readable', () => {
  law(fc.tuple(configText, fc.nat(), oneOf('www', 'xvdz', '', '\0', "'")), ([text, at, name]) => {
    const [doc] = openAll([text]);
    if (!doc) return;
    const files = otherFilesOfFirst([doc]);
    const position = doc.text.positionAt(at % (text.length + 1));
    definition(doc, position, files);
    references(doc, position, true, files);
    const place = prepareRename(doc, position);
    if (place) expect(doc.text.getText(place.range)).not.toBe('');
    for (const { start, end } of occurrences(doc)) {
      expect(start).toBeLessThanOrEqual(end);
      expect(end).toBeLessThanOrEqual(text.length);
    }
    const after = renamed([text], at % (text.length + 1), name);
    if (after) expect(openAll(after)[0]?.file.errors.length).toBe(doc.file.errors.length);
  });
});
