/** The signature of a language inside strings: parameters on one line, with a sentence on each. */
import type { ParameterInformation, SignatureInformation } from 'vscode-languageserver-types';
import type { SpecLanguage } from '../../languages/language.ts';
import type { ParameterSchema } from '../../schema/types.ts';
import { existsIn, type XenVersion } from '../../schema/xenVersions.ts';
import { plain } from '../../text/markdown.ts';

/** One parameter in a signature. */
interface Entry {
  readonly parameter: ParameterSchema;
  /** As it is written: `vdev`, `bridge=`, `[domain:]bus:device.function`. */
  readonly text: string;
  /** Goes right behind the one before it. */
  readonly isAttached?: boolean;
}

/** An editor's line over the text that is being typed, in UTF-16 code units. What does not fit would cover suggestions. */
const LONGEST_LABEL = 52;
const MORE = '…';

export interface Signature {
  readonly information: SignatureInformation;
  /** The index of the parameter at the cursor. */
  readonly active?: number;
}

/**
 * The signature of a language in a version of Xen: one line, and a sentence on the parameter at the cursor. Labels of
 * parameters are offsets into that of the signature, in UTF-16 code units.
 *
 * @param active the name of the parameter at the cursor
 */
export function signatureOf(
  language: SpecLanguage,
  xenVersion: XenVersion,
  active: string | undefined,
): Signature {
  const isActive = ({ parameter }: Entry): boolean => parameter.name === active;
  const all = entriesOf(language, xenVersion).filter(
    (entry) => entry.parameter.deprecated === undefined || isActive(entry),
  );
  // A string without a separator is one of the parameters.
  const separator = language.separator === '' ? ' | ' : `${language.separator} `;
  const { from, to } = windowAround(all, Math.max(all.findIndex(isActive), 0), separator);
  const shown = all.slice(from, to);
  let label = from > 0 ? MORE : '';
  const parameters = shown.map((entry): ParameterInformation => {
    if (label !== '' && !entry.isAttached) label += separator;
    const start = label.length;
    label += entry.text;
    return {
      label: [start, label.length],
      documentation: { kind: 'markdown', value: documentation(entry.parameter) },
    };
  });
  if (to < all.length) label += separator + MORE;
  const at = shown.findIndex(isActive);
  return { information: { label, parameters }, ...(at < 0 ? {} : { active: at }) };
}

/** As many of the entries around one of them as one line has room for. */
function windowAround(
  entries: readonly Entry[],
  at: number,
  separator: string,
): { readonly from: number; readonly to: number } {
  const room = LONGEST_LABEL - 2 * (separator.length + MORE.length);
  const width = (index: number): number => (entries[index]?.text.length ?? room) + separator.length;
  let [from, to, used] = [at, at + 1, width(at)];
  while (from > 0 && used + width(from - 1) <= room / 2) used += width(--from);
  while (to < entries.length && used + width(to) <= room) used += width(to++);
  while (from > 0 && used + width(from - 1) <= room) used += width(--from);
  return { from, to };
}

const entriesOf = ({ parameters, notations }: SpecLanguage, xenVersion: XenVersion): readonly Entry[] =>
  parameters
    .filter((parameter) => existsIn(xenVersion, parameter))
    .map((parameter) => {
      const { form, name } = parameter;
      return { parameter, text: form === 'value' ? `${name}=` : name, ...notations?.[name] };
    });

/** Shorter than a hover: it covers the lines above the one that is being typed. The values are among the suggestions. */
const documentation = ({ summary, deprecated }: ParameterSchema): string =>
  deprecated === undefined ? plain(summary) : `Deprecated: write ${deprecated}`;
