/**
 * What a command is, as data: the parser of the command line, the help, the manual page and the shell completions follow
 * from it.
 */
import type { ExitCode } from './exitCode.ts';

/** What a shell offers for a word: files and folders, the words of a list, or nothing. */
export type Completion = 'paths' | readonly string[];

export interface ArgumentDefinition {
  /** In capitals: PATH. */
  readonly name: string;
  /** A phrase, in plain text. */
  readonly description: string;
  readonly optional?: true;
  /** Whether it may be given several times. Only of the last argument. */
  readonly repeated?: true;
  /** Its possible values; absent: any. */
  readonly choices?: readonly string[];
  readonly completion?: Completion;
}

interface OptionBase {
  /** A phrase, in plain text. */
  readonly description: string;
  /** The keys of the options that it excludes. */
  readonly conflicts?: readonly string[];
}

/** An option without a value. */
export interface FlagOption extends OptionBase {
  readonly kind: 'flag';
}

interface ValueOption extends OptionBase {
  /** The placeholder for the value in the help. */
  readonly value: string;
}

export interface ChoiceOption<Choice extends string> extends ValueOption {
  readonly kind: 'choice';
  readonly choices: readonly Choice[];
  /** A phrase for each, in the order of the choices. */
  readonly choiceDescriptions?: readonly string[];
  readonly default?: Choice;
}

/** A whole number. */
export interface NumberOption extends ValueOption {
  readonly kind: 'number';
  /** Inclusive, as is `max`. */
  readonly min: number;
  readonly max: number;
  readonly default?: number;
}

export interface TextOption extends ValueOption {
  readonly kind: 'text';
  readonly completion?: Completion;
}

/** An option that may be given several times. */
export interface TextsOption extends ValueOption {
  readonly kind: 'texts';
  readonly completion?: Completion;
}

export type OptionDefinition = FlagOption | ChoiceOption<string> | NumberOption | TextOption | TextsOption;

/** Options by key, in camelCase: `maxWarnings` is `--max-warnings` on the command line. */
export type OptionDefinitions = Readonly<Record<string, OptionDefinition>>;

type ValueOf<Option extends OptionDefinition> = Option extends FlagOption
  ? true
  : Option extends ChoiceOption<infer Choice>
    ? Choice
    : Option extends NumberOption
      ? number
      : Option extends TextOption
        ? string
        : readonly string[];

/** The values of the options of a call. Options without a default that were not given are undefined. */
export type OptionValues<Options extends OptionDefinitions> = {
  readonly [Key in keyof Options]:
    | ValueOf<Options[Key]>
    | (Options[Key] extends { readonly default: unknown } ? never : undefined);
};

export interface Example {
  /** Without `xlcfg`. */
  readonly call: string;
  /** A phrase, in plain text. */
  readonly description: string;
}

interface CommandTexts {
  readonly name: string;
  /** A few words, for the list of commands. */
  readonly summary: string;
  /** A sentence, in plain text. */
  readonly description: string;
  readonly arguments: readonly ArgumentDefinition[];
  /** Paragraphs, in plain text. */
  readonly notes?: readonly string[];
  readonly examples: readonly Example[];
  /** What each exit code means, as a phrase. */
  readonly exitCodes: Readonly<Partial<Record<ExitCode, string>>>;
}

/** The result of the parser of the command line. */
export interface ParsedCall {
  readonly args: readonly string[];
  readonly opts: <Values extends Readonly<Record<string, unknown>>>() => Values;
}

export interface Command extends CommandTexts {
  readonly options: OptionDefinitions;
  /** Throws UsageError for a call that makes no sense. */
  readonly run: (call: ParsedCall) => Promise<ExitCode>;
}

interface CommandDefinition<Options extends OptionDefinitions> extends CommandTexts {
  readonly options: Options;
  readonly run: (args: readonly string[], options: OptionValues<Options>) => Promise<ExitCode>;
}

/** Defines a command whose `run` gets the options with the types that follow from their definitions. */
export const defineCommand = <const Options extends OptionDefinitions>({
  run,
  ...definition
}: CommandDefinition<Options>): Command => ({
  ...definition,
  run: ({ args, opts }) => run(args, opts<OptionValues<Options>>()),
});

/** An option on the command line: `--max-warnings` for the key `maxWarnings`. */
export const flagOf = (key: string): string =>
  `--${key.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;

/** An option with the placeholder for its value: `--format <format>`. */
export const usageOfOption = (key: string, option: OptionDefinition): string =>
  option.kind === 'flag' ? flagOf(key) : `${flagOf(key)} <${option.value}>`;

/** An argument in a usage line: `[PATH...]`. */
export const usageOfArgument = ({ name, optional, repeated }: ArgumentDefinition): string => {
  const word = repeated ? `${name}...` : name;
  return optional ? `[${word}]` : `<${word}>`;
};

/** What a shell offers after an option; undefined for an option without a value. */
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

/** What a shell offers for an argument. */
export const completionOfArgument = ({ choices, completion }: ArgumentDefinition): Completion =>
  choices ?? completion ?? [];
