import { DEVICE_LANGUAGES } from '@xlcfg/shared/src/languages/deviceLanguages.ts';
import { readStrings } from '@xlcfg/shared/src/languages/language.ts';
import { existsIn, NEWEST_XEN_VERSION, XEN_VERSIONS } from '@xlcfg/shared/src/schema/xenVersions.ts';
import { parseConfig } from '@xlcfg/shared/src/syntax/index.ts';
import { describe, expect, it } from 'vitest';

const ENTRIES = DEVICE_LANGUAGES.flatMap((language) =>
  language.parameters.map((parameter) => [language.options[0], parameter.name, language, parameter] as const),
);

/** The option and the strings of a line of configuration. */
function stringsIn(line: string): { readonly option: string; readonly texts: string[] } {
  const { errors, settings } = parseConfig(line);
  expect(errors).toEqual([]);
  const [setting] = settings;
  const items = setting?.value?.kind === 'list' ? setting.value.items : [];
  return {
    option: setting?.name.text ?? '',
    texts: items.flatMap((item) => (item.kind === 'string' ? [item.content.text] : [])),
  };
}

describe.each(ENTRIES)('%s %s', (option, name, language, parameter) => {
  it('is documented', () => {
    expect(parameter.summary).toMatch(/^\S.*[^.]\.$/);
    expect(parameter.details ?? 'None.').toMatch(/\.$/);
    for (const { summary } of parameter.values ?? []) expect(summary).toMatch(/\.$/);
  });

  it('has an example that xl takes in every release that has it, as it stands', () => {
    const example = stringsIn(parameter.example ?? '');
    expect(example.option).toBe(option);
    expect(example.texts.some((text) => text.includes(name))).toBe(true);
    for (const xenVersion of XEN_VERSIONS.filter((one) => existsIn(one, parameter))) {
      const specs = readStrings(language, example.texts, {
        xenVersion,
        guestType: 'pvh',
        numberOf: () => null,
      });
      const faults = specs.flatMap((spec) => spec.faults).filter(({ kind }) => kind !== 'deprecated');
      const newer = example.texts.some((text) =>
        language.parameters.some((other) => !existsIn(xenVersion, other) && text.includes(`${other.name}=`)),
      );
      if (!newer) expect(faults, xenVersion).toEqual([]);
    }
  });

  it('is known from its first release on, and not before', () => {
    const text = parameter.form === 'flag' ? name : `${name}=1`;
    for (const xenVersion of XEN_VERSIONS) {
      const [spec] = readStrings(language, [text], { xenVersion, guestType: 'pvh', numberOf: () => null });
      const unknown = spec?.faults.some(
        ({ kind, parameter: about }) => kind === 'unknown-key' && about === name,
      );
      expect(unknown, xenVersion).toBe(!existsIn(xenVersion, parameter));
    }
  });
});

describe('the languages', () => {
  it('have one for each option with device strings', () => {
    expect(DEVICE_LANGUAGES.flatMap(({ options }) => options)).toEqual(
      'vif vfb vkb usbctrl usbdev channel p9 vtpm vdispl virtio pvcalls'.split(' '),
    );
  });

  it.each(DEVICE_LANGUAGES.map((language) => [language.options[0], language] as const))(
    '%s names no key twice',
    (_, { parameters }) => {
      const names = parameters.map(({ name }) => name);
      expect(new Set(names).size).toBe(names.length);
      expect(parameters.some((parameter) => existsIn(NEWEST_XEN_VERSION, parameter))).toBe(true);
    },
  );
});
