/** Opens one version of a document: parses at once, works out the rest when it is asked for. */
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { fileKind } from '../detect/fileKind.ts';
import { describeGuest } from '../model/describe.ts';
import type { Guest } from '../model/guest.ts';
import { type GuestSpecs, readSpecs } from '../model/specs.ts';
import { findProblems } from '../rules/findProblems.ts';
import type { Problem } from '../rules/problem.ts';
import { FILE_KINDS, type FileKindName } from '../schema/kinds/index.ts';
import type { Settings } from '../settings.ts';
import type { DiskSpec } from '../specs/disk/ast.ts';
import { parseDiskSpec } from '../specs/disk/parser.ts';
import { parseConfig, type StringLiteral } from '../syntax/index.ts';
import type { XlDocument } from './document.ts';

/**
 * Never throws, whatever the text. `text.uri` tells the kind of file, unless it is given, and suggests a name for the
 * guest. A file that looks like nothing of xl's is taken for a guest's: whoever opens it as such wants to know.
 */
export function openDocument(
  text: TextDocument,
  settings: Settings,
  kindName: FileKindName = fileKind(text.uri, text.getText()) ?? 'guest',
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
  const diskSpecs = new Map<StringLiteral, DiskSpec>();
  const specOf = (node: StringLiteral): DiskSpec => {
    const known = diskSpecs.get(node);
    if (known) return known;
    const spec = parseDiskSpec(node.content.text, settings.xenVersion);
    diskSpecs.set(node, spec);
    return spec;
  };
  const guest = lazy(() => describeGuest(file, settings.xenVersion, specOf));
  const specs = lazy(() => readSpecs(guest(), settings.xenVersion));
  const problems = lazy((): readonly Problem[] =>
    findProblems({ kind, file, guest: guest(), specs: specs(), settings, uri: text.uri }),
  );
  return {
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
}

function lazy<T>(compute: () => T): () => T {
  let known: { value: T } | undefined;
  return () => {
    known ??= { value: compute() };
    return known.value;
  };
}
