/**
 * What a command is: data, from which follow the parsing of the command line, the help, the manual page and the
 * completions of the shells.
 */
import type { ExitCode } from './exitCode.ts';

/** What a shell offers where a word is to be typed: files and folders, these words, or nothing. */
export type Completion = 'paths' | readonly string[];

export interface ArgumentDefinition {
  /** In capitals: PATH. */
  readonly name: string;
  readonly description: string;
  /** Whether it may be left out. */
  readonly optional?: true;
  /** Whether there may be several. Only of the last one. */
  readonly repeated?: true;
  /** The words that it may be; absent: any. */
  readonly choices?: readonly string[];
  readonly completion?: Completion;
}

interface OptionBase {
  /** One sentence without capital and full stop. Plain text. */
  readonly description: string;
  /** The keys of the options that cannot stand beside it. */
  readonly conflicts?: readonly string[];
}

/** Stands alone. */
export interface FlagOption extends OptionBase {
  readonly kind: 'flag';
}

/** One of some words. */
export interface ChoiceOption<Word extends string> extends OptionBase {
  readonly kind: 'choice';
  /** What the value is called in the help. */
  readonly value: string;
  readonly choices: readonly Word[];
  /** One sentence for each, in the order of the choices. */
  readonly choiceDescriptions?: readonly string[];
  readonly default?: Word;
}

/** A whole number; both ends are included. */
export interface NumberOption extends OptionBase {
  readonly kind: 'number';
  readonly value: string;
  readonly min: number;
  readonly max: number;
  readonly default?: number;
}

export interface TextOption extends OptionBase {
  readonly kind: 'text';
  readonly value: string;
  readonly completion?: Completion;
}

/** May be given several times. */
export interface TextsOption extends OptionBase {
  readonly kind: 'texts';
  readonly value: string;
  readonly completion?: Completion;
}

export type OptionDefinition = FlagOption | ChoiceOption<string> | NumberOption | TextOption | TextsOption;

/** Options by key, in camelCase: `maxWarnings` is `--max-warnings` on the command line. */
export type OptionDefinitions = Readonly<Record<string, OptionDefinition>>;

type Given<Option extends OptionDefinition> = Option extends FlagOption
  ? true
  : Option extends ChoiceOption<infer Word>
    ? Word
    : Option extends NumberOption
      ? number
      : Option extends TextOption
        ? string
        : readonly string[];

/** What the options of a call are; those without default are undefined where they were not given. */
export type OptionValues<Options extends OptionDefinitions> = {
  readonly [Key in keyof Options]:
    | Given<Options[Key]>
    | (Options[Key] extends { readonly default: unknown } ? never : undefined);
};

export interface Example {
  /** Without `xlcfg`. */
  readonly call: string;
  /** What it does, in a few words without full stop. Plain text. */
  readonly does: string;
}

interface CommandTexts {
  readonly name: string;
  /** For the list of commands: a few words. */
  readonly summary: string;
  /** One sentence. Plain text, as all that follows. */
  readonly description: string;
  readonly arguments: readonly ArgumentDefinition[];
  /** Paragraphs with what else is to be known. */
  readonly notes?: readonly string[];
  readonly examples: readonly Example[];
  /** When it ends with which exit code. */
  readonly exits: Readonly<Partial<Record<ExitCode, string>>>;
}

/** What the parser of the command line has read. */
export interface ParsedCall {
  readonly args: readonly string[];
  readonly opts: <Values extends Readonly<Record<string, unknown>>>() => Values;
}

export interface Command extends CommandTexts {
  readonly options: OptionDefinitions;
  /** Throws `WrongCall` where it makes no sense of the call. */
  readonly run: (call: ParsedCall) => Promise<ExitCode>;
}

interface CommandDefinition<Options extends OptionDefinitions> extends CommandTexts {
  readonly options: Options;
  readonly run: (args: readonly string[], options: OptionValues<Options>) => Promise<ExitCode>;
}

/** A command of which `run` gets the options in the types that their definitions say. */
export const defineCommand = <const Options extends OptionDefinitions>({
  run,
  ...definition
}: CommandDefinition<Options>): Command => ({
  ...definition,
  run: ({ args, opts }) => run(args, opts<OptionValues<Options>>()),
});

/** `maxWarnings` as it is written on the command line: `--max-warnings`. */
export const flagOf = (key: string): string =>
  `--${key.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;

/** How an option is written, with its value: `--format <format>`. */
export const usageOfOption = (key: string, option: OptionDefinition): string =>
  option.kind === 'flag' ? flagOf(key) : `${flagOf(key)} <${option.value}>`;

/** How an argument stands in a usage: `[PATH...]`. */
export const usageOfArgument = ({ name, optional, repeated }: ArgumentDefinition): string => {
  const word = repeated ? `${name}...` : name;
  return optional ? `[${word}]` : `<${word}>`;
};

/** The words that may follow an option, or undefined for one that stands alone. */
export const completionOf = (option: OptionDefinition): Completion | undefined => {
  switch (option.kind) {
    case 'flag':
      return undefined;
    case 'choice':
      return option.choices;
    case 'number':
      return [];
    case 'text':
    case 'texts':
      return option.completion ?? [];
  }
};

/** The words that may stand for an argument. */
export const completionOfArgument = ({ choices, completion }: ArgumentDefinition): Completion =>
  choices ?? completion ?? [];
