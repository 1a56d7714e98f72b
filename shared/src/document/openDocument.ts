/** Opens one version of a document: parses at once, works out the rest when it is asked for. */
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { fileKind } from '../detect/fileKind.ts';
import { describeGuest } from '../model/describeGuest.ts';
import type { Guest } from '../model/guest.ts';
import { type GuestSpecs, readSpecs } from '../model/guestSpecs.ts';
import { createLanguageReaders, type LanguageReaders } from '../model/languageReaders.ts';
import { findProblems } from '../rules/findProblems.ts';
import type { Problem } from '../rules/problem.ts';
import { FILE_KINDS, type FileKind, type FileKindName } from '../schema/kinds/index.ts';
import type { Settings } from '../settings.ts';
import { type ConfigFile, type Encoding, parseConfig } from '../syntax/index.ts';
import type { XlDocument } from './document.ts';

interface Origin {
  /** An earlier version of the document: strings that it has too are not read anew. */
  readonly before?: XlDocument | undefined;
  /** UTF-8 unless it is given, as in an editor. */
  readonly encoding?: Encoding;
}

/**
 * Never throws, whatever the text. `text.uri` tells the kind of file, unless it is given, and suggests a name for the
 * guest. A file that looks like nothing of xl's is taken for a guest's: whoever opens it as such wants to know.
 */
export const openDocument = (
  text: TextDocument,
  settings: Settings,
  kindName: FileKindName = fileKind(text.uri, text.getText()) ?? 'guest',
  origin: Origin = {},
): XlDocument => new OpenDocument(text, settings, kindName, origin);

/**
 * A class, for its getters: those of an object literal are functions made anew for each document, which costs a third
 * of the time in which a small file is checked.
 */
class OpenDocument implements XlDocument {
  readonly text: TextDocument;
  readonly encoding: Encoding;
  readonly settings: Settings;
  readonly kind: FileKind;
  readonly file: ConfigFile;
  readonly readers: LanguageReaders;
  #guest: Guest | undefined;
  #specs: GuestSpecs | undefined;
  #problems: readonly Problem[] | undefined;

  constructor(
    text: TextDocument,
    settings: Settings,
    kindName: FileKindName,
    { before, encoding = 'utf8' }: Origin,
  ) {
    this.text = text;
    this.encoding = encoding;
    this.settings = settings;
    this.kind = FILE_KINDS[kindName];
    this.file = parseConfig(text.getText(), encoding);
    this.readers = before instanceof OpenDocument ? before.readers : createLanguageReaders(encoding);
  }

  get guest(): Guest {
    this.#guest ??= describeGuest(this.file, this.settings);
    return this.#guest;
  }

  get specs(): GuestSpecs {
    this.#specs ??= readSpecs(this.guest, this.settings.xenVersion, this.readers);
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
