/** The signature of a language inside strings: its parameters on one line, with a short text on each. */
import type { ParameterInformation, SignatureInformation } from 'vscode-languageserver-types';
import type { SpecLanguage } from '../../languages/language.ts';
import type { ParameterSchema } from '../../schema/types.ts';
import { existsIn, type XenVersion } from '../../schema/xenVersions.ts';
import { code, paragraphs, plain } from '../../text/markdown.ts';

/** One parameter in a signature. */
interface Entry {
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
 * The signature of a language in a version of Xen; labels of parameters are offsets into its label, in UTF-16 code units.
 *
 * @param active the name of the parameter at the cursor
 * @param summary what is shown for the whole: plain text of the schema
 */
export function signatureOf(
  language: SpecLanguage,
  xenVersion: XenVersion,
  active: string | undefined,
  summary: string,
): Signature {
  // A string without a separator is one of the parameters.
  const separator = language.separator === '' ? ' | ' : `${language.separator} `;
  const isActive = ({ parameter }: Entry): boolean => parameter.name === active;
  const known = entriesOf(language, xenVersion).filter(
    (entry) => entry.parameter.deprecated === undefined || isActive(entry),
  );
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

const entriesOf = ({ parameters, notations }: SpecLanguage, xenVersion: XenVersion): readonly Entry[] =>
  parameters
    .filter((parameter) => existsIn(xenVersion, parameter))
    .map((parameter) => {
      const { form, name } = parameter;
      return { parameter, text: form === 'value' ? `${name}=` : name, ...notations?.[name] };
    });

/** Shorter than a hover: it covers the line above the one that is being typed. */
function documentation({ name, summary, values = [], defaultValue, deprecated }: ParameterSchema): string {
  const words = values.filter(({ internal }) => !internal).map((value) => code(value.name));
  return paragraphs([
    `${code(name)}: ${plain(summary)}`,
    words.length === 0 ? undefined : `Values: ${words.join(', ')}`,
    defaultValue === undefined ? undefined : `Default: ${defaultValue}`,
    deprecated === undefined ? undefined : `Deprecated: write ${deprecated}`,
  ]);
}
