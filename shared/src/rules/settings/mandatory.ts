/** Settings that xl requires. They are reported on the first line: there is no other position for what is missing. */
import type { Fix } from '../../edits/edit.ts';
import type { EffectiveSetting } from '../../model/guest.ts';
import { guestNameFor } from '../../model/guestName.ts';
import { maxMemory, pagingMemoryFault } from '../../model/memory.ts';
import { type Span, spanOf } from '../../span.ts';
import type { ConfigFile } from '../../syntax/index.ts';
import type { Finding, Rule, RuleContext } from '../rule.ts';
import { type MisspeltSetting, misspeltFinding, misspeltSetting } from './misspeltSetting.ts';

const isText = (setting: EffectiveSetting | undefined): boolean => setting?.value.kind === 'atom';

/** The setting that has the wrong value, or the first line of the file. */
function reportedSpan(file: ConfigFile, setting: EffectiveSetting | undefined): Span {
  const last = setting?.parts.at(-1);
  if (last) return spanOf(last.name);
  const lineEnd = file.text.search(/\r?\n|$/);
  return { start: 0, end: lineEnd };
}

/** xl checks for settings only after the whole file has been parsed. */
const parses = (file: ConfigFile): boolean => file.errors.length === 0;

const lacksName = ({ file, guest }: RuleContext): boolean =>
  parses(file) && !isText(guest.settings.get('name'));

function lacksKernel({ file, guest: { settings, type }, hasValidType }: RuleContext): boolean {
  if (!parses(file) || !hasValidType || type === 'hvm' || !isText(settings.get('name'))) return false;
  // `firmware` stands for a kernel.
  return !['kernel', 'bootloader', 'firmware'].some((name) => isText(settings.get(name)));
}

const lacksMemory = ({ file, guest, hasValidType, values }: RuleContext): boolean =>
  parses(file) && hasValidType && isText(guest.settings.get('name')) && maxMemory(values) === null;

/** For each rule: whether something is missing, and the options that would be it. */
const MISSING = {
  'missing-name': { isMissing: lacksName, options: ['name'] },
  'missing-kernel': { isMissing: lacksKernel, options: ['kernel', 'bootloader'] },
  'missing-memory': { isMissing: lacksMemory, options: ['memory', 'maxmem'] },
} as const;

type MissingCode = keyof typeof MISSING;

/** The setting that is meant for what is missing. */
const misspelt = (code: MissingCode, context: RuleContext): MisspeltSetting | null =>
  MISSING[code].isMissing(context) ? misspeltSetting(MISSING[code].options, context) : null;

const MISSING_CODES = Object.keys(MISSING) as readonly MissingCode[];

/** The misspelt names that the rules of this file report. */
export const namesReportedAsMissing = (context: RuleContext): readonly string[] =>
  MISSING_CODES.filter((code) => context.settings.rules[code] !== 'off').flatMap(
    (code) => misspelt(code, context)?.name.text ?? [],
  );

export const missingName: Rule = {
  code: 'missing-name',
  severity: 'error',
  summary: 'A guest without a name.',
  details:
    'xl refuses a file without `name` ("Domain name must be specified"). The name has to be a single value.',
  *check(context) {
    if (!lacksName(context)) return;
    const { file, guest, uri } = context;
    const meant = misspelt('missing-name', context);
    if (meant) {
      yield misspeltFinding(meant, 'the guest has no name: xl refuses the file');
      return;
    }
    const setting = guest.settings.get('name');
    const suggestion = guestNameFor(uri);
    yield {
      span: reportedSpan(file, setting),
      message: setting
        ? 'The name must be a single value: xl refuses the file. Write name = "..." without brackets.'
        : 'The guest has no name: xl refuses the file. Add name = "...".',
      ...(setting
        ? {}
        : {
            fixes: [
              {
                title: `Add name = "${suggestion}"`,
                preferred: true,
                edits: [{ start: 0, end: 0, newText: `name = "${suggestion}"\n` }],
              },
            ],
          }),
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
    if (!lacksKernel(context)) return;
    const { file, guest } = context;
    const { settings } = guest;
    const meant = misspelt('missing-kernel', context);
    if (meant) {
      yield misspeltFinding(meant, `the ${guest.type} guest has nothing to boot: xl refuses the file`);
      return;
    }
    const by = guest.typeSetting;
    yield {
      span: reportedSpan(file, settings.get('kernel') ?? settings.get('bootloader') ?? typeSetting(by)),
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
    'the guest gets 32 MiB, with which hardly any system starts: a warning. A value that is no number, such as "512M", is ' +
    'the same as none. `maxmem` alone will do.\n\n```\nmemory = 1024          # in MiB\n```',
  *check(context) {
    if (!lacksMemory(context)) return;
    const { file, guest, values } = context;
    const name = guest.settings.get('name');
    const fails = pagingMemoryFault(values) !== null;
    const setting = guest.settings.get('memory');
    const outcome = fails ? 'xl create fails' : 'the guest gets 32 MiB';
    const meant = misspelt('missing-memory', context);
    const level: Pick<Finding, 'stage' | 'severity'> = {
      stage: 'build',
      ...(fails ? {} : { severity: 'warning' }),
    };
    if (meant) {
      yield { ...misspeltFinding(meant, `the memory of the guest is not set: ${outcome}`), ...level };
      return;
    }
    yield {
      span: reportedSpan(file, setting),
      ...level,
      message: setting
        ? `The memory of the guest is not set, as this is no number: ${outcome}. Write the number of MiB, such as memory = 1024.`
        : `The memory of the guest is not set: ${outcome}. Add memory, in MiB, such as memory = 1024.`,
      ...(setting ? {} : { fixes: addMemory(file, name) }),
    };
  },
};

const typeSetting = (by: EffectiveSetting['parts'][number] | undefined): EffectiveSetting | undefined =>
  by && { name: by.name.text, parts: [by], overridden: [], value: { kind: 'invalid' } };
