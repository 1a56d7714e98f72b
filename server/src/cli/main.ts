/** The command line: commands, their options, and the end of the process. */

import { DEFAULT_SETTINGS, RELEASES } from '@xlcfg/shared';
import { Command, CommanderError, Option } from 'commander';
import { version } from '../../package.json';
import { EXIT, type ExitCode, runCheck, runFix } from './commands.ts';
import { isBrokenPipe } from './output.ts';

const PATHS_HELP = `
A PATH is a file, or a folder that is searched for guest configurations (*.cfg, *.hvm,
*.pvlinux); hidden folders and links that lead out of the folder are left out.
`;

const xenOption = (): Option =>
  new Option('--xen <version>', 'the release of Xen whose xl will read the files')
    .choices(RELEASES)
    .default(DEFAULT_SETTINGS.xenVersion);

/** Leaves the exit code for the end of the process, so that all output gets out before it. */
const ending =
  <Options>(run: (paths: string[], options: Options) => Promise<ExitCode>) =>
  async (paths: string[], options: Options): Promise<void> => {
    process.exitCode = await run(paths, options);
  };

const createProgram = (): Command => {
  const program = new Command('xlcfg')
    .description("Checks and fixes guest configuration files of Xen's xl.")
    .version(version)
    .showHelpAfterError('(xlcfg --help tells more)')
    .exitOverride();

  const checkCommand = program
    .command('check')
    .summary('report problems')
    .description('Reports what xl would refuse, ignore or warn of.')
    .argument('[PATH...]', 'files, folders, or - for standard input')
    .addOption(new Option('--format <format>', 'what to print').choices(['text', 'json']).default('text'))
    .addOption(xenOption())
    .addHelpText(
      'after',
      `${PATHS_HELP}\nExit code: 0 no errors, 1 errors found, 2 a wrong call or a file not read.`,
    );
  checkCommand.action((paths: string[], options) => {
    if (paths.length === 0) {
      checkCommand.error(
        'error: nothing to check: name files or folders (. is this one), or - for standard input',
      );
    }
    return ending(runCheck)(paths, options);
  });

  program
    .command('fix')
    .summary('apply the fixes that change nothing for xl')
    .description('Applies the fixes after which xl makes the same of a file as before.')
    .argument('<PATH...>', 'files or folders')
    .addOption(new Option('--check', 'write nothing, exit with 1 if a file would change').conflicts('diff'))
    .addOption(new Option('--diff', 'write nothing, print a diff for patch -p0'))
    .addOption(xenOption())
    .addHelpText(
      'after',
      `${PATHS_HELP}\nExit code: 0 done, 1 --check and a file would change, 2 a wrong call or a file not read or written.`,
    )
    .action(ending(runFix));

  return program;
};

// The failing write tells `print`; without a listener the event would end the process.
for (const stream of [process.stdout, process.stderr]) stream.on('error', () => {});

createProgram()
  .parseAsync()
  .catch((error: unknown) => {
    if (isBrokenPipe(error)) return;
    if (error instanceof CommanderError) {
      process.exitCode = error.exitCode === 0 ? EXIT.fine : EXIT.trouble;
      return;
    }
    process.stderr.write(`xlcfg: ${error instanceof Error ? (error.stack ?? error.message) : error}\n`);
    process.exitCode = EXIT.trouble;
  });
