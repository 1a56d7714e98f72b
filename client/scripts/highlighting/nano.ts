/** Generates the colours for nano. It paints line by line; of two patterns that match, the later one wins. */
import type { Vocabulary } from './vocabulary.ts';

/** A POSIX extended regex for a setting of one of the options, up to its name. */
const setting = (options: readonly string[]): string =>
  String.raw`"^[[:space:]]*(${options.join('|').replaceAll('.', String.raw`\.`)})[[:space:]]*\+?="`;

const ANY_SETTING = String.raw`"^[[:space:]]*[A-Za-z_][A-Za-z0-9_.-]*[[:space:]]*\+?="`;

/** The content of the file. */
export const nanoSyntax = ({ options }: Vocabulary): string => String.raw`## The config files of Xen's xl.
## Generated from the schema by "npm run sync".

syntax xlcfg "/xen/(auto/)?[^/]*\.cfg$" "/etc/xen/[^/]*\.pvh?$" "\.(hvm|pvlinux|pvhlinux)$"
comment "#"

## Options that xl doesn't know, then those that it does, then deprecated ones.
color brightred ${ANY_SETTING}
color brightblue ${setting(options.current)}
color magenta ${setting(options.deprecated)}
color normal "\+?="
## Numbers, strings, and a string without its closing quote.
color yellow "[=[,][[:space:]]*[0-9][0-9a-fx]*[[:space:]]*([],;#]|$)"
color normal "[][=,;]"
color brightred "(\"([^\"\\]|\\.)*|'([^'\\]|\\.)*)$"
color green "\"([^\"\\]|\\.)*\"|'([^'\\]|\\.)*'"
color cyan "(^|[[:space:]])#.*$"
color ,green "[[:space:]]+$"
`;
