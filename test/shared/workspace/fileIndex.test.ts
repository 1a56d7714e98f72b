/** The index over files: what is found in it depends on the files alone, not on how they came there. */

import { DEFAULT_SETTINGS } from '@xlcfg/shared/src/settings.ts';
import { digest } from '@xlcfg/shared/src/workspace/digest.ts';
import type { FactKind, FileFacts, Workspace } from '@xlcfg/shared/src/workspace/facts.ts';
import { createIndex } from '@xlcfg/shared/src/workspace/fileIndex.ts';
import { findWorkspaceProblems } from '@xlcfg/shared/src/workspace/rules/findProblems.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { open } from '../../support/documents.ts';
import { law } from '../../support/laws.ts';
import { slowdown } from '../../support/slowdown.ts';
import { uriOf } from './files.ts';

const KINDS: readonly FactKind[] = ['name', 'mac', 'diskTarget', 'backend'];

const fileOf = (name: string, guest: string, mac: number): FileFacts =>
  digest(
    open(
      `name = "${guest}"\nvif = [ "mac=00:16:3e:00:00:0${mac},backend=${guest}", "mac=00:16:3e:00:00:01" ]\ndisk = [ "/${guest},raw,xvda,rw", "/iso,raw,xvdb,${mac === 0 ? 'rw' : 'ro'}" ]\n`,
      {},
      uriOf(name),
    ),
  );

const fresh = (files: Iterable<FileFacts>): Workspace => {
  const index = createIndex();
  for (const file of files) index.set(file);
  return index;
};

const problemsIn = (workspace: Workspace, file: FileFacts) =>
  findWorkspaceProblems({ file, workspace, complete: true }, DEFAULT_SETTINGS);

const NAMES = ['a', 'b', 'c', 'd'];
const step = fc.oneof(
  fc.record({
    name: fc.constantFrom(...NAMES),
    guest: fc.constantFrom('x', 'y', 'z'),
    mac: fc.integer({ min: 0, max: 3 }),
  }),
  fc.record({ name: fc.constantFrom(...NAMES), gone: fc.constant(true) }),
);

describe('an index', () => {
  it('equals a new index of the same files, whatever was set and deleted before', () => {
    law(fc.array(step, { maxLength: 30 }), (steps) => {
      const index = createIndex();
      const files = new Map<string, FileFacts>();
      for (const one of steps) {
        if ('gone' in one) {
          index.delete(uriOf(one.name));
          files.delete(uriOf(one.name));
        } else {
          const file = fileOf(one.name, one.guest, one.mac);
          index.set(file);
          files.set(file.uri, file);
        }
        // Asked in between, so that what is kept for the next time would be found out.
        for (const file of files.values()) problemsIn(index, file);
      }
      const other = fresh([...files.values()].reverse());
      expect(new Set(index.files())).toEqual(new Set(other.files()));
      for (const file of files.values()) {
        expect(problemsIn(index, file)).toEqual(problemsIn(other, file));
        for (const { kind, key } of file.facts) {
          const found = index.find(kind, key);
          expect(found).toEqual(other.find(kind, key));
          for (const name of NAMES) {
            const isInOthers = found.some(({ uri }) => uri !== uriOf(name));
            expect(index.isShared(kind, key, uriOf(name))).toBe(isInOthers);
          }
        }
      }
      for (const kind of KINDS) {
        expect(index.sharesAny(kind)).toBe([...index.keys(kind)].some(([, count]) => count > 1));
      }
      for (const key of ['x', 'y', 'z']) {
        for (const kind of KINDS) expect(index.find(kind, key)).toEqual(other.find(kind, key));
      }
    });
  });

  it('finds facts in the order of the files, then of the texts', () => {
    const index = fresh(['c', 'a', 'b'].map((name) => fileOf(name, name, 1)));
    const places = index.find('mac', '00:16:3e:00:00:01');
    expect(places.map(({ uri }) => uri)).toEqual(['a', 'a', 'b', 'b', 'c', 'c'].map(uriOf));
    for (const [at, { uri, fact }] of places.entries()) {
      const next = places[at + 1];
      if (next?.uri === uri) expect(next.fact.start).toBeGreaterThan(fact.start);
    }
  });

  it('takes linear time in the number of facts', () => {
    const rangeOf = () => ({ start: { line: 0, character: 0 }, end: { line: 0, character: 1 } });
    const files = (count: number) =>
      Array.from({ length: count }, (_, index): FileFacts => {
        const fact = {
          kind: 'name',
          key: 'same',
          text: 'same',
          option: 'name',
          start: 0,
          end: 1,
        } as const;
        return { uri: uriOf(String(index)), facts: [fact], rangeOf };
      });
    const work = (count: number): void => {
      const index = createIndex();
      for (const file of files(count)) index.set(file);
      for (const file of files(count)) index.set(file);
      index.find('name', 'same');
    };
    expect(slowdown(work, 200)).toBeLessThan(8);
  });

  it('takes as long for a change whatever was asked about other files', () => {
    const rangeOf = () => ({ start: { line: 0, character: 0 }, end: { line: 0, character: 1 } });
    const file = (index: number): FileFacts => {
      const key = `guest${index}`;
      return {
        uri: uriOf(key),
        facts: [{ kind: 'name', key, text: key, option: 'name', start: 0, end: 1 }],
        rangeOf,
      };
    };
    const work = (count: number): void => {
      const index = createIndex();
      for (let at = 0; at < count; at += 1) index.set(file(at));
      // As workspace diagnostics do.
      for (let at = 0; at < count; at += 1) index.find('name', `guest${at}`);
      for (let at = 0; at < count; at += 1) index.set(file(at));
      for (let at = 0; at < count; at += 1) index.delete(uriOf(`guest${at}`));
    };
    expect(slowdown(work, 200)).toBeLessThan(8);
  });

  it.each(['rw', 'ro'])('takes as long for a keystroke however many files have the %s disk', (access) => {
    const file = (at: number, indent: number): FileFacts => ({
      uri: uriOf(`${at}.cfg`),
      facts: [
        {
          kind: 'name',
          key: `guest${at}`,
          text: `guest${at}`,
          option: 'name',
          start: indent,
          end: indent + 1,
        },
        {
          kind: 'diskTarget',
          key: '/srv/a.img',
          text: '/srv/a.img',
          option: 'disk',
          writable: access === 'rw',
          start: indent + 2,
          end: indent + 3,
        },
      ],
      rangeOf: () => ({ start: { line: 0, character: 0 }, end: { line: 0, character: 1 } }),
    });
    const work = (count: number): void => {
      const index = createIndex();
      for (let at = 0; at < count; at += 1) index.set(file(at, 0));
      for (let keys = 1; keys <= count; keys += 1) {
        const typed = file(0, keys);
        index.set(typed);
        expect(problemsIn(index, typed)).toHaveLength(access === 'rw' ? 1 : 0);
      }
    };
    expect(slowdown(work, 50)).toBeLessThan(8);
  });
});
