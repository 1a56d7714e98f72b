/** The defaults that the schema states, as pairs of guests: without the option, and with its default written out. */
import { guestWithExample } from '@xlcfg/shared/src/docs/guestWithExample.ts';
import { existsIn, isRejectedOption, OPTIONS, onlyArchitecture } from '@xlcfg/shared/src/schema/index.ts';
import type { Architecture } from '@xlcfg/shared/src/schema/platform.ts';
import type { GuestType, OptionSchema } from '@xlcfg/shared/src/schema/types.ts';
import type { Release } from '../releases.ts';

export interface DefaultProbe {
  /** The default written out, as a line of a file. */
  readonly line: string;
  readonly guestType: GuestType;
  readonly withoutOption: string;
  readonly withDefault: string;
}

interface StatedDefault {
  readonly value: string;
  /** The guest types or the architecture that it is for, in lower case. Absent: all. */
  readonly only?: readonly string[];
}

/** A part of a default in words that says a value, and for whom: "`1` on HVM". What has other conditions is not asked. */
const STATED = /^`([^`]+)`(?: on (\w+)(?: and (\w+))?)?$/;

const statedDefaults = ({ defaultValue = '' }: OptionSchema): readonly StatedDefault[] =>
  defaultValue.split(/[,;] /).flatMap((part) => {
    const [, value, ...only] = STATED.exec(part) ?? [];
    const words = only.filter((word) => word !== undefined).map((word) => word.toLowerCase());
    return value === undefined ? [] : [{ value, ...(words.length > 0 && { only: words }) }];
  });

/** "the value of `vcpus`": the option whose value it has. */
const sameAs = ({ defaultValue = '' }: OptionSchema): string | undefined =>
  /^the value of `(\w+)`/.exec(defaultValue)?.[1];

/** For both a number of vCPUs and one of MiB. */
const SOME_NUMBER = 64;

const literal = (value: string): string => (/^(?:0x[\da-f]+|\d+)$/i.test(value) ? value : `"${value}"`);

/** The default of the option, as its line and lines that it depends on; undefined where the schema states none. */
function defaultLines(
  option: OptionSchema,
  guestType: GuestType,
  architecture: Architecture,
): readonly string[] | undefined {
  const [, ...context] = option.example?.split('\n') ?? [];
  const other = sameAs(option);
  if (other !== undefined) return [`${option.name} = ${SOME_NUMBER}`, `${other} = ${SOME_NUMBER}`];
  const stated = statedDefaults(option).find(
    ({ only }) => only === undefined || only.includes(guestType) || only.includes(architecture),
  );
  return stated && [`${option.name} = ${literal(stated.value)}`, ...context];
}

/**
 * What would differ anyway: the UUID is random, and libxl works out the shadow memory from the vCPUs that the file names,
 * from none where it names none.
 */
const FIXED = ['uuid = "00000000-0000-0000-0000-000000000001"', 'shadow_memory = 16'];

function probeOf(
  option: OptionSchema,
  guestType: GuestType,
  { xenVersion, architecture }: Release,
): DefaultProbe | undefined {
  const [line = '', ...context] = defaultLines(option, guestType, architecture) ?? [];
  if (line === '' || isRejectedOption(option, { guestType, xenVersion, architecture })) return undefined;
  const withDefault = guestWithExample([line, ...context, ...FIXED].join('\n'), guestType, xenVersion);
  return { line, guestType, withDefault, withoutOption: withDefault.replace(`${line}\n`, '') };
}

/** What hasn't the option, or ignores it, has no default to compare. */
export const defaultProbes = (release: Release): readonly DefaultProbe[] =>
  OPTIONS.filter(
    (option) =>
      existsIn(release.xenVersion, option) &&
      (onlyArchitecture(option) ?? release.architecture) === release.architecture,
  ).flatMap((option) =>
    option.guestTypes
      .filter((type) => release.architecture === 'x86' || type === 'pvh')
      .flatMap((type) => probeOf(option, type, release) ?? []),
  );
