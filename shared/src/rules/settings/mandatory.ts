/** Settings that xl requires. They are reported on the first line: there is no other position for what is missing. */
import type { Fix } from '../../edits/edit.ts';
import type { EffectiveSetting } from '../../model/guest.ts';
import { guestNameFor } from '../../model/guestName.ts';
import { type Span, spanOf } from '../../span.ts';
import type { ConfigFile } from '../../syntax/index.ts';
import type { Rule, RuleContext } from '../rule.ts';
import { isSetWrongly, type Loss, lossOf, type Need } from './missing.ts';
import { type MisspeltSetting, misspeltFinding, misspeltSetting } from './misspeltSetting.ts';

/** The first line of the file. */
const firstLine = ({ text }: ConfigFile): Span => ({ start: 0, end: text.search(/\r?\n|$/) });

/** For each need: the rule that reports it, and the options that would give it under another name. */
const NEEDS = {
  name: { code: 'missing-name', options: ['name'] },
  kernel: { code: 'missing-kernel', options: ['kernel', 'bootloader'] },
  memory: { code: 'missing-memory', options: ['memory', 'maxmem'] },
} as const satisfies Record<Need, unknown>;

interface Absence extends Loss {
  /** The setting that is meant for it. */
  readonly meant: MisspeltSetting | null;
}

/** What is lost because no setting gives it; null where one does, or where one with a wrong value is reported instead. */
function absenceOf(need: Need, context: RuleContext): Absence | null {
  const loss = lossOf(need, context);
  return !loss || isSetWrongly(need, context)
    ? null
    : { ...loss, meant: misspeltSetting(NEEDS[need].options, context) };
}

/** The misspelt names that the rules of this file report. */
export const namesReportedAsMissing = (context: RuleContext): readonly string[] =>
  (Object.keys(NEEDS) as readonly Need[])
    .filter((need) => context.settings.rules[NEEDS[need].code] !== 'off')
    .flatMap((need) => absenceOf(need, context)?.meant?.name.text ?? []);

export const missingName: Rule = {
  code: 'missing-name',
  severity: 'error',
  summary: 'A guest without a name.',
  details: 'xl refuses a file without `name` ("Domain name must be specified").',
  *check(context) {
    const { file, uri } = context;
    const absence = absenceOf('name', context);
    if (!absence) return;
    if (absence.meant) {
      yield misspeltFinding(absence.meant, `the guest has no name: ${absence.outcome}`);
      return;
    }
    const suggestion = guestNameFor(uri);
    yield {
      span: firstLine(file),
      message: 'The guest has no name: xl refuses the file. Add name = "...".',
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
  severity: 'error',
  summary: 'A pv or pvh guest with nothing to boot.',
  details:
    'xl refuses a pv or pvh guest without `kernel` or `bootloader` ("Neither kernel nor bootloader specified"). Without ' +
    '`type` a guest is pv, and pvh on Arm. On x86 a guest that boots from its own disk may just lack `type = "hvm"`.',
  *check(context) {
    const { file, guest } = context;
    const absence = absenceOf('kernel', context);
    if (!absence) return;
    if (absence.meant) {
      yield misspeltFinding(absence.meant, `the ${guest.type} guest has nothing to boot: ${absence.outcome}`);
      return;
    }
    const by = guest.typeSetting;
    yield {
      span: by ? spanOf(by.name) : firstLine(file),
      message: by
        ? `A ${guest.type} guest needs a kernel or a bootloader: xl refuses the file. Add kernel = "..." or bootloader = "pygrub".`
        : `No type is set, so the guest is ${guest.type}, and a ${guest.type} guest needs a kernel or a bootloader: xl refuses the file. Add one of them${guest.architecture === 'x86' ? ', or type = "hvm"' : ''}.`,
      ...(by ? {} : { assumesArchitecture: true }),
    };
  },
};

/** A line for the memory after that of the name, or before the name where something follows on its line. */
function addMemory({ text }: ConfigFile, name: EffectiveSetting | undefined): readonly Fix[] {
  const setting = name?.parts.at(-1);
  if (!setting) return [];
  const line = 'memory = 512';
  const [rest = '', newline] = /[ \t]*(?:#[^\r\n]*)?(\r?\n)?/y.exec(text.slice(setting.end)) ?? [];
  const edit = newline
    ? { at: setting.end + rest.length, newText: `${line}${newline}` }
    : { at: setting.name.start, newText: `${line}\n` };
  return [{ title: `Add ${line}`, edits: [{ start: edit.at, end: edit.at, newText: edit.newText }] }];
}

export const missingMemory: Rule = {
  code: 'missing-memory',
  severity: 'error',
  summary: 'A guest whose memory is not set.',
  details:
    'Since 4.17 libxl works out the memory for the page tables of an hvm or pvh guest from an amount that nobody has set, ' +
    'and `xl create` fails: "shadow_memkb value 72057594037927932kB too large". Before, and for pv, xl takes the file, and ' +
    'the guest gets 32 MiB, with which hardly any system starts: a warning. A value that is no number, such as "512M", ' +
    'is reported itself. `maxmem` alone will do.\n\n```\nmemory = 1024          # in MiB\n```',
  *check(context) {
    const { file, guest } = context;
    const absence = absenceOf('memory', context);
    if (!absence) return;
    const { outcome, severity, stage, meant } = absence;
    const level = { severity, ...(stage ? { stage } : {}) };
    if (meant) {
      yield { ...misspeltFinding(meant, `the memory of the guest is not set: ${outcome}`), ...level };
      return;
    }
    yield {
      span: firstLine(file),
      ...level,
      message: `The memory of the guest is not set: ${outcome}. Add memory, in MiB, such as memory = 1024.`,
      fixes: addMemory(file, guest.settings.get('name')),
    };
  },
};
