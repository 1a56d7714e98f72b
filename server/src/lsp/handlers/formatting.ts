import {
  type Edit,
  FORMATTING_TRIGGERS,
  formatDocument,
  formatOnType,
  formatRanges,
  rangeOf,
  type XlDocument,
} from '@xlcfg/shared';
import {
  type DocumentFormattingParams,
  DocumentFormattingRequest,
  type DocumentOnTypeFormattingParams,
  DocumentOnTypeFormattingRequest,
  type DocumentRangeFormattingParams,
  DocumentRangeFormattingRequest,
  type DocumentRangesFormattingParams,
  DocumentRangesFormattingRequest,
  FormattingOptions,
  Position,
  Range,
  type TextEdit,
} from 'vscode-languageserver';
import { aboutDocument } from './handler.ts';

/** The library's own test throws where there is nothing. */
const isOptions = (options: FormattingOptions | null | undefined): boolean =>
  options !== null && options !== undefined && FormattingOptions.is(options);

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
  fits: ({ options }) => isOptions(options),
  whenChanged: 'refuse',
  answer: (document, { options }) => textEdits(document, formatDocument(document, options)),
});

export const rangeFormattingHandler = aboutDocument<DocumentRangeFormattingParams, TextEdit[]>({
  listen: (connection, answer) => connection.onRequest(DocumentRangeFormattingRequest.type, answer),
  capability: { documentRangeFormattingProvider: { rangesSupport: true } },
  none: [],
  fits: ({ range, options }) => Range.is(range) && isOptions(options),
  whenChanged: 'refuse',
  answer: (document, { range, options }) => format(document, [range], options),
});

export const rangesFormattingHandler = aboutDocument<DocumentRangesFormattingParams, TextEdit[]>({
  listen: (connection, answer) => connection.onRequest(DocumentRangesFormattingRequest.type, answer),
  // Announced with the formatting of one range.
  capability: {},
  none: [],
  fits: ({ ranges, options }) =>
    Array.isArray(ranges) && ranges.every((range) => Range.is(range)) && isOptions(options),
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
  fits: ({ position, ch, options }) => Position.is(position) && typeof ch === 'string' && isOptions(options),
  whenChanged: 'refuse',
  answer: (document, { position, ch, options }) =>
    textEdits(document, formatOnType(document, document.text.offsetAt(position), ch, options)),
});
