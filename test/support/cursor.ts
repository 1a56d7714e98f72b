/** Texts with a `|` where the cursor is: what hovers say there, and what completion items make of them. */

import type { XlDocument } from '@xlcfg/shared/src/document/document.ts';
import { openDocument } from '@xlcfg/shared/src/document/openDocument.ts';
import type { CompletionTools } from '@xlcfg/shared/src/features/completion/tools.ts';
import { completion } from '@xlcfg/shared/src/features/completion.ts';
import { hover } from '@xlcfg/shared/src/features/hover.ts';
import type { FileKindName } from '@xlcfg/shared/src/schema/kinds/index.ts';
import type { XenVersion } from '@xlcfg/shared/src/schema/xenVersions.ts';
import { expect, it } from 'vitest';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { CompletionItem } from 'vscode-languageserver-types';
import { TEST_SETTINGS } from './documents.ts';

export const CURSOR = '|';

export function open(
  text: string,
  xenVersion: XenVersion = TEST_SETTINGS.xenVersion,
  kind: FileKindName = 'guest',
): XlDocument {
  const document = TextDocument.create('file:///etc/xen/guest.cfg', 'xlcfg', 1, text);
  return openDocument(document, { ...TEST_SETTINGS, xenVersion }, kind);
}

export interface Marked {
  readonly doc: XlDocument;
  readonly offset: number;
}

/** Opens the text without its one `|`. */
export function openMarked(marked: string, xenVersion?: XenVersion, kind?: FileKindName): Marked {
  const offset = marked.indexOf(CURSOR);
  if (offset < 0 || marked.includes(CURSOR, offset + 1)) throw new Error(`one cursor wanted: ${marked}`);
  return { doc: open(marked.slice(0, offset) + marked.slice(offset + 1), xenVersion, kind), offset };
}

/** A snippet as it stands once every tab stop has been left with what it offers first. */
export const expand = (snippet: string): string =>
  snippet.replace(
    /\\([\\$},|])|\$\{\d+:((?:\\.|[^}\\])*)\}|\$\{\d+\|((?:\\.|[^,|\\])*)(?:\\.|[^\\|])*\|\}|\$\d+/g,
    (_, escaped?: string, text?: string, first?: string) => escaped ?? expand(text ?? first ?? ''),
  );

/** The document's text with the item taken, tab stops left as they are. */
export function apply({ text }: XlDocument, item: CompletionItem): string {
  const { textEdit } = item;
  if (!textEdit || !('range' in textEdit)) throw new Error(`no edit: ${item.label}`);
  const inserted = item.insertTextFormat === 2 ? expand(textEdit.newText) : textEdit.newText;
  return TextDocument.applyEdits(TextDocument.create(text.uri, text.languageId, 1, text.getText()), [
    { range: textEdit.range, newText: inserted },
  ]);
}

/** Labels in the order in which an editor shows them. */
export const labelsInOrder = (items: readonly CompletionItem[]): string[] =>
  items
    .toSorted((a, b) => ((a.sortText ?? a.label) < (b.sortText ?? b.label) ? -1 : 1))
    .map(({ label }) => label);

/** Small files that touch everything: half-typed lines, escapes, old syntax, Python. */
export const SAMPLES: readonly string[] = [
  'name = "a"\ntype="hvm" # c\nmemory=0x200;vga = \'std\'\ndisk = [ \'/a,raw,hda,w\', "tap:aio:/b\\"x,hdb:cdrom,r", ]\nmem',
  "disk = [\n  'format=qcow2, vdev=xvda1, cdrom, target=/a,b`c',\n  '', 5, [ 'x' ], ',,|,\n]\nvif = [ 'mac=00:16:3e:00:00:01' ]\ndisk += [ '/é,,xvdaa,ro' ]",
  'def f():\n  return 1\ntype = pv\r\nkernel = "/boot/\\x" "y"\nvcpus += = 2\n= 4\n  cpus = [ "0-3", [',
];

export interface Shown {
  /** The text of the file that the hover is on. */
  readonly on: string;
  readonly markdown: string;
}

/** The hover at the cursor, which must be Markdown; null where there is none. */
export function show(marked: string, xenVersion?: XenVersion, kind?: FileKindName): Shown | null {
  const { doc, offset } = openMarked(marked, xenVersion, kind);
  const found = hover(doc, doc.text.positionAt(offset));
  if (!found?.range || typeof found.contents !== 'object' || !('kind' in found.contents)) return null;
  if (found.contents.kind !== 'markdown') throw new Error(found.contents.kind);
  return { on: doc.text.getText(found.range), markdown: found.contents.value };
}

/** A text with a cursor, what of it the hover is on, and parts of what the hover says. */
export type HoverCase = readonly [marked: string, on: string, parts: readonly string[]];

/** A test for each case. */
export const testHovers = (cases: readonly HoverCase[]): void => {
  it.each(cases)('%s', (marked, on, parts) => {
    const shown = show(marked);
    expect(shown?.on).toBe(on);
    for (const part of parts) expect(shown?.markdown).toContain(part);
  });
};

export interface Completed {
  readonly items: CompletionItem[];
  /** The text with the only item of this label taken. */
  readonly take: (label: string) => string;
}

export function complete(
  marked: string,
  xenVersion?: XenVersion,
  kind?: FileKindName,
  tools?: CompletionTools,
): Completed {
  const { doc, offset } = openMarked(marked, xenVersion, kind);
  const { items } = completion(doc, doc.text.positionAt(offset), tools);
  const take = (label: string): string => {
    const [item, another] = items.filter((one) => one.label === label);
    if (!item || another) throw new Error(`${label}: ${items.map((one) => one.label).join(' ')}`);
    return apply(doc, item);
  };
  return { items, take };
}

/** Labels of what is offered at the cursor, in order. */
export const labels = (marked: string, xenVersion?: XenVersion, kind?: FileKindName): string[] =>
  labelsInOrder(complete(marked, xenVersion, kind).items);

export const HVM = 'type="hvm"\n';
