/** The signature of a language inside strings: its parameters on one line, and what is said of each. */
import type { ParameterInformation, SignatureInformation } from 'vscode-languageserver-types';
import { code, paragraphs, plain } from '../../prose/markdown.ts';
import type { ParameterSchema } from '../../schema/types.ts';

/** One parameter in a signature. */
export interface Entry {
  readonly parameter: ParameterSchema;
  /** As it is written: `vdev`, `bridge=`, `[domain:]bus:device.function`. */
  readonly text: string;
  /** Goes right behind the one before it. */
  readonly isAttached?: boolean;
}

/** A line has no room for more; the one at the cursor is always among them. */
const MOST_ENTRIES = 12;
const MORE = '…';

export interface Signature {
  readonly information: SignatureInformation;
  /** The index of the parameter at the cursor. */
  readonly active?: number;
}

/**
 * The signature of `entries`; labels of parameters are offsets into its label, in UTF-16 code units. `active` is the
 * name of the parameter at the cursor, `summary` what is said of the whole, as plain text of the schema.
 */
export function signatureOf(
  entries: readonly Entry[],
  separator: string,
  active: string | undefined,
  summary: string,
): Signature {
  const isActive = ({ parameter }: Entry): boolean => parameter.name === active;
  const known = entries.filter((entry) => entry.parameter.deprecated === undefined || isActive(entry));
  const shown = known.filter((entry, index) => index < MOST_ENTRIES || isActive(entry));
  let label = '';
  const parameters = shown.map((entry): ParameterInformation => {
    if (label !== '' && !entry.isAttached) label += separator;
    const start = label.length;
    label += entry.text;
    return {
      label: [start, label.length],
      documentation: { kind: 'markdown', value: documentation(entry.parameter) },
    };
  });
  if (shown.length < known.length) label += separator + MORE;
  const at = shown.findIndex(isActive);
  return {
    information: { label, parameters, documentation: { kind: 'markdown', value: plain(summary) } },
    ...(at < 0 ? {} : { active: at }),
  };
}

/** Shorter than a hover: it stands over the line that is being typed. */
function documentation({ name, summary, values = [], defaultValue, deprecated }: ParameterSchema): string {
  const words = values.filter(({ internal }) => !internal).map((value) => code(value.name));
  return paragraphs([
    `${code(name)}: ${plain(summary)}`,
    words.length === 0 ? undefined : `Values: ${words.join(', ')}`,
    defaultValue === undefined ? undefined : `Default: ${defaultValue}`,
    deprecated === undefined ? undefined : `Deprecated: write ${deprecated}`,
  ]);
}
