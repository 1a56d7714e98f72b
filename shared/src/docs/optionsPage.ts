/** The reference page on the options of a guest's file. */
import { KIND_WORDS } from '../prose/documentation.ts';
import { sourcesText } from '../prose/sources.ts';
import type { OptionSchema } from '../schema/index.ts';
import { OPTION_AREAS } from '../schema/index.ts';
import { FILE_KINDS, type FileKind } from '../schema/kinds/index.ts';
import { ARCHITECTURE_NAMES } from '../schema/platform.ts';
import { lifetimeText, page, valueTable } from './markdown.ts';

const section = (option: OptionSchema): string => {
  const facts = [
    KIND_WORDS[option.kind],
    option.unit ? `in ${option.unit}` : '',
    option.architecture ? `${ARCHITECTURE_NAMES[option.architecture]} only` : '',
    option.guestTypes.length === 3 ? '' : `${option.guestTypes.join(' and ')} guests only`,
    lifetimeText(option),
    option.defaultValue ? `default: ${option.defaultValue}` : '',
    option.deprecated ? `deprecated: write ${option.deprecated.instead}` : '',
  ].filter((fact) => fact !== '');
  return page(
    `### ${option.name}`,
    option.summary,
    `*${facts.join('; ')}*`,
    option.details,
    valueTable(option.values),
    option.example ? `\`\`\`\n${option.example}\n\`\`\`` : undefined,
    sourcesText(option.source),
  ).trimEnd();
};

export const optionsPage = (): string =>
  page(
    '# Options',
    'Every option that xl reads in the configuration file of a guest, from Xen 4.1 on. Generated from the schema: `npm run docs`.',
    ...OPTION_AREAS.flatMap(({ title, options }) => [`## ${title}`, ...options.map(section)]),
  );

/** The page on one of the other files that share the grammar. */
const otherPage = (title: string, intro: string, { options }: FileKind): string =>
  page(
    `# ${title}`,
    `${intro} Generated from the schema: \`npm run docs\`.`,
    '## Options',
    ...options.map(section),
  );

export const xlConfPage = (): string =>
  otherPage(
    'xl.conf',
    'The options of `/etc/xen/xl.conf`, which hold for every call of xl.',
    FILE_KINDS['xl.conf'],
  );

export const cpupoolPage = (): string =>
  otherPage('CPU pools', 'The options of a file for `xl cpupool-create`.', FILE_KINDS.cpupool);
