/** The schema of the disk spec: its parameters, flags and deprecated prefixes. The one source of what is said of them. */
import { NAMED_PARAMETERS } from './named.ts';
import { POSITIONAL_PARAMETERS } from './positional.ts';
import { DISK_PREFIXES } from './prefixes.ts';
import type { DiskParameterSchema, DiskPrefixSchema } from './shape.ts';

export type { DiskParameterSchema, DiskPrefixSchema, PrefixGroup } from './shape.ts';
export { DISK_PREFIXES, POSITIONAL_PARAMETERS };

/** Every parameter and flag: those that need no name in their order, then the others, the wanted ones first. */
export const DISK_PARAMETERS: readonly DiskParameterSchema[] = [
  ...POSITIONAL_PARAMETERS,
  ...NAMED_PARAMETERS,
];

const parametersByName: ReadonlyMap<string, DiskParameterSchema> = new Map(
  DISK_PARAMETERS.map((parameter) => [parameter.name, parameter]),
);
const prefixesByName: ReadonlyMap<string, DiskPrefixSchema> = new Map(
  DISK_PREFIXES.map((prefix) => [prefix.name, prefix]),
);

/** The parameter or flag of this name, as xl spells it (lower case). */
export const diskParameter = (name: string): DiskParameterSchema | undefined => parametersByName.get(name);

/** The deprecated prefix of this name, without its colon. */
export const diskPrefix = (name: string): DiskPrefixSchema | undefined => prefixesByName.get(name);
