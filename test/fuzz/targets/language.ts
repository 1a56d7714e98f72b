/** Whole files: the parser, all features, the fixes, the formatter. */

import {
  applyEdits,
  DEFAULT_SETTINGS,
  effectiveConfigText,
  fileKind,
  fixAll,
  formatDocument,
  openDocument,
  parseConfig,
  type Settings,
  XEN_VERSIONS,
  type XlDocument,
} from '@xlcfg/shared';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { URI } from '../../support/documents.ts';
import { must, type Target } from '../engine/target.ts';
import { ask, askEverything } from '../everything.ts';
import { FILE_WORDS, FILES } from './seeds.ts';

const common = { seeds: FILES, words: FILE_WORDS };

/** A number that is always the same for a text: the choice of what is asked beside it. */
const hashOf = (text: string): number => {
  let hash = 7;
  for (let at = 0; at < text.length; at++) hash = (Math.imul(hash, 31) + text.charCodeAt(at)) >>> 0;
  return hash;
};

const settingsFor = (text: string): Settings => {
  const hash = hashOf(text);
  return {
    ...DEFAULT_SETTINGS,
    xenVersion: XEN_VERSIONS[hash % XEN_VERSIONS.length] ?? DEFAULT_SETTINGS.xenVersion,
    format: {
      lineWidth: 20 + (hash % 100),
      quotes: (['keep', 'double', 'single'] as const)[hash % 3] ?? 'keep',
      lists: (['keep', 'fit', 'split'] as const)[(hash >> 3) % 3] ?? 'keep',
    },
  };
};

const open = (text: string, settings: Settings): XlDocument =>
  openDocument(TextDocument.create(URI, 'xlcfg', 1, text), settings, 'guest');

const codesOf = ({ problems }: XlDocument): string[] => problems.map(({ code }) => code);

const errorsOf = ({ problems }: XlDocument): string[] =>
  problems.filter(({ severity }) => severity === 'error').map(({ code }) => code);

export const parser: Target = {
  ...common,
  name: 'parser',
  share: 60,
  longest: 1000,
  run: (text) => {
    fileKind(URI, text);
    const { settings, errors } = parseConfig(text);
    let before = 0;
    for (const { start, end } of settings) {
      must(before <= start && start <= end && end <= text.length, 'settings overlap or lie out of the text');
      before = end;
    }
    for (const { start, end } of errors)
      must(0 <= start && start < end && end <= text.length, 'an error lies out');
    return errors.map(({ code }) => code);
  },
};

export const features: Target = {
  ...common,
  name: 'features',
  share: 3,
  longest: 500,
  run: (text) => {
    const asked = ask(text, hashOf(text) % (text.length + 1), settingsFor(text));
    askEverything(asked);
    return codesOf(asked.doc);
  },
};

/** More passes would never end. */
const MAX_PASSES = 10;

export const fixes: Target = {
  ...common,
  name: 'fixes',
  share: 3,
  longest: 500,
  run: (text) => {
    const settings = settingsFor(text);
    let doc = open(text, settings);
    const before = { errors: errorsOf(doc), json: effectiveConfigText(doc).json };
    const codes = codesOf(doc);
    for (let pass = 0; ; pass++) {
      const edits = fixAll(doc);
      if (edits.length === 0) break;
      must(pass < MAX_PASSES, `fixes have no end: ${JSON.stringify(edits)}`);
      doc = open(applyEdits(doc.text.getText(), edits), settings);
    }
    if (before.errors.length === 0) {
      must(errorsOf(doc).length === 0, `xl rejects the fixed file: ${errorsOf(doc)}`);
      must(effectiveConfigText(doc).json === before.json, 'xl makes something else of the fixed file');
    }
    return codes;
  },
};

export const formatter: Target = {
  ...common,
  name: 'formatter',
  share: 3,
  longest: 500,
  run: (text) => {
    const settings = settingsFor(text);
    const options = { tabSize: 1 + (hashOf(text) % 8), insertSpaces: hashOf(text) % 2 === 0 };
    const doc = open(text, settings);
    const once = open(applyEdits(text, formatDocument(doc, options)), settings);
    const again = formatDocument(once, options);
    must(again.length === 0, `formatted twice is formatted otherwise: ${JSON.stringify(again)}`);
    const before = errorsOf(doc);
    const added = errorsOf(once).filter((code) => !before.includes(code));
    must(added.length === 0, `xl rejects the formatted file: ${added}`);
    if (before.length === 0) {
      must(
        effectiveConfigText(once).json === effectiveConfigText(doc).json,
        'xl makes something else of the formatted file',
      );
    }
    return codesOf(doc);
  },
};
