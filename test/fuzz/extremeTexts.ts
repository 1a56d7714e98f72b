/** Texts that nobody writes and that must be survived. */

export interface Extreme {
  readonly what: string;
  /** The text, for a size in UTF-16 code units that it has about. */
  readonly text: (size: number) => string;
}

const fill = (piece: string, size: number): string => piece.repeat(Math.ceil(size / piece.length));

const counted = (size: number, line: (index: number) => string): string => {
  const lines: string[] = [];
  for (let length = 0; length < size; ) {
    const next = line(lines.length);
    lines.push(next);
    length += next.length;
  }
  return lines.join('');
};

/** The lists, open or closed, around one string. */
const nested = (size: number, close: string): string =>
  `a = ${'['.repeat(size / 2)}"x"${close.repeat(size / 2)}\n`;

export const EXTREMES: readonly Extreme[] = [
  { what: 'lists in lists, closed', text: (size) => nested(size, ']') },
  { what: 'lists in lists, never closed', text: (size) => nested(size, '') },
  {
    what: 'lists in lists of an option with groups',
    text: (size) => `vcpus = 2\nvnuma = ${nested(size, ']').slice(4)}`,
  },
  {
    what: 'lists in lists, over lines',
    text: (size) => `disk = ${fill('[\n', size / 2)}${fill(']\n', size / 2)}`,
  },
  { what: 'one string', text: (size) => `name = "${fill('x', size)}"\n` },
  { what: 'one string that never ends', text: (size) => `name = "${fill('x', size)}` },
  { what: 'one string of escapes', text: (size) => `name = "${fill('\\n\\x41\\012', size)}"\n` },
  { what: 'one name', text: (size) => `${fill('x', size)} = 1\n` },
  { what: 'one number', text: (size) => `memory = ${fill('9', size)}\n` },
  { what: 'one number in quotes', text: (size) => `memory = "${fill('9', size)}"\n` },
  { what: 'one number in other digits', text: (size) => `memory = 0x${fill('f', size)}\n` },
  { what: 'one comment', text: (size) => `# ${fill('x', size)}\n` },
  {
    what: 'one comment that silences',
    text: (size) => `memroy = 1 # xlcfg-disable-line ${fill('bad-number ', size)}\n`,
  },
  { what: 'one disk', text: (size) => `disk = [ "${fill('/x', size)},raw,xvda,rw" ]\n` },
  { what: 'one disk of commas', text: (size) => `disk = [ "${fill(',', size)}" ]\n` },
  { what: 'one disk of parameters', text: (size) => `disk = [ "${fill('vdev=xvda,', size)}" ]\n` },
  { what: 'one disk of targets', text: (size) => `disk = [ "${fill('target=/x,', size)}" ]\n` },
  { what: 'one disk of words', text: (size) => `disk = [ "${fill('/x,', size)}" ]\n` },
  { what: 'one disk of prefixes', text: (size) => `disk = [ "${fill('raw:', size)}" ]\n` },
  { what: 'one interface', text: (size) => `vif = [ "${fill('bridge=br0,', size)}" ]\n` },
  {
    what: 'one group of strings',
    text: (size) => `vcpus = 2\nvnuma = [ [ ${fill('"pnode=0", ', size)}] ]\n`,
  },
  { what: 'one set of processors', text: (size) => `vcpus = 4\ncpus = "${fill('1-2,^3,', size)}"\n` },
  { what: 'one cpuid', text: (size) => `type = "hvm"\ncpuid = "host,${fill('htt=0,', size)}"\n` },
  { what: 'one PCI device', text: (size) => `pci = [ "0000:01:00.0,${fill('permissive=1,', size)}" ]\n` },
  {
    what: 'one extra',
    text: (size) => `type = "pv"\nkernel = "/k"\nextra = "${fill('root=/dev/xvda1 ', size)}"\n`,
  },
  { what: 'one line of blanks', text: (size) => `name =${fill(' ', size)}"x"\n` },
  { what: 'one line of settings', text: (size) => `${fill('a = 1 ', size)}\n` },
  { what: 'one line of semicolons', text: (size) => fill(';', size) },
  { what: 'one line of quotes', text: (size) => `a = ${fill('"', size)}` },
  { what: 'one line of backslashes', text: (size) => `a = "${fill('\\', size)}"` },
  { what: 'one line of Python', text: (size) => `a = ${fill('x + ', size)}1\n` },
  { what: 'one list on a line', text: (size) => `disk = [ ${fill("'/x,raw,xvda,rw', ", size)}]\n` },
  { what: 'one list without commas', text: (size) => `disk = [ ${fill("'/x,raw,xvda,rw' ", size)}]\n` },
  { what: 'settings, each another', text: (size) => counted(size, (at) => `a${at} = ${at}\n`) },
  { what: 'settings, all one', text: (size) => fill('memory = 1\n', size) },
  { what: 'settings, all misspelt', text: (size) => counted(size, (at) => `memory${at} = ${at}\n`) },
  { what: 'additions', text: (size) => fill('disk += [ "/x,raw,xvda,rw" ]\n', size) },
  {
    what: 'disks, each another',
    text: (size) => `disk = [\n${counted(size, (at) => `"/x${at},raw,d${at}p0,rw",\n`)}]\n`,
  },
  {
    what: 'disks of old',
    text: (size) => `disk = [\n${counted(size, (at) => `"phy:/x${at},xvda,w",\n`)}]\n`,
  },
  {
    what: 'interfaces',
    text: (size) => `vif = [\n${counted(size, (at) => `"mac=00:16:3e:00:00:01,bridge=br${at}",\n`)}]\n`,
  },
  { what: 'PCI devices', text: (size) => `pci = [ ${counted(size, (at) => `"0000:01:00.${at % 8}", `)}]\n` },
  { what: 'empty lines', text: (size) => fill('\n', size) },
  { what: 'comments', text: (size) => fill('# a\n', size) },
  { what: 'comments behind values', text: (size) => counted(size, (at) => `a${at % 7} = 1 # b\n`) },
  { what: 'NULs', text: (size) => fill('\0', size) },
  { what: 'NULs in a string', text: (size) => `name = "${fill('\0', size)}"\n` },
  { what: 'halves of characters', text: (size) => `name = "${fill('\ud800\udc00\udc00\ud800', size)}"\n` },
  { what: 'marks of the byte order', text: (size) => fill('\ufeffname = "\ufeffx"\n', size) },
  {
    what: 'mixed ends of lines',
    text: (size) => fill('a = 1\rb = 2\r\nc = 3\n\rd = "e"\u2028f = 6\u0085', size),
  },
  { what: 'returns', text: (size) => fill('\r', size) },
  { what: 'marks that turn the direction', text: (size) => `name = "${fill('\u202e\u2066', size)}"\n` },
  {
    what: 'characters of all kinds',
    text: (size) => counted(size, (at) => String.fromCharCode(at % 0x10000)),
  },
];
