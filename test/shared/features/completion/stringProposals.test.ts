import { type Example, examplesOf } from '@xlcfg/shared/src/features/completion/examples.ts';
import { completion } from '@xlcfg/shared/src/features/completion.ts';
import { SPEC_LANGUAGES } from '@xlcfg/shared/src/languages/index.ts';
import { readStrings, type SpecLanguage } from '@xlcfg/shared/src/languages/language.ts';
import { NEWEST_XEN_VERSION, type XenVersion } from '@xlcfg/shared/src/schema/xenVersions.ts';
import { describe, expect, it } from 'vitest';
import { apply, HVM, labels, openMarked } from '../../../support/cursor.ts';
import { contextOf } from '../../languages/support.ts';

const LANGUAGES = SPEC_LANGUAGES.filter(({ parameters }) => parameters.length > 0);

/** A setting of an option with the text in a string at its place. */
const WRAPPED: Readonly<Record<SpecLanguage['shape'], (text: string) => string>> = {
  text: (text) => `'${text}'`,
  items: (text) => `[ '${text}' ]`,
  textOrItems: (text) => `'${text}'`,
  groups: (text) => `[ [ '${text}' ] ]`,
};

const VERSIONS_ASKED: readonly XenVersion[] = ['4.7', '4.14', '4.17', NEWEST_XEN_VERSION];

describe('xl knows every key and flag that is offered', () => {
  it.each(
    LANGUAGES.flatMap((language) =>
      language.options.map((option) => [option, language.shape, language] as const),
    ),
  )('%s', (option, shape, language) => {
    for (const xenVersion of VERSIONS_ASKED) {
      for (const inside of ['', 'x']) {
        const marked = `${HVM}${option} = ${WRAPPED[shape](`${inside}|`)}`;
        const { doc, offset } = openMarked(marked, xenVersion);
        for (const item of completion(doc, doc.text.positionAt(offset)).items) {
          const [, , text = ''] = /(['"])(.*)\1/.exec(apply(doc, item).slice(HVM.length)) ?? [];
          const read = readStrings(language, [text], contextOf({ xenVersion, guestType: 'hvm' }));
          const unknown = read.flatMap(({ faults }) => faults.filter(({ kind }) => kind === 'unknown-key'));
          expect({ xenVersion, text, unknown }).toEqual({ xenVersion, text, unknown: [] });
        }
      }
    }
  });
});

describe('every key and flag is offered in an empty string, or after a separator of an example', () => {
  const piecesUpTo = (text: string, separator: string): readonly string[] => {
    const pieces = separator === '' ? [] : text.split(separator);
    return pieces.map((_, index) => pieces.slice(0, index + 1).join(separator) + separator);
  };

  /** Values with a cursor. */
  const valuesOf = ({ shape, separator }: SpecLanguage, examples: readonly Example[]): readonly string[] => [
    WRAPPED[shape]('|'),
    ...examples.flatMap(({ groups }) =>
      groups.flatMap((texts) =>
        texts.flatMap((text, at) =>
          piecesUpTo(text, separator).map((pieces) =>
            WRAPPED[shape]([...texts.slice(0, at), `${pieces}|`].join("', '")),
          ),
        ),
      ),
    ),
  ];

  it.each(LANGUAGES.map((language) => [language.options[0] ?? '', language] as const))(
    '%s',
    (option, language) => {
      const missing = new Set(
        language.parameters
          .filter(
            (parameter) =>
              parameter.last === undefined &&
              (parameter.form === 'value' || !language.notations?.[parameter.name]),
          )
          .map(({ name, form }) => (form === 'value' ? `${name}=` : name)),
      );
      for (const value of valuesOf(language, examplesOf(language))) {
        if (missing.size === 0) break;
        for (const label of labels(`${HVM}${option} = ${value}`, NEWEST_XEN_VERSION)) missing.delete(label);
      }
      expect([...missing]).toEqual([]);
    },
  );
});
