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
import { documentRequest } from './feature.ts';

const textEdits = (document: XlDocument, edits: readonly Edit[]): TextEdit[] =>
  edits.map((edit) => ({ range: rangeOf(document, edit), newText: edit.newText }));

const format = (document: XlDocument, ranges: readonly Range[], options: FormattingOptions): TextEdit[] => {
  const spans = ranges.map(({ start, end }) => ({
    start: document.text.offsetAt(start),
    end: document.text.offsetAt(end),
  }));
  return textEdits(document, formatRanges(document, spans, options));
};

export const documentFormattingHandler = documentRequest<DocumentFormattingParams, TextEdit[]>({
  listen: (connection, answer) => connection.onRequest(DocumentFormattingRequest.type, answer),
  capability: { documentFormattingProvider: true },
  emptyAnswer: [],
  validate: ({ options }) => isFormattingOptions(options),
  ifStale: 'refuse',
  answer: (document, { options }) => textEdits(document, formatDocument(document, options)),
});

export const rangeFormattingHandler = documentRequest<DocumentRangeFormattingParams, TextEdit[]>({
  listen: (connection, answer) => connection.onRequest(DocumentRangeFormattingRequest.type, answer),
  capability: { documentRangeFormattingProvider: { rangesSupport: true } },
  emptyAnswer: [],
  validate: ({ range, options }) => isRange(range) && isFormattingOptions(options),
  ifStale: 'refuse',
  answer: (document, { range, options }) => format(document, [range], options),
});

export const rangesFormattingHandler = documentRequest<DocumentRangesFormattingParams, TextEdit[]>({
  listen: (connection, answer) => connection.onRequest(DocumentRangesFormattingRequest.type, answer),
  // Announced with the formatting of one range.
  capability: {},
  emptyAnswer: [],
  validate: ({ ranges, options }) =>
    Array.isArray(ranges) && ranges.every((range) => isRange(range)) && isFormattingOptions(options),
  ifStale: 'refuse',
  answer: (document, { ranges, options }) => format(document, ranges, options),
});

export const onTypeFormattingHandler = documentRequest<DocumentOnTypeFormattingParams, TextEdit[]>({
  listen: (connection, answer) => connection.onRequest(DocumentOnTypeFormattingRequest.type, answer),
  capability: {
    documentOnTypeFormattingProvider: {
      firstTriggerCharacter: FORMATTING_TRIGGERS[0],
      moreTriggerCharacter: FORMATTING_TRIGGERS.slice(1),
    },
  },
  emptyAnswer: [],
  validate: ({ position, ch, options }) =>
    isPosition(position) && typeof ch === 'string' && isFormattingOptions(options),
  ifStale: 'refuse',
  answer: (document, { position, ch, options }) =>
    textEdits(document, formatOnType(document, document.text.offsetAt(position), ch, options)),
});
