/** Opens one version of a document: parses at once, works out the rest when it is asked for. */
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { fileKind } from '../detect/fileKind.ts';
import type { DiskSpec } from '../languages/disk/ast.ts';
import { parseDiskSpec } from '../languages/disk/parser.ts';
import { describeGuest } from '../model/describeGuest.ts';
import type { Guest } from '../model/guest.ts';
import { type GuestSpecs, readSpecs } from '../model/guestSpecs.ts';
import { findProblems } from '../rules/findProblems.ts';
import type { Problem } from '../rules/problem.ts';
import { FILE_KINDS, type FileKind, type FileKindName } from '../schema/kinds/index.ts';
import type { XenVersion } from '../schema/xenVersions.ts';
import type { Settings } from '../settings.ts';
import { type ConfigFile, parseConfig, type StringLiteral, type Value } from '../syntax/index.ts';
import type { XlDocument } from './document.ts';

/** Specs of disks by their texts, for one release. Handed on from version to version of a document. */
interface DiskCache {
  readonly xenVersion: XenVersion;
  readonly specs: Map<string, DiskSpec>;
}

/** How many specs more than there are disks are kept, of texts that were typed on the way to others. */
const SPARE_SPECS = 1000;

/**
 * Never throws, whatever the text. `text.uri` tells the kind of file, unless it is given, and suggests a name for the
 * guest. A file that looks like nothing of xl's is taken for a guest's: whoever opens it as such wants to know.
 *
 * @param before an earlier version of the document: disks that it has too are not read anew
 */
export const openDocument = (
  text: TextDocument,
  settings: Settings,
  kindName: FileKindName = fileKind(text.uri, text.getText()) ?? 'guest',
  before?: XlDocument,
): XlDocument =>
  new OpenDocument(text, settings, kindName, before instanceof OpenDocument ? before : undefined);

/**
 * A class, for its getters: those of an object literal are functions made anew for each document, which costs a third
 * of the time in which a small file is checked.
 */
class OpenDocument implements XlDocument {
  readonly text: TextDocument;
  readonly settings: Settings;
  readonly kind: FileKind;
  readonly file: ConfigFile;
  readonly #disks: DiskCache;
  /** Of the document before, and not that itself: it would keep every version there ever was. */
  readonly #specsBefore: readonly DiskSpec[] | undefined;
  #diskItems: ReadonlySet<Value> | undefined;
  #guest: Guest | undefined;
  #specs: GuestSpecs | undefined;
  #problems: readonly Problem[] | undefined;

  constructor(text: TextDocument, settings: Settings, kindName: FileKindName, before?: OpenDocument) {
    this.text = text;
    this.settings = settings;
    this.kind = FILE_KINDS[kindName];
    this.file = parseConfig(text.getText());
    const { xenVersion } = settings;
    this.#disks = (before ? before.#disksFor(xenVersion) : undefined) ?? { xenVersion, specs: new Map() };
    this.#specsBefore = before?.guest.diskSpecs;
  }

  /** The specs that are known, unless they are of another release or mostly of disks that are gone. */
  #disksFor(xenVersion: XenVersion): DiskCache | undefined {
    const isOfUse = this.#disks.specs.size <= 2 * this.guest.disks.length + SPARE_SPECS;
    return isOfUse && this.#disks.xenVersion === xenVersion ? this.#disks : undefined;
  }

  #specOf({ content }: StringLiteral): DiskSpec {
    const { specs, xenVersion } = this.#disks;
    const known = specs.get(content.text);
    if (known) return known;
    const spec = parseDiskSpec(copied(content.text), xenVersion);
    specs.set(spec.text, spec);
    return spec;
  }

  get guest(): Guest {
    this.#guest ??= describeGuest(
      this.file,
      this.settings.xenVersion,
      (node) => this.#specOf(node),
      this.#specsBefore,
    );
    return this.#guest;
  }

  diskSpec(node: StringLiteral): DiskSpec | undefined {
    this.#diskItems ??= new Set(
      this.file.settings.flatMap(({ name, value }) =>
        name.text === 'disk' && value?.kind === 'list' ? value.items : [],
      ),
    );
    return this.#diskItems.has(node) ? this.#specOf(node) : undefined;
  }

  get specs(): GuestSpecs {
    this.#specs ??= readSpecs(this.guest, this.settings.xenVersion);
    return this.#specs;
  }

  get problems(): readonly Problem[] {
    const { kind, file, settings, text } = this;
    this.#problems ??= findProblems({
      kind,
      file,
      guest: this.guest,
      specs: this.specs,
      settings,
      uri: text.uri,
    });
    return this.#problems;
  }
}

/** The same text, and no piece of a longer one, which it would keep in memory from version to version. */
const copied = (text: string): string => JSON.parse(JSON.stringify(text)) as string;
