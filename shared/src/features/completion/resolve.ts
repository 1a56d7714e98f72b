/** The documentation of a completion item, which is made only when the editor asks for it. */
import { DISK } from '../../languages/disk/disk.ts';
import { vdevMeaning } from '../../languages/disk/meaning/vdev.ts';
import { diskParameter } from '../../languages/disk/schema/index.ts';
import { parseVdev } from '../../languages/disk/vdev.ts';
import { languageOf } from '../../languages/index.ts';
import { optionDocumentation, valueDocumentation } from '../../prose/documentation.ts';
import { parameterDocumentation } from '../../prose/parameter.ts';
import { FILE_KINDS } from '../../schema/kinds/index.ts';
import { TEMPLATES } from '../../templates/index.ts';
import { code, paragraphs, plain } from '../../text/markdown.ts';
import { DISK_ENTRIES } from './diskEntries.ts';
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
    case 'parameter': {
      const parameter = diskParameter(data.name);
      return parameter && parameterDocumentation(DISK, parameter);
    }
    case 'parameterValue': {
      const parameter = diskParameter(data.parameter);
      const value = parameter?.values?.find(({ name }) => name === data.value);
      return parameter && paragraphs([value && valueDocumentation(value), plain(parameter.summary)]);
    }
    case 'vdev': {
      const vdev = parseVdev(data.vdev);
      return vdev ? paragraphs([code(data.vdev), vdevMeaning(vdev, data.guestType, data.cdrom)]) : undefined;
    }
    case 'specParameter': {
      const language = languageOf(data.option);
      const parameter = language?.parameters.find(({ name }) => name === data.name);
      return language && parameter && parameterDocumentation(language, parameter);
    }
    case 'specValue': {
      const parameter = languageOf(data.option)?.parameters.find(({ name }) => name === data.parameter);
      const value = parameter?.values?.find(({ name }) => name === data.value);
      return parameter && paragraphs([value && valueDocumentation(value), plain(parameter.summary)]);
    }
    case 'diskEntry': {
      const entry = DISK_ENTRIES.find(({ id }) => id === data.id);
      return entry && plain(entry.summary);
    }
    case 'template': {
      const template = TEMPLATES.find(({ id }) => id === data.id);
      return template && plain(template.description);
    }
  }
}
