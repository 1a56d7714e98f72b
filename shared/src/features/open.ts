/** Opens one version of a document: parses at once, works out the rest when it is asked for. */
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { fileKind } from '../detect/fileKind.ts';
import { describeGuest } from '../model/describe.ts';
import type { Guest } from '../model/guest.ts';
import { type GuestSpecs, readSpecs } from '../model/specs.ts';
import { findProblems } from '../rules/findProblems.ts';
import type { Problem } from '../rules/problem.ts';
import { FILE_KINDS, type FileKindName } from '../schema/kinds/index.ts';
import type { Release } from '../schema/releases.ts';
import type { Settings } from '../settings.ts';
import type { DiskSpec } from '../specs/disk/ast.ts';
import { parseDiskSpec } from '../specs/disk/parser.ts';
import { parseConfig, type StringLiteral } from '../syntax/index.ts';
import type { XlDocument } from './document.ts';

/** The disks of a document, by their texts. */
interface ReadDisks {
  readonly release: Release;
  readonly byText: ReadonlyMap<string, DiskSpec>;
}

const readDisks = new WeakMap<XlDocument, ReadDisks>();

/**
 * Never throws, whatever the text. `text.uri` tells the kind of file, unless it is given, and suggests a name for the
 * guest. A file that looks like nothing of xl's is taken for a guest's: whoever opens it as such wants to know.
 *
 * @param before an earlier version of the document: the disks that it has too are not read anew
 */
export function openDocument(
  text: TextDocument,
  settings: Settings,
  kindName: FileKindName = fileKind(text.uri, text.getText()) ?? 'guest',
  before?: XlDocument,
): XlDocument {
  const kind = FILE_KINDS[kindName];
  const file = parseConfig(text.getText());
  const isDiskItem = lazy(
    () =>
      new Set(
        file.settings.flatMap(({ name, value }) =>
          name.text === 'disk' && value?.kind === 'list' ? value.items : [],
        ),
      ),
  );
  const release = settings.xenVersion;
  const diskSpecs = new Map<StringLiteral, DiskSpec>();
  const byText = new Map<string, DiskSpec>();
  const earlier = before && readDisks.get(before);
  const atHand = earlier?.release === release ? earlier.byText : byText;
  const specOf = (node: StringLiteral): DiskSpec => {
    const known = diskSpecs.get(node);
    if (known) return known;
    const written = node.content.text;
    // Each disk has a spec of its own, also where two of them are written alike.
    const isSecond = byText.has(written);
    const spec = (isSecond ? undefined : atHand.get(written)) ?? parseDiskSpec(copied(written), release);
    diskSpecs.set(node, spec);
    if (!isSecond) byText.set(spec.text, spec);
    return spec;
  };
  const guest = lazy(() => describeGuest(file, release, specOf));
  const specs = lazy(() => readSpecs(guest(), release));
  const problems = lazy((): readonly Problem[] =>
    findProblems({ kind, file, guest: guest(), specs: specs(), settings, uri: text.uri }),
  );
  const document: XlDocument = {
    text,
    settings,
    kind,
    file,
    get guest(): Guest {
      return guest();
    },
    diskSpec: (node) => (isDiskItem().has(node) ? specOf(node) : undefined),
    get specs(): GuestSpecs {
      return specs();
    },
    get problems(): readonly Problem[] {
      return problems();
    },
  };
  readDisks.set(document, { release, byText });
  return document;
}

/** The same text, and no piece of a longer one, which it would keep in memory from version to version. */
const copied = (text: string): string => JSON.parse(JSON.stringify(text)) as string;

function lazy<T>(compute: () => T): () => T {
  let known: { value: T } | undefined;
  return () => {
    known ??= { value: compute() };
    return known.value;
  };
}
