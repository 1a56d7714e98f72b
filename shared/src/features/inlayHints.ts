/** Inlay hints: names of fields, what numbers mean, what xl chooses. */
import { type InlayHint, InlayHintKind, type Range } from 'vscode-languageserver-types';
import type { XlDocument } from '../document/document.ts';
import { spanInFile } from '../document/positions.ts';
import type { SpecString } from '../document/specStrings.ts';
import { memoizeByObject } from '../memoize.ts';
import { architectureAssumption } from '../model/architecture.ts';
import { parameterValueMeaning } from '../prose/parameter.ts';
import { ARCHITECTURE_NAMES } from '../schema/platform.ts';
import type { InlayHintSettings } from '../settings.ts';
import type { Span } from '../span.ts';
import { paragraphs, plain } from '../text/markdown.ts';
import { fromRooms, type Hint, readStringsOf } from './inlayHints/hint.ts';
import { numberHints } from './inlayHints/numbers.ts';

/** Of the strings that xl reads for the guest. Flags need no name; a suffix has the name before it. */
const fieldNameHints = (doc: XlDocument): readonly Hint[] => [
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
  // `phy:target:` would read as two prefixes.
  const isAfterPrefix = string.pieces.some(({ kind, end }) => kind === 'prefix' && end === span.start);
  if (parameter?.form !== 'value' || isAfterPrefix) return [];
  const meaning = value === undefined ? undefined : parameterValueMeaning(doc, string, parameter, value);
  const tooltip = paragraphs([plain(parameter.summary), meaning]);
  return [{ kind: 'name', at: spanInFile(string.node, span).start, label: `${name}:`, tooltip }];
}

/** Whether a string is complete and accepted by xl, so that xl chooses something for it. */
const isAccepted = ({ node, spec }: SpecString): boolean => node.closed && spec.faults.length === 0;

const backendHints = (doc: XlDocument): readonly Hint[] =>
  fromRooms(doc, 'backend', (string, { label, tooltip }) =>
    isAccepted(string) ? [note(string.node.end, label, tooltip)] : [],
  );

/** Of the guest, and of each of its strings that is complete and that xl accepts. */
const defaultHints = (doc: XlDocument): readonly Hint[] => [
  ...guestType(doc),
  ...fromRooms(doc, 'default', (string, { span, label, tooltip }) =>
    isAccepted(string) ? [note(spanInFile(string.node, span).start, label, tooltip)] : [],
  ),
];

const note = (at: number, label: string, tooltip: string): Hint => ({ kind: 'note', at, label, tooltip });

/** After the guest's name, which every file has: no line sets it. */
function guestType({ kind, guest }: XlDocument): Hint[] {
  const { settings, typeSetting, type } = guest;
  const named = settings.get('name')?.parts.at(-1)?.value;
  if (kind.name !== 'guest' || typeSetting || !named) return [];
  if (settings.has('type') || settings.has('builder')) return [];
  return [
    note(
      named.end,
      `type: ${type}`,
      [
        `No \`type\` is set: on ${ARCHITECTURE_NAMES[guest.architecture]} this is a ${type.toUpperCase()} guest.`,
        architectureAssumption(guest) ?? '',
      ]
        .join(' ')
        .trim(),
    ),
  ];
}

/** In the order in which they are shown at one offset. */
const SOURCES: Readonly<Record<keyof InlayHintSettings, (doc: XlDocument) => readonly Hint[]>> = {
  fieldNames: fieldNameHints,
  numbers: numberHints,
  backends: backendHints,
  defaults: defaultHints,
};

/** All hints of a document, in the order of the text. Computed once for a document. */
const hintsOf = memoizeByObject((doc: XlDocument): readonly Hint[] =>
  Object.entries(SOURCES)
    .flatMap(([name, find]) => (doc.settings.inlayHints[name as keyof InlayHintSettings] ? find(doc) : []))
    .sort((a, b) => a.at - b.at),
);

/** The hints within the range, both of its ends included, of the kinds that the settings ask for, in order. */
export function inlayHints(doc: XlDocument, range: Range): InlayHint[] {
  const from = doc.text.offsetAt(range.start);
  const to = doc.text.offsetAt(range.end);
  return hintsOf(doc)
    .filter(({ at }) => from <= at && at <= to)
    .map(({ at, kind, label, tooltip }) => ({
      position: doc.text.positionAt(at),
      label,
      tooltip: { kind: 'markdown', value: tooltip },
      ...(kind === 'name' ? { kind: InlayHintKind.Parameter, paddingRight: true } : { paddingLeft: true }),
    }));
}
