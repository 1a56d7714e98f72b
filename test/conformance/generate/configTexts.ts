/** Texts for the grammar alone: token soup, damaged files, odd bytes, strings full of escapes, deep lists. */
import { encode } from '../bytes.ts';
import { type Random, times } from '../random.ts';

const TOKENS = [
  ...[
    '=',
    '=',
    '=',
    '=',
    '+=',
    '==',
    '+',
    '-',
    '.',
    ':',
    '(',
    ')',
    '{',
    '}',
    '@',
    '*',
    '%',
    '/',
    '<',
    '!',
    '&',
    '|',
  ],
  ...[
    '[',
    '[',
    ']',
    ']',
    ',',
    ',',
    ';',
    '\n',
    '\n',
    '\n',
    '\n',
    ' ',
    '\t',
    '\r\n',
    '\r',
    '\f',
    '\v',
    '\u00a0',
  ],
  ...['name', 'a', 'b', 'disk', 'x1', 'vif.b', 'a-b', '_a', 'A', 'Ab', 'True', 'None', 'é', 'def f(x):'],
  ...['0', '1', '08', '0x10', '0xfG', '12abc', '12g', '512M', '1.5', '-1', '1e3', '99999999999999999999'],
  ...[
    '"a"',
    "'b'",
    '""',
    "''",
    '"a',
    "'",
    '"',
    '\\',
    '"\\n"',
    "'it\\'s'",
    '"\\x41"',
    '"\\1"',
    '"\\12"',
    '"\\q"',
  ],
  ...[
    '# note\n',
    '# note',
    '#\n',
    '#',
    'a = 1\n',
    'b = "x"\n',
    'c = [ "x", "y" ]\n',
    'c += [ 1 ]\n',
    '\0',
    '\ufeff',
  ],
];

const ESCAPED = [
  ...[
    '\\\\',
    '\\"',
    "\\'",
    '\\n',
    '\\t',
    '\\a',
    '\\b',
    '\\f',
    '\\r',
    '\\v',
    '\\x',
    '\\x4',
    '\\x41',
    '\\e',
    '\\ ',
  ],
  ...['\\0', '\\1', '\\12', '\\012', '\\0123', '\\777', '\\8', '\\9', '\\19', '\\1a', '\\', '\\\n', '\\é'],
  ...[
    'a',
    'b c',
    '/dev/x',
    '#',
    ';',
    '=',
    ',',
    '[',
    "'",
    '"',
    'é',
    '€',
    '😀',
    '\t',
    '\r',
    '\u00a0',
    '0',
    '12',
    '789',
  ],
];

const soup = (random: Random): string => times(1 + random.below(16), () => random.pick(TOKENS)).join('');

function strings(random: Random): string {
  const text = (): string => {
    const quote = random.pick(['"', "'"]);
    return (
      quote + times(random.below(8), () => random.pick(ESCAPED)).join('') + (random.chance(0.95) ? quote : '')
    );
  };
  return random.pick([
    () => `a=${text()}`,
    () => `a=[${text()},${text()}]\nb=${text()}\n`,
    () => `a=${text()} # b\n`,
  ])();
}

/** Some lines of a file, with a few changes. */
function damaged(random: Random, texts: readonly string[]): string {
  const lines = random.pick(texts).split('\n');
  const from = random.below(lines.length);
  const some = lines.slice(from, from + 1 + random.below(25)).join('\n') + random.pick(['\n', '\n', '']);
  return times(random.below(4), () => random).reduce((text) => change(text, random), some);
}

function change(text: string, random: Random): string {
  const at = random.below(text.length + 1);
  const end = at + 1 + random.below(6);
  return random.pick([
    () => text.slice(0, at) + random.pick(TOKENS) + text.slice(at),
    () => text.slice(0, at) + random.pick(ESCAPED) + text.slice(at),
    () => text.slice(0, at) + text.slice(end),
    () => text.slice(0, at) + text.slice(at, end) + text.slice(at),
    () => text.slice(0, at),
    () => text.slice(at),
    () => text.replaceAll('\n', random.pick(['\r\n', '\r', ' ', ';', '\n\n'])),
    () => text.replace(/=/g, () => random.pick(['=', '=', ' = ', '+=', '\n='])),
    () => text + random.pick(['@', '\0', '$', '\r', '\\', '#', ' ', '\f', ';', '\ufeff']),
    () => `${random.pick(['\ufeff', '#!/usr/bin/xl\n', ' ', '\t', ';', '\n', '\0'])}${text}`,
  ])();
}

/** The stack of the generated parser takes some five thousand open lists. */
const DEEPEST = 4996;

function deep(random: Random): string {
  const depth = DEEPEST - 4 + random.below(8);
  const inner = random.pick(['', '"x"', '1', ',', '"x",', '[]', '"x",[1]', '\n# note\n']);
  const open = random.pick(['[', '[\n', '[ ']).repeat(depth);
  return `${random.pick(['', 'b=1\n', ';;\n'])}a=${open}${inner}${']'.repeat(depth - random.pick([0, 0, 0, 1]))}\n`;
}

/** The bytes of a text. `texts` are whole files to take pieces of. */
export function generateConfigText(random: Random, texts: readonly string[]): Buffer {
  const text = random.chance(0.002)
    ? deep(random)
    : random.pick([soup, soup, strings, () => damaged(random, texts), () => damaged(random, texts)])(random);
  return random.chance(0.05) ? Buffer.from(text, 'latin1') : encode(text);
}
