/** What the fuzzing and the extreme texts have found: each input that once was trouble. */

import {
  completion,
  digest,
  documentLinks,
  effectiveConfigText,
  findWorkspaceProblems,
  plainSnippet,
  toDiagnostics,
} from '@xlcfg/shared';
import { describe, expect, it } from 'vitest';
import { adaptHover } from '../../server/src/lsp/adapt.ts';
import { open } from '../support/documents.ts';
import { withCursor } from '../support/markers.ts';
import { slowdown } from '../support/slowdown.ts';
import { workspaceOf } from '../support/workspace.ts';

const at = (source: string) => {
  const { text, offset } = withCursor(source);
  const doc = open(text);
  return { doc, position: doc.text.positionAt(offset) };
};

describe('found in completion', () => {
  it('in a string that no person writes nothing is offered, in others all is as before', () => {
    const labels = (count: number): string[] => {
      const { doc, position } = at(`vif = [ "${'bridge=br0,'.repeat(count)}|" ]\n`);
      return completion(doc, position).items.map(({ label }) => label);
    };
    expect(labels(1)).toContain('mac=');
    expect(labels(10_000)).toEqual([]);
  });

  it('a key with blanks before its = is still the key', () => {
    const { doc, position } = at(`vif = [ "model \t=|" ]\n`);
    expect(completion(doc, position).items.map(({ label }) => label)).toEqual(
      (() => {
        const other = at(`vif = [ "model \t= |" ]\n`);
        return completion(other.doc, other.position).items.map(({ label }) => label);
      })(),
    );
  });
});

describe('found in texts that are shown', () => {
  it('marks of direction stay in no message and in no comment', () => {
    const doc = open('name = "a"\ntype = "\u202ex\u2066"\nmemory = "\u2028x"\n');
    const shown = [
      effectiveConfigText(doc).annotated,
      ...toDiagnostics(doc).map(({ message }) => String(message)),
    ];
    expect(shown.filter((text) => /[\u2028-\u202e\u2066-\u2069]/.test(text))).toEqual([]);
  });

  it('a character is not cut in two', () => {
    const doc = open(`name = "a"\ntype = "${'x'.repeat(59)}😀😀"\n`);
    const messages = toDiagnostics(doc).map(({ message }) => String(message));
    expect(messages.filter((message) => /\p{Surrogate}/u.test(message))).toEqual([]);
  });
});

describe('found in texts of a size that nobody writes', () => {
  it.each<readonly [what: string, text: (n: number) => string]>([
    ['one disk with many vdevs', (n) => `disk = [ "${'vdev=xvda,'.repeat(20 * n)}" ]\n`],
    ['one disk with many targets', (n) => `disk = [ "${'target=/x,'.repeat(20 * n)}" ]\n`],
  ])('the time grows with the text: %s', (_, text) => {
    expect(slowdown((n) => toDiagnostics(open(text(n))), 50)).toBeLessThan(10);
  });

  it.each<readonly [what: string, text: (n: number) => string]>([
    ['one disk many times', (n) => `disk = [ ${"'/x,raw,xvda,rw', ".repeat(n)}]\n`],
    ['one PCI device many times', (n) => `pci = [ ${'"01:00.0", '.repeat(n)}]\n`],
  ])('the time for what other files have too grows with the file: %s', (_, text) => {
    const work = (n: number): void => {
      const doc = open(text(n));
      const workspace = workspaceOf([doc, open(text(1), {}, 'file:///etc/xen/db1.cfg')]);
      findWorkspaceProblems({ file: digest(doc), workspace, complete: true }, doc.settings);
    };
    expect(slowdown(work, 200)).toBeLessThan(10);
  });
});

describe('found in links', () => {
  it('a path that begins with two slashes names no server', () => {
    const [found] = documentLinks(open('type = "pvh"\nkernel = "//server/share/vmlinuz"\n'));
    expect(found?.link.target).toBe('file:///server/share/vmlinuz');
  });
});

describe('found in expressions that were slow', () => {
  it.each([
    ['$', '{1:text}', 'text'],
    ['$', '{1|one,two|}', 'one'],
    ['$', '{1|o\\,ne|}', 'o,ne'],
    ['a\\$b $', '{2} $3', 'a$b  '],
    ['$', '{1|open', '$'.concat('{1|open')],
  ])('the snippet %s%s is %j', (before, behind, text) => expect(plainSnippet(before + behind)).toBe(text));

  it('a link in a hover is its text', () => {
    const hover = {
      contents: { kind: 'markdown' as const, value: 'see [the rules](file:///docs/a.md) and [that' },
    };
    expect(adaptHover(hover, { markdownHover: false })?.contents).toMatchObject({
      value: 'see the rules and [that',
    });
  });
});
