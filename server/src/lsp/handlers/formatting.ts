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
  DocumentFormattingRequest,
  DocumentOnTypeFormattingRequest,
  DocumentRangeFormattingRequest,
  DocumentRangesFormattingRequest,
  type FormattingOptions,
  type Range,
  type TextEdit,
} from 'vscode-languageserver';
import { isFormattingOptions, isPosition, isRange } from '../params.ts';
import { documentRequest, type Handler } from './handler.ts';

const toTextEdits = (document: XlDocument, edits: readonly Edit[]): TextEdit[] =>
  edits.map((edit) => ({ range: rangeOf(document, edit), newText: edit.newText }));

const format = (document: XlDocument, ranges: readonly Range[], options: FormattingOptions): TextEdit[] => {
  const spans = ranges.map(({ start, end }) => ({
    start: document.text.offsetAt(start),
    end: document.text.offsetAt(end),
  }));
  return toTextEdits(document, formatRanges(document, spans, options));
};

export const documentFormattingHandler: Handler<'documentFormattingProvider'> = {
  capability: () => true,
  requests: [
    documentRequest(DocumentFormattingRequest.type, {
      emptyAnswer: [],
      validate: ({ options }) => isFormattingOptions(options),
      ifStale: 'reject',
      answer: (document, { options }) => toTextEdits(document, formatDocument(document, options)),
    }),
  ],
};

export const rangeFormattingHandler: Handler<'documentRangeFormattingProvider'> = {
  capability: ({ formatsRanges }) => (formatsRanges ? { rangesSupport: true } : true),
  requests: [
    documentRequest(DocumentRangeFormattingRequest.type, {
      emptyAnswer: [],
      validate: ({ range, options }) => isRange(range) && isFormattingOptions(options),
      ifStale: 'reject',
      answer: (document, { range, options }) => format(document, [range], options),
    }),
    documentRequest(DocumentRangesFormattingRequest.type, {
      emptyAnswer: [],
      validate: ({ ranges, options }) =>
        Array.isArray(ranges) && ranges.every((range) => isRange(range)) && isFormattingOptions(options),
      ifStale: 'reject',
      answer: (document, { ranges, options }) => format(document, ranges, options),
    }),
  ],
};

export const onTypeFormattingHandler: Handler<'documentOnTypeFormattingProvider'> = {
  capability: () => ({
    firstTriggerCharacter: FORMATTING_TRIGGERS[0],
    moreTriggerCharacter: FORMATTING_TRIGGERS.slice(1),
  }),
  requests: [
    documentRequest(DocumentOnTypeFormattingRequest.type, {
      emptyAnswer: [],
      validate: ({ position, ch, options }) =>
        isPosition(position) && typeof ch === 'string' && isFormattingOptions(options),
      ifStale: 'reject',
      answer: (document, { position, ch, options }) =>
        toTextEdits(document, formatOnType(document, document.text.offsetAt(position), ch, options)),
    }),
  ],
};
