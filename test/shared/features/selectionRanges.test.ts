import type { XlDocument } from '@xlcfg/shared/src/document/document.ts';
import { selectionRanges } from '@xlcfg/shared/src/features/selectionRanges.ts';
import type { Span } from '@xlcfg/shared/src/span.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { SelectionRange } from 'vscode-languageserver-types';
import { open } from '../../support/documents.ts';
import { anyText, configText, diskSpecText, law } from '../../support/laws.ts';
import { mark, withCursor } from '../../support/markers.ts';
import { slowdown } from '../../support/slowdown.ts';

/** The spans from the innermost outwards. */
function spansOf({ text }: XlDocument, innermost: SelectionRange | undefined): Span[] {
  const spans: Span[] = [];
  for (let one = innermost; one; one = one.parent) {
    spans.push({ start: text.offsetAt(one.range.start), end: text.offsetAt(one.range.end) });
  }
  return spans;
}

const at = (doc: XlDocument, offset: number): Span[] =>
  spansOf(doc, selectionRanges(doc, [doc.text.positionAt(offset)])[0]);

const select = (source: string): string => {
  const { text, offset } = withCursor(source);
  return mark(text, at(open(text), offset));
};

describe('from the cursor outwards', () => {
  it.each<readonly [what: string, source: string, selected: string]>([
    ['a name', 'on_c|rash = "x"\n', '«««on_crash» = "x"»\n»'],
    ['an operator', 'vif |+= []\n', '««vif «+=» []»\n»'],
    ['a number', 'vcpus = |2\n', '««vcpus = «2»»\n»'],
    ['a text', 'name = "we|b"\n', '««name = «"«web»"»»\n»'],
    ['the quote of a text', 'name = |"web"\n', '««name = «"web"»»\n»'],
    ['words of a text', 'extra = "root=/dev/xv|da1 ro"\n', '««extra = «"««root=/dev/«xvda1»» ro»"»»\n»'],
    [
      'a field of a disk',
      "disk = [ '/dev/vg/a,raw,xv|da,rw', 'b' ]\n",
      "««disk = «[« «'«/dev/vg/a,raw,«xvda»,rw»'», 'b' »]»»\n»",
    ],
    [
      'a word of a field',
      "disk = [ '/dev/v|g/a,raw,xvda,rw' ]\n",
      "««disk = «[« «'««/dev/«vg»/a»,raw,xvda,rw»'» »]»»\n»",
    ],
    [
      'a value',
      "vif = [ 'mac=00:16:3e:00:00:01,bridge=b|r0' ]\n",
      "««vif = «[« «'«mac=00:16:3e:00:00:01,«bridge=«br0»»»'» »]»»\n»",
    ],
    [
      'a key',
      "vif = [ 'mac=00:16:3e:00:00:01,bri|dge=br0' ]\n",
      "««vif = «[« «'«mac=00:16:3e:00:00:01,««bridge»=br0»»'» »]»»\n»",
    ],
    ['a prefix', "disk = [ 'ta|p:/a,xvda,w' ]\n", "««disk = «[« «'«««tap»:»/a,xvda,w»'» »]»»\n»"],
    ['a place between items', "disk = [ 'a',| 'b' ]\n", "««disk = «[« 'a', 'b' »]»»\n»"],
    ['a bracket', 'disk = |[ ]\n', '««disk = «[ ]»»\n»'],
    ['an open list', 'disk = [ "x|', '«disk = «[« «"«x»»»»»'],
    ['a list in a list', 'a = [ [ "x|" ] ]\n', '««a = «[« «[« «"«x»"» »]» »]»»\n»'],
    [
      'escapes before the place',
      'disk = [ "/a\\"b\\"\\n,raw,xv|da,rw" ]\n',
      '««disk = «[« «"«/a\\"b\\"\\n,raw,«xvda»,rw»"» »]»»\n»',
    ],
    ['within an escape', 'extra = "a\\|"b c"\n', '««extra = «"««a\\"b» c»"»»\n»'],
    ['a comment', 'vcpus = 1 # as m|any-as\n', '«vcpus = 1 «# «as ««many»-as»»»\n»'],
    ['a comment in a list', "disk = [\n  # o|ne\n  'a' ]\n", "««disk = «[«\n  «# «one»»\n  'a' »]»»\n»"],
    ['an empty line', 'a = 1\n|\nb = 1\n', '«a = 1\n\nb = 1\n»'],
    ['an empty file', '|', '«»'],
    ['letters of all kinds', 'name = "größe|r 😀"\n', '««name = «"««größer» 😀»"»»\n»'],
    ['a sign of two code units', 'name = "x 😀|y"\n', '««name = «"«x «😀«y»»»"»»\n»'],
    ['between two settings', 'a = 1;|b = 2', '«a = 1;««b» = 2»»'],
  ])('%s', (_what, source, selected) => {
    expect(select(source)).toBe(selected);
  });
});

it('answers for every position, in their order', () => {
  const doc = open('name = "web"\nvcpus = 2\n');
  const answers = selectionRanges(doc, [
    { line: 1, character: 0 },
    { line: 0, character: 8 },
    { line: 99, character: 9 },
  ]);
  expect(answers.map((one) => spansOf(doc, one)[0])).toEqual([
    { start: 13, end: 18 },
    { start: 8, end: 11 },
    { start: 0, end: 23 },
  ]);
});

describe('any text', () => {
  const expectSound = (text: string, place: number): void => {
    const doc = open(text);
    const offset = doc.text.offsetAt(doc.text.positionAt(place % (text.length + 1)));
    const spans = at(doc, offset);
    expect(spans.at(-1)).toEqual({ start: 0, end: text.length });
    for (const [index, inner] of spans.entries()) {
      expect(inner.start <= offset && offset <= inner.end).toBe(true);
      const outer = spans[index + 1];
      if (!outer) continue;
      expect(outer.start <= inner.start && inner.end <= outer.end).toBe(true);
      expect(outer.end - outer.start).toBeGreaterThan(inner.end - inner.start);
    }
  };

  it('has ranges each strictly within the next', () => {
    law(fc.tuple(configText, fc.nat()), ([text, place]) => expectSound(text, place), 500);
    law(fc.tuple(anyText, fc.nat()), ([text, place]) => expectSound(text, place), 100);
    law(fc.tuple(diskSpecText, fc.nat()), ([spec, place]) =>
      expectSound(`disk = [ ${JSON.stringify(spec)} ]`, place),
    );
  });

  it('of many lists in each other is answered in a depth that can be written down', () => {
    // xl gives up near 5,000.
    const deep = 4_000;
    const doc = open(`a = ${'['.repeat(deep)}${']'.repeat(deep)}`);
    expect(at(doc, deep).length).toBeGreaterThan(50);
    expect(at(doc, deep).length).toBeLessThan(200);
  });

  it.each<readonly [what: string, text: (n: number) => string]>([
    ['a long word', (n) => `a = "${'x'.repeat(n * 50)}"`],
    ['a long disk', (n) => `disk = [ "${'a,'.repeat(n)}" ]`],
    ['many settings', (n) => 'a = 1\n'.repeat(n)],
  ])('takes time in proportion: %s', (_what, text) => {
    const work = (n: number): void => {
      const doc = open(text(n));
      selectionRanges(doc, [doc.text.positionAt(text(n).length >> 1)]);
    };
    expect(slowdown(work, 100)).toBeLessThan(10);
  });
});
