/** The names of the values that are written without a key. */

import type { XlDocument } from '../../document/document.ts';
import { spanInFile } from '../../document/positions.ts';
import type { SpecString } from '../../document/specStrings.ts';
import { parameterValueMeaning } from '../../prose/parameter.ts';
import type { Span } from '../../span.ts';
import { paragraphs, plain } from '../../text/markdown.ts';
import { fromRooms, type Hint, readStringsOf } from './hint.ts';

/** Of the strings that xl reads for the guest. Flags need no name; a suffix has the name before it. */
export const fieldNameHints = (doc: XlDocument): readonly Hint[] => [
  ...readStringsOf(doc).flatMap((string) =>
    string.spec.parts.flatMap((part) =>
      part.kind === 'word' && part.form === undefined && part.role !== undefined
        ? nameBefore(doc, string, part, part.role, part.text)
        : [],
    ),
  ),
  ...fromRooms(doc, 'name', (string, { span, parameter }) => nameBefore(doc, string, span, parameter)),
];

function nameBefore(
  doc: XlDocument,
  string: SpecString,
  span: Span,
  name: string,
  value?: string,
): readonly Hint[] {
  const parameter = string.language.parameters.find((one) => one.name === name);
  if (parameter?.form !== 'value') return [];
  const meaning = value === undefined ? undefined : parameterValueMeaning(doc, string, parameter, value);
  const tooltip = paragraphs([plain(parameter.summary), meaning]);
  return [{ kind: 'name', at: spanInFile(string.node, span).start, label: `${name}:`, tooltip }];
}
