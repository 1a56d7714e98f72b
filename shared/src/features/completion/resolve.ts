/** The documentation of a completion item, made only when the editor asks for it. */

import { ALL_RULES } from '../../allRules.ts';
import { languageOf } from '../../languages/index.ts';
import { type MeaningContext, readStrings } from '../../languages/language.ts';
import { optionDocumentation, valueDocumentation } from '../../prose/documentation.ts';
import { parameterDocumentation } from '../../prose/parameter.ts';
import { FILE_KINDS } from '../../schema/kinds/index.ts';
import { NEWEST_XEN_VERSION } from '../../schema/xenVersions.ts';
import { TEMPLATES } from '../../templates/guests.ts';
import { code, paragraphs, plain } from '../../text/markdown.ts';
import type { ItemData } from './items.ts';

/** Markdown, or nothing where the schema has nothing to say. */
export function documentationOf(data: ItemData): string | undefined {
  switch (data.kind) {
    case 'option': {
      const option = FILE_KINDS[data.file].optionByName.get(data.name);
      return option && optionDocumentation(option, data.file);
    }
    case 'optionValue': {
      const option = FILE_KINDS[data.file].optionByName.get(data.option);
      const value = option?.values?.find(({ name }) => name === data.value);
      return option && paragraphs([value && valueDocumentation(value), plain(option.summary)]);
    }
    case 'specParameter': {
      const language = languageOf(data.option);
      const parameter = language?.parameters.find(({ name }) => name === data.name);
      return language && parameter && parameterDocumentation(language, parameter);
    }
    case 'specValue': {
      const parameter = languageOf(data.option)?.parameters.find(({ name }) => name === data.parameter);
      const value = parameter?.values?.find(({ name }) => name === data.value);
      const meaning = value ? valueDocumentation(value) : meaningOf(data);
      return parameter && paragraphs([meaning, plain(parameter.summary)]);
    }
    case 'specTemplate': {
      const template = languageOf(data.option)?.templates?.find(({ label }) => label === data.label);
      return template && plain(template.summary);
    }
    case 'directive':
      return undefined;
    case 'rule':
      return ALL_RULES.find(({ code }) => code === data.code)?.details;
    case 'template': {
      const template = TEMPLATES.find(({ id }) => id === data.id);
      return template && plain(template.description);
    }
  }
}

/** The meaning of a value that the schema does not have, in the string that it was offered for. */
function meaningOf(data: Extract<ItemData, { kind: 'specValue' }>): string | undefined {
  const { option, parameter, value, read } = data;
  const language = languageOf(option);
  if (!language || !read) return undefined;
  const context = { ...READER, guestType: read.guestType };
  const [spec] = readStrings(language, [read.text], context);
  const meaning = spec && language.meaning?.value?.(spec, parameter, value, context);
  return meaning && paragraphs([code(value), meaning]);
}

/** The data of an item does not say more of the guest than its type. */
const READER: Omit<MeaningContext, 'guestType'> = {
  xenVersion: NEWEST_XEN_VERSION,
  architecture: 'x86',
  numberOf: () => null,
  machine: { deviceModel: 'qemu-xen', diskController: 'ide' },
};
