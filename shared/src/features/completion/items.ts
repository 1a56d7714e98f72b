/** Completion items: how they are built, and the data from which their documentation is found when an editor asks for it. */
import {
  type Command,
  type CompletionItem,
  type CompletionItemKind,
  CompletionItemTag,
  InsertTextFormat,
} from 'vscode-languageserver-types';
import type { XlDocument } from '../../document/document.ts';
import { rangeOf } from '../../document/positions.ts';
import { FILE_KINDS, type FileKindName } from '../../schema/kinds/index.ts';
import { GUEST_TYPES, type GuestType } from '../../schema/types.ts';
import type { Span } from '../../span.ts';

/** The `data` of an item: small and plain, because it travels to the editor and back. */
export type ItemData =
  | { readonly kind: 'option'; readonly file: FileKindName; readonly name: string }
  | {
      readonly kind: 'optionValue';
      readonly file: FileKindName;
      readonly option: string;
      readonly value: string;
    }
  | { readonly kind: 'template'; readonly id: string }
  | { readonly kind: 'specParameter'; readonly option: string; readonly name: string }
  | {
      readonly kind: 'specValue';
      readonly option: string;
      readonly parameter: string;
      readonly value: string;
      /** For a value that the schema does not have: the string with it, and the type of the guest. */
      readonly read?: { readonly text: string; readonly guestType: GuestType };
    }
  | { readonly kind: 'directive' }
  | { readonly kind: 'rule'; readonly code: string }
  | { readonly kind: 'specTemplate'; readonly option: string; readonly label: string };

export interface Proposal {
  readonly label: string;
  readonly kind: CompletionItemKind;
  /** Shown next to the label. Plain text, short. */
  readonly detail?: string;
  readonly newText: string;
  /** `newText` has tab stops. */
  readonly isSnippet?: boolean;
  readonly sortText: string;
  /** What the editor compares with the typed text. Absent: the label. */
  readonly filterText?: string;
  readonly isDeprecated?: boolean;
  /** The editor's command that opens the next suggestions. Absent: there is nothing more to choose. */
  readonly suggestCommand?: string | undefined;
  readonly data: ItemData;
}

/** The item that replaces `replaced`, a span of the file on one line with the cursor in it. */
export function itemOf(doc: XlDocument, replaced: Span, proposal: Proposal): CompletionItem {
  const { label, kind, detail, newText, isSnippet, isDeprecated, sortText, filterText, data } = proposal;
  const { suggestCommand } = proposal;
  return {
    label,
    kind,
    ...(detail === undefined ? {} : { detail }),
    sortText,
    filterText: filterText ?? label,
    insertTextFormat: isSnippet ? InsertTextFormat.Snippet : InsertTextFormat.PlainText,
    textEdit: { range: rangeOf(doc, replaced), newText },
    ...(isDeprecated ? { tags: [CompletionItemTag.Deprecated] } : {}),
    ...(suggestCommand === undefined ? {} : { command: suggest(suggestCommand) }),
    data,
  };
}

/** By itself, as after a typed character: where there is nothing to choose, nothing is said. */
const suggest = (command: string): Command => ({ title: 'Suggest', command, arguments: [{ auto: true }] });

const isText = (value: unknown): value is string => typeof value === 'string';
const isFileKind = (value: unknown): value is FileKindName =>
  isText(value) && Object.hasOwn(FILE_KINDS, value);
const isGuestType = (value: unknown): value is GuestType => GUEST_TYPES.some((type) => type === value);

const fieldsOf = (data: unknown): Readonly<Record<string, unknown>> =>
  typeof data === 'object' ? { ...data } : {};

function readAs(data: unknown): Pick<Extract<ItemData, { kind: 'specValue' }>, 'read'> {
  const { text, guestType } = fieldsOf(data);
  return isText(text) && isGuestType(guestType) ? { read: { text, guestType } } : {};
}

/** Reads `data` as it came back from the editor; null if no item of ours had it. */
export function readItemData(data: unknown): ItemData | null {
  const fields = fieldsOf(data);
  const { kind, file, name, option, parameter, value, read, label, id, code } = fields;
  switch (kind) {
    case 'option':
      return isFileKind(file) && isText(name) ? { kind, file, name } : null;
    case 'optionValue':
      return isFileKind(file) && isText(option) && isText(value) ? { kind, file, option, value } : null;
    case 'specParameter':
      return isText(option) && isText(name) ? { kind, option, name } : null;
    case 'specValue':
      return isText(option) && isText(parameter) && isText(value)
        ? { kind, option, parameter, value, ...readAs(read) }
        : null;
    case 'specTemplate':
      return isText(option) && isText(label) ? { kind, option, label } : null;
    case 'directive':
      return { kind };
    case 'rule':
      return isText(code) ? { kind, code } : null;
    case 'template':
      return isText(id) ? { kind, id } : null;
    default:
      return null;
  }
}

/** A number that sorts as text. */
export const ordinal = (index: number): string => String(index).padStart(3, '0');
