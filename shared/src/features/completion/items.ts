/** Completion items: how they are built, and what they carry to the moment when their documentation is asked for. */
import {
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

/** What `data` of an item holds: small and plain, for it travels to the editor and back. */
export type ItemData =
  | { readonly kind: 'option'; readonly file: FileKindName; readonly name: string }
  | {
      readonly kind: 'optionValue';
      readonly file: FileKindName;
      readonly option: string;
      readonly value: string;
    }
  | { readonly kind: 'parameter'; readonly name: string }
  | { readonly kind: 'parameterValue'; readonly parameter: string; readonly value: string }
  | { readonly kind: 'vdev'; readonly vdev: string; readonly guestType: GuestType; readonly cdrom: boolean }
  | { readonly kind: 'diskEntry'; readonly id: string }
  | { readonly kind: 'template'; readonly id: string }
  | { readonly kind: 'specParameter'; readonly option: string; readonly name: string }
  | {
      readonly kind: 'specValue';
      readonly option: string;
      readonly parameter: string;
      readonly value: string;
    };

export interface Proposal {
  readonly label: string;
  readonly kind: CompletionItemKind;
  /** Shown beside the label. Plain text, short. */
  readonly detail?: string;
  /** What goes in, in place of `replaced`. */
  readonly text: string;
  /** `text` has tab stops. */
  readonly snippet?: boolean;
  /** Sorts before the others where it is smaller, as text. */
  readonly order: string;
  /** What the editor compares with the typed text, where that is not the label. */
  readonly filter?: string;
  readonly deprecated?: boolean;
  readonly data: ItemData;
}

/** The item that puts the proposal in place of `replaced`, a span of the file on one line with the cursor in it. */
export function itemOf(doc: XlDocument, replaced: Span, proposal: Proposal): CompletionItem {
  const { label, kind, detail, text, snippet, order, filter, deprecated, data } = proposal;
  return {
    label,
    kind,
    ...(detail === undefined ? {} : { detail }),
    sortText: order,
    filterText: filter ?? label,
    insertTextFormat: snippet ? InsertTextFormat.Snippet : InsertTextFormat.PlainText,
    textEdit: { range: rangeOf(doc, replaced), newText: text },
    ...(deprecated ? { tags: [CompletionItemTag.Deprecated] } : {}),
    data,
  };
}

const isText = (value: unknown): value is string => typeof value === 'string';
const isFileKind = (value: unknown): value is FileKindName =>
  isText(value) && Object.hasOwn(FILE_KINDS, value);
const isGuestType = (value: unknown): value is GuestType => GUEST_TYPES.some((type) => type === value);

/** Reads `data` as it came back from the editor; null where it is nothing that an item of ours had. */
export function readItemData(data: unknown): ItemData | null {
  if (typeof data !== 'object' || data === null) return null;
  const fields: Readonly<Record<string, unknown>> = { ...data };
  const { kind, file, name, option, parameter, value, vdev, guestType, cdrom, id } = fields;
  switch (kind) {
    case 'option':
      return isFileKind(file) && isText(name) ? { kind, file, name } : null;
    case 'parameter':
      return isText(name) ? { kind, name } : null;
    case 'optionValue':
      return isFileKind(file) && isText(option) && isText(value) ? { kind, file, option, value } : null;
    case 'specParameter':
      return isText(option) && isText(name) ? { kind, option, name } : null;
    case 'specValue':
      return isText(option) && isText(parameter) && isText(value) ? { kind, option, parameter, value } : null;
    case 'parameterValue':
      return isText(parameter) && isText(value) ? { kind, parameter, value } : null;
    case 'vdev':
      return isText(vdev) && isGuestType(guestType) ? { kind, vdev, guestType, cdrom: cdrom === true } : null;
    case 'diskEntry':
    case 'template':
      return isText(id) ? { kind, id } : null;
    default:
      return null;
  }
}

/** A number that sorts as text. */
export const ordinal = (index: number): string => String(index).padStart(3, '0');
