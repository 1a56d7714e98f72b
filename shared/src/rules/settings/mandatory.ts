/** Settings that xl requires. They are reported on the first line: there is no other position for what is missing. */
import { addSettingAfter } from '../../edits/addSetting.ts';
import type { Fix } from '../../edits/edit.ts';
import type { EffectiveSetting } from '../../model/guest.ts';
import { guestNameFor } from '../../model/guestName.ts';
import { type Span, spanOf } from '../../span.ts';
import type { ConfigFile } from '../../syntax/index.ts';
import type { Finding, Rule, RuleContext } from '../rule.ts';
import { isSetWrongly, type Loss, lossOf, type Need } from './missing.ts';
import { meaningOf } from './nameMeaning.ts';

/** The first line of the file. */
const firstLine = ({ text }: ConfigFile): Span => ({ start: 0, end: text.search(/\r?\n|$/) });

/** What is lost because no setting gives it; null where one does, or where one with a wrong value is reported instead. */
const absenceOf = (need: Need, context: RuleContext): Loss | null =>
  isSetWrongly(need, context) ? null : lossOf(need, context);

/** The settings that are meant for one of the options, by names that xl does not read. */
function misspelt(options: readonly string[], context: RuleContext): Pick<Finding, 'related'> {
  const related = context.options.unknown.flatMap(({ name, parts }) => {
    const written = parts.at(-1)?.name;
    const meaning = meaningOf(name, context);
    return written && meaning?.kind === 'option' && options.includes(meaning.option)
      ? [{ span: spanOf(written), message: `This is probably meant to be \`${meaning.option}\`.` }]
      : [];
  });
  return related.length > 0 ? { related } : {};
}

export const missingName: Rule = {
  code: 'missing-name',
  source: 'xl_parse.c:parse_config_data',
  severity: 'error',
  summary: 'A guest without a name.',
  details: 'xl rejects a file without `name` ("Domain name must be specified").',
  *check(context) {
    const { file, uri } = context;
    if (!absenceOf('name', context)) return;
    const suggestion = guestNameFor(uri);
    yield {
      span: firstLine(file),
      message: 'The guest has no name: xl rejects the file. Add `name = "..."`.',
      ...misspelt(['name'], context),
      fixes: [
        {
          title: `Add name = "${suggestion}"`,
          preferred: true,
          edits: [{ start: 0, end: 0, newText: `name = "${suggestion}"\n` }],
        },
      ],
    };
  },
};

export const missingKernel: Rule = {
  code: 'missing-kernel',
  source: 'xl_parse.c:parse_config_data',
  severity: 'error',
  summary: 'A PV or PVH guest with nothing to boot.',
  details:
    'xl rejects a PV or PVH guest without `kernel` or `bootloader` ("Neither kernel nor bootloader specified"). Without ' +
    '`type` a guest is PV, and PVH on Arm. On x86 a guest that boots from its own disk may just lack `type = "hvm"`.',
  *check(context) {
    const { file, guest } = context;
    if (!absenceOf('kernel', context)) return;
    const by = guest.typeSetting;
    yield {
      span: by ? spanOf(by.name) : firstLine(file),
      message: by
        ? `A ${guest.type.toUpperCase()} guest needs a kernel or a bootloader: xl rejects the file. Add kernel = "..." or bootloader = "pygrub".`
        : `No type is set, so the guest is ${guest.type.toUpperCase()}, and a ${guest.type.toUpperCase()} guest needs a kernel or a bootloader: xl rejects the file. Add one of them${guest.architecture === 'x86' ? ', or type = "hvm"' : ''}.`,
      ...misspelt(['kernel', 'bootloader'], context),
      ...(by ? {} : { assumesArchitecture: true }),
    };
  },
};

/** A line for the memory after that of the name, or before the name where something follows on its line. */
function addMemory({ text }: ConfigFile, name: EffectiveSetting | undefined): readonly Fix[] {
  const setting = name?.parts.at(-1);
  if (!setting) return [];
  const line = 'memory = 512';
  return [{ title: `Add ${line}`, edits: [addSettingAfter(text, setting, line)] }];
}

export const missingMemory: Rule = {
  code: 'missing-memory',
  source:
    'libxl_create.c:libxl__domain_build_info_setdefault libxl_dom.c:libxl__domain_set_paging_mempool_size',
  severity: 'error',
  summary: 'A guest without `memory`.',
  details:
    'Since 4.17 libxl works out the memory for the page tables of an HVM or PVH guest from an unset amount, ' +
    'and `xl create` fails: "shadow_memkb value 72057594037927932kB too large". Before, and for PV, xl accepts the file, and ' +
    'the guest gets 32 MiB, with which hardly any system starts: a warning. A value that is not a number, such as "512M", ' +
    'is reported itself. `maxmem` alone will do.\n\n```\nmemory = 1024          # in MiB\n```',
  *check(context) {
    const { file, guest } = context;
    const absence = absenceOf('memory', context);
    if (!absence) return;
    const { outcome, ...level } = absence;
    yield {
      span: firstLine(file),
      ...level,
      message: `\`memory\` is not set: ${outcome}. Add it, in MiB, such as \`memory = 1024\`.`,
      // Without a type, the guest is PVH on Arm only; a PV guest gets 32 MiB.
      ...(guest.architecture === 'arm' && !guest.typeSetting && { assumesArchitecture: true }),
      ...misspelt(['memory', 'maxmem'], context),
      fixes: addMemory(file, guest.settings.get('name')),
    };
  },
};
