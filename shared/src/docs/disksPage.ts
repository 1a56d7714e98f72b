/** The reference page on disk specs. */
import { DISK_PARAMETERS, DISK_PREFIXES, type DiskParameterSchema } from '../languages/disk/schema/index.ts';
import { PREFIXES_HEADING } from '../prose/reference.ts';
import { sourcesText } from '../prose/sources.ts';
import { code } from '../text/markdown.ts';
import { lifetimeText, page, table } from './markdown.ts';

const section = (parameter: DiskParameterSchema): string => {
  const facts = [
    parameter.form === 'flag' ? 'flag' : 'parameter',
    parameter.position ? `place ${parameter.position}` : '',
    parameter.mandatory ? `mandatory${parameter.condition ? `, ${parameter.condition}` : ''}` : '',
    parameter.defaultValue ? `default: ${parameter.defaultValue}` : '',
    lifetimeText(parameter),
  ].filter((fact) => fact !== '');
  return page(
    `### ${parameter.name}`,
    parameter.summary,
    `*${facts.join('; ')}*`,
    parameter.details,
    parameter.values
      ? table(
          ['Value', 'Meaning'],
          parameter.values.map(({ name, summary }) => [code(name), summary]),
        )
      : undefined,
    parameter.deprecatedForms ? `Deprecated: ${parameter.deprecatedForms}` : undefined,
    parameter.history ? `In 2011 (Xen 4.1): ${parameter.history}` : undefined,
    parameter.example ? `\`\`\`\n${parameter.example}\n\`\`\`` : undefined,
    sourcesText(parameter.source),
  ).trimEnd();
};

export const disksPage = (): string =>
  page(
    '# Disks',
    'The strings in `disk = [ ... ]`. Generated from the schema: `npm run docs`.',
    'A spec is a row of parameters with commas between them: up to four without a name, in this order, then others by ' +
      'name, and flags. Spaces before a parameter are skipped, those after it belong to it.',
    "```\ndisk = [ 'target,format,vdev,access',\n         '/dev/vg/web1,raw,xvda,rw',\n         'vdev=xvdb, format=qcow2, access=ro, target=/srv/a,b.qcow2' ]\n```",
    '## Parameters',
    ...DISK_PARAMETERS.map(section),
    `## ${PREFIXES_HEADING}`,
    table(
      ['Prefix', 'What it does', 'Write instead', 'History'],
      DISK_PREFIXES.map(({ name, summary, instead, history }) => [
        code(`${name}:`),
        summary,
        instead,
        history,
      ]),
    ),
  );
