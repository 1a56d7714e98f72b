/** `xlcfg check`: reports problems. */
import { ALL_RULES, type RuleLevels } from '@xlcfg/shared';
import { RULE_LEVEL_LABELS } from '@xlcfg/shared/start';
import { isRuleCode, readRuleLevel } from '../../settings/settingValues.ts';
import { defineCommand } from '../command/command.ts';
import { UsageError } from '../command/exitCode.ts';
import {
  MAX_SIZE_OPTION,
  ONLY_GUESTS_OPTION,
  PATHS_ARGUMENT,
  PATHS_NOTE,
  PLATFORM_OPTIONS,
  platformOverrides,
} from '../common/options.ts';
import { STDIN_PATH } from '../common/paths.ts';
import { MEGABYTE } from '../common/targets.ts';
import { FORMAT_NAMES, FORMATS } from '../report/formats.ts';
import { isFolder } from './fileWatcher.ts';
import { type CheckCall, runCheck } from './runCheck.ts';
import { rerunOnChange } from './watchMode.ts';

/** The values of `--rule`. */
const readRules = (values: readonly string[]): RuleLevels =>
  Object.fromEntries(
    values.map((value) => {
      const [code = '', label, ...more] = value.split('=');
      if (more.length > 0) throw new UsageError(`--rule ${value}: more than one =`);
      if (!isRuleCode(code)) throw new UsageError(`--rule ${value}: there is no rule ${code}`);
      const level = readRuleLevel(label);
      if (level === undefined) {
        throw new UsageError(`--rule ${value}: the severity must be one of ${RULE_LEVEL_LABELS.join(', ')}`);
      }
      return [code, level];
    }),
  );

export const checkCommand = defineCommand({
  name: 'check',
  summary: 'report problems',
  description: 'Reports everything that xl would reject, ignore or warn about.',
  arguments: [{ ...PATHS_ARGUMENT, optional: true }],
  options: {
    format: {
      kind: 'choice',
      value: 'format',
      choices: FORMAT_NAMES,
      choiceDescriptions: FORMAT_NAMES.map((name) => FORMATS[name].description),
      default: 'text',
      description: 'output format',
    },
    host: {
      kind: 'flag',
      description: 'also look up on this host what the files name: images, kernels, bridges, devices',
    },
    noHost: {
      kind: 'flag',
      description: 'do not look at this host, even if .xlcfg.json asks for it',
      conflicts: ['host', 'root'],
    },
    maxWarnings: {
      kind: 'number',
      value: 'number',
      min: 0,
      max: 1_000_000_000,
      description: 'exit with 1 if there are more warnings than this',
    },
    maxSize: MAX_SIZE_OPTION,
    onlyGuests: ONLY_GUESTS_OPTION,
    quiet: { kind: 'flag', description: 'report errors only' },
    rule: {
      kind: 'texts',
      value: 'code=severity',
      get completion() {
        return ALL_RULES.map(({ code }) => `${code}=`);
      },
      description: `set the severity of a rule: ${RULE_LEVEL_LABELS.join(', ')} (repeatable)`,
    },
    root: {
      kind: 'text',
      value: 'folder',
      completion: 'paths',
      description: 'folder that takes the place of / for --host, such as a mounted dom0; implies --host',
    },
    stdinFilename: {
      kind: 'text',
      value: 'path',
      completion: 'paths',
      description: 'path to report for standard input; its folder determines the configuration',
    },
    verbose: {
      kind: 'flag',
      description:
        'name the files that are skipped, and the Xen version of the others and where it comes from',
    },
    watch: {
      kind: 'flag',
      description: 'check again whenever a file changes; stop with Ctrl+C',
    },
    ...PLATFORM_OPTIONS,
  },
  notes: [
    PATHS_NOTE,
    'Settings come from the nearest .xlcfg.json in the folder of a file or its parents, up to the home folder. Files ' +
      'that match a pattern in .xlcfgignore, or in "ignore" of .xlcfg.json, are skipped (.gitignore syntax).',
    'With --host, or "host": true in .xlcfg.json on a Xen dom0, what the files name is looked up in the file system of this ' +
      'host, read-only: no program is started, and network file systems are left alone. Findings are warnings at ' +
      'most. The host also gives the Xen version and the architecture, unless they are set.',
  ],
  examples: [
    { call: 'check /etc/xen', description: 'check every guest in /etc/xen' },
    {
      call: 'check --xen 4.17 --format json web1.cfg | jq .summary',
      description: 'count the problems for Xen 4.17',
    },
    {
      call: 'check - < web1.cfg',
      description: 'check standard input',
    },
    { call: 'check --host /etc/xen', description: 'on a dom0, also look for images, bridges and devices' },
    { call: 'check --format sarif . > xlcfg.sarif', description: 'write a report for code scanning' },
    {
      call: 'check --max-warnings 0 --rule xend-option=off .',
      description: 'fail on any warning, except about xend options',
    },
  ],
  exitCodes: {
    0: 'no errors',
    1: 'errors, or more warnings than --max-warnings',
    2: 'wrong usage, or a file or configuration that cannot be read',
  },
  run: async (paths, options) => {
    const {
      format,
      maxSize,
      onlyGuests,
      quiet = false,
      rule = [],
      stdinFilename,
      host = false,
      noHost = false,
      root,
      verbose = false,
      watch,
    } = options;
    const { maxWarnings = Number.POSITIVE_INFINITY } = options;
    if (paths.length === 0) {
      throw new UsageError(
        'nothing to check: pass files or folders (. for the current one), or - for standard input',
      );
    }
    const hasStdin = paths.includes(STDIN_PATH);
    if (stdinFilename !== undefined && !hasStdin) {
      throw new UsageError('--stdin-filename requires - (standard input)');
    }
    if (watch && hasStdin) throw new UsageError('standard input cannot be watched');
    if (watch && format !== 'text') throw new UsageError('--watch supports only --format text');
    if (root !== undefined && !isFolder(root))
      throw new UsageError(`--root ${root}: there is no such folder`);
    const isForced = host || root !== undefined;
    const call: CheckCall = {
      paths,
      overrides: {
        rules: readRules(rule),
        host: isForced ? true : noHost ? false : undefined,
        ...platformOverrides(options),
      },
      host: { root, isForced },
      format,
      quiet,
      verbose,
      maxWarnings,
      targetOptions: { guestsOnly: onlyGuests, maxSize: maxSize * MEGABYTE, stdinPath: stdinFilename },
    };
    if (!watch) return runCheck(call);
    return rerunOnChange(paths, (onFolder) => runCheck(call, onFolder));
  },
});
