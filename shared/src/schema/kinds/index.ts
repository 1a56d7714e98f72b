/** The kinds of files that share xl's grammar, each with its own options. */
import { OPTIONS } from '../options/index.ts';
import { XEND_OPTIONS } from '../options/xend.ts';
import type { OptionSchema, XendOption } from '../types.ts';
import { CPUPOOL_OPTIONS } from './cpupool.ts';
import { XL_CONF_OPTIONS } from './xlConf.ts';

export type FileKindName = 'guest' | 'xl.conf' | 'cpupool';

export interface FileKind {
  readonly name: FileKindName;
  readonly options: readonly OptionSchema[];
  readonly optionByName: ReadonlyMap<string, OptionSchema>;
  /** Options of xm that people may have carried over. */
  readonly xendOptionByName: ReadonlyMap<string, XendOption>;
}

const kind = (
  name: FileKindName,
  options: readonly OptionSchema[],
  xendOptions: readonly XendOption[] = [],
): FileKind => ({
  name,
  options,
  optionByName: new Map(options.map((option) => [option.name, option])),
  xendOptionByName: new Map(xendOptions.map((option) => [option.name, option])),
});

export const FILE_KINDS: Readonly<Record<FileKindName, FileKind>> = {
  guest: kind('guest', OPTIONS, XEND_OPTIONS),
  'xl.conf': kind('xl.conf', XL_CONF_OPTIONS),
  cpupool: kind('cpupool', CPUPOOL_OPTIONS),
};
