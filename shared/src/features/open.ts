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

/** Specs of disks by their texts, for one release. Handed on from version to version of a document. */
interface DiskCache {
  readonly release: Release;
  readonly specs: Map<string, DiskSpec>;
}

const diskCaches = new WeakMap<XlDocument, DiskCache>();

/** How many specs more than there are disks are kept, of texts that were typed on the way to others. */
const SPARE_SPECS = 1000;

/** The specs of the version before, unless they are of another release or mostly of disks that are gone. */
function diskCache(release: Release, before: XlDocument | undefined): DiskCache {
  const cache = before && diskCaches.get(before);
  if (before && cache?.release === release && cache.specs.size <= 2 * before.guest.disks.length + SPARE_SPECS)
    return cache;
  return { release, specs: new Map() };
}

/**
 * Never throws, whatever the text. `text.uri` tells the kind of file, unless it is given, and suggests a name for the
 * guest. A file that looks like nothing of xl's is taken for a guest's: whoever opens it as such wants to know.
 *
 * @param before an earlier version of the document: disks that it has too are not read anew
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
  const cache = diskCache(release, before);
  const specOf = ({ content }: StringLiteral): DiskSpec => {
    const known = cache.specs.get(content.text);
    if (known) return known;
    const spec = parseDiskSpec(copied(content.text), release);
    cache.specs.set(spec.text, spec);
    return spec;
  };
  // Taken now: a document that knew the one before it would keep every version there ever was.
  const specsBefore = before?.guest.diskSpecs;
  const guest = lazy(() => describeGuest(file, release, specOf, specsBefore));
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
  diskCaches.set(document, cache);
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
