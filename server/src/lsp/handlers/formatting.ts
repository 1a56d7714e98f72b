import {
  type Edit,
  formatDocument,
  formatOnType,
  formatRanges,
  rangeOf,
  type XlDocument,
} from '@xlcfg/shared';
import { FORMATTING_TRIGGERS } from '@xlcfg/shared/start';
import {
  type DocumentFormattingParams,
  DocumentFormattingRequest,
  type DocumentOnTypeFormattingParams,
  DocumentOnTypeFormattingRequest,
  type DocumentRangeFormattingParams,
  DocumentRangeFormattingRequest,
  type DocumentRangesFormattingParams,
  DocumentRangesFormattingRequest,
  type FormattingOptions,
  type Range,
  type TextEdit,
} from 'vscode-languageserver';
import { isFormattingOptions, isPosition, isRange } from '../params.ts';
import { aboutDocument } from './handler.ts';

const textEdits = (document: XlDocument, edits: readonly Edit[]): TextEdit[] =>
  edits.map((edit) => ({ range: rangeOf(document, edit), newText: edit.newText }));

const format = (document: XlDocument, ranges: readonly Range[], options: FormattingOptions): TextEdit[] => {
  const spans = ranges.map(({ start, end }) => ({
    start: document.text.offsetAt(start),
    end: document.text.offsetAt(end),
  }));
  return textEdits(document, formatRanges(document, spans, options));
};

export const documentFormattingHandler = aboutDocument<DocumentFormattingParams, TextEdit[]>({
  listen: (connection, answer) => connection.onRequest(DocumentFormattingRequest.type, answer),
  capability: { documentFormattingProvider: true },
  none: [],
  fits: ({ options }) => isFormattingOptions(options),
  whenChanged: 'refuse',
  answer: (document, { options }) => textEdits(document, formatDocument(document, options)),
});

export const rangeFormattingHandler = aboutDocument<DocumentRangeFormattingParams, TextEdit[]>({
  listen: (connection, answer) => connection.onRequest(DocumentRangeFormattingRequest.type, answer),
  capability: { documentRangeFormattingProvider: { rangesSupport: true } },
  none: [],
  fits: ({ range, options }) => isRange(range) && isFormattingOptions(options),
  whenChanged: 'refuse',
  answer: (document, { range, options }) => format(document, [range], options),
});

export const rangesFormattingHandler = aboutDocument<DocumentRangesFormattingParams, TextEdit[]>({
  listen: (connection, answer) => connection.onRequest(DocumentRangesFormattingRequest.type, answer),
  // Announced with the formatting of one range.
  capability: {},
  none: [],
  fits: ({ ranges, options }) =>
    Array.isArray(ranges) && ranges.every((range) => isRange(range)) && isFormattingOptions(options),
  whenChanged: 'refuse',
  answer: (document, { ranges, options }) => format(document, ranges, options),
});

export const onTypeFormattingHandler = aboutDocument<DocumentOnTypeFormattingParams, TextEdit[]>({
  listen: (connection, answer) => connection.onRequest(DocumentOnTypeFormattingRequest.type, answer),
  capability: {
    documentOnTypeFormattingProvider: {
      firstTriggerCharacter: FORMATTING_TRIGGERS[0],
      moreTriggerCharacter: FORMATTING_TRIGGERS.slice(1),
    },
  },
  none: [],
  fits: ({ position, ch, options }) =>
    isPosition(position) && typeof ch === 'string' && isFormattingOptions(options),
  whenChanged: 'refuse',
  answer: (document, { position, ch, options }) =>
    textEdits(document, formatOnType(document, document.text.offsetAt(position), ch, options)),
});
