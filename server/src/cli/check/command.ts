/** `xlcfg check`: the command. */
import { ALL_RULES, RULE_LEVELS, type RuleLevels } from '@xlcfg/shared';
import { isRuleCode, isRuleLevel, type SettingValues } from '../../settings/settingValues.ts';
import { defineCommand } from '../command/command.ts';
import { EXIT, type ExitCode, WrongCall } from '../command/exitCode.ts';
import {
  createFailures,
  findJobs,
  givenFor,
  ONLY_GUESTS_OPTION,
  PATHS_ARGUMENT,
  PATHS_NOTE,
  XEN_OPTION,
} from '../common/options.ts';
import { type CollectOptions, STDIN } from '../common/targets.ts';
import { FORMAT_DESCRIPTIONS, FORMATS, type FormatName } from '../report/formats.ts';
import { counted } from '../report/text.ts';
import { runCheck } from './run.ts';
import { repeatOnChange } from './watchMode.ts';

const FORMAT_NAMES = Object.keys(FORMATS) as FormatName[];

/** What `--rule` says: the severity of a rule. */
const readRules = (given: readonly string[]): RuleLevels =>
  Object.fromEntries(
    given.map((text) => {
      const [code = '', level] = text.split('=', 2);
      if (!isRuleCode(code)) throw new WrongCall(`--rule ${text}: there is no rule ${code}`);
      if (!isRuleLevel(level)) {
        throw new WrongCall(`--rule ${text}: the severity must be one of ${RULE_LEVELS.join(', ')}`);
      }
      return [code, level];
    }),
  );

interface CheckCall {
  readonly paths: readonly string[];
  readonly given: SettingValues;
  readonly format: FormatName;
  readonly onlyGuests: true | undefined;
  readonly quiet: boolean;
  readonly maxWarnings: number | undefined;
  readonly inputName: string | undefined;
}

const checkOnce = async (call: CheckCall, options: CollectOptions = {}): Promise<ExitCode> => {
  const { paths, given, format, onlyGuests, quiet, maxWarnings = Number.POSITIVE_INFINITY, inputName } = call;
  const failures = createFailures();
  const jobs = await findJobs(paths, given, failures, {
    ...options,
    onlyGuests,
    ...(inputName !== undefined && { inputName }),
  });
  const { errors, warnings } = await runCheck(
    jobs,
    { format, quiet },
    { onFailure: failures.report, failures: failures.all },
  );
  if (warnings > maxWarnings) {
    process.stderr.write(`xlcfg: ${counted(warnings, 'warning')}, at most ${maxWarnings} may be\n`);
  }
  return failures.exitCode(errors > 0 || warnings > maxWarnings ? EXIT.found : EXIT.fine);
};

export const checkCommand = defineCommand({
  name: 'check',
  summary: 'report problems',
  description: 'Reports what xl would refuse, ignore or warn of.',
  arguments: [{ ...PATHS_ARGUMENT, optional: true }],
  options: {
    format: {
      kind: 'choice',
      value: 'format',
      choices: FORMAT_NAMES,
      choiceDescriptions: FORMAT_NAMES.map((name) => FORMAT_DESCRIPTIONS[name]),
      default: 'text',
      description: 'what to print',
    },
    maxWarnings: {
      kind: 'number',
      value: 'number',
      min: 0,
      max: 1_000_000_000,
      description: 'exit with 1 if there are more warnings',
    },
    onlyGuests: ONLY_GUESTS_OPTION,
    quiet: { kind: 'flag', description: 'report errors only' },
    rule: {
      kind: 'texts',
      value: 'code=severity',
      completion: ALL_RULES.map(({ code }) => `${code}=`),
      description: `the severity of a rule: ${RULE_LEVELS.join(', ')}; may be given several times`,
    },
    stdinFilename: {
      kind: 'text',
      value: 'path',
      completion: 'paths',
      description: 'what - is called, and whose folder has its configuration',
    },
    watch: {
      kind: 'flag',
      description: 'check again whenever a file changes, until Ctrl+C',
    },
    xen: XEN_OPTION,
  },
  notes: [
    PATHS_NOTE,
    'Settings are read from the nearest .xlcfg.json in the folder of a file or above it, up to the home folder. Files ' +
      'that a .xlcfgignore or the "ignore" of the configuration names, in the syntax of a .gitignore, are left alone.',
  ],
  examples: [
    { call: 'check /etc/xen', does: 'checks every guest in /etc/xen' },
    {
      call: 'check --xen 4.17 --format json web1.cfg | jq .summary',
      does: 'counts what xl of Xen 4.17 would find, for a program',
    },
    {
      call: 'check - < web1.cfg',
      does: 'checks what comes on standard input',
    },
    { call: 'check --format sarif . > xlcfg.sarif', does: 'writes a report for code scanning' },
    {
      call: 'check --max-warnings 0 --rule xend-option=off .',
      does: 'accepts no warnings but those of settings for xend',
    },
  ],
  exits: {
    0: 'no errors',
    1: 'errors found, or more warnings than --max-warnings',
    2: 'a wrong call, or a file or configuration that cannot be read',
  },
  run: async (
    paths,
    { format, maxWarnings, onlyGuests, quiet = false, rule = [], stdinFilename: inputName, watch, xen },
  ) => {
    if (paths.length === 0) {
      throw new WrongCall('nothing to check: name files or folders (. is this one), or - for standard input');
    }
    const hasInput = paths.includes(STDIN);
    if (inputName !== undefined && !hasInput) {
      throw new WrongCall('--stdin-filename is for standard input, which is named -');
    }
    if (watch && hasInput) throw new WrongCall('standard input cannot be watched');
    if (watch && format !== 'text') throw new WrongCall('--watch prints for people: --format text');
    const given: SettingValues = { rules: readRules(rule), ...givenFor(xen) };
    const call: CheckCall = { paths, given, format, onlyGuests, quiet, maxWarnings, inputName };
    if (!watch) return checkOnce(call);
    await repeatOnChange(paths, (onFolder) => checkOnce(call, { onFolder }));
    return EXIT.fine;
  },
});
