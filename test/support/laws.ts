/**
 * Property-based tests. The values follow from the seed of the run (see seed.ts); LAW_SEED sets another one, and
 * LAW_RUNS the number of runs.
 */
import fc from 'fast-check';

/** Fails if `holds` throws for one of the generated values. */
export function law<T>(values: fc.Arbitrary<T>, holds: (value: T) => void, runs = 300): void {
  fc.assert(
    fc.property(values, (value) => {
      holds(value);
    }),
    { numRuns: Number(process.env.LAW_RUNS ?? runs) },
  );
}

const oneOf = <T>(...words: readonly T[]): fc.Arbitrary<T> => fc.constantFrom(...words);

/** Any text, including lone surrogates. */
export const anyText = fc.string({ unit: 'binary' });

const TOKENS = [
  ...['name', 'disk', 'vif', 'a', 'b1', 'x.y_z', 'Disk', '_a', 'on-crash', 'é', 'True', 'None', 'hvm'],
  ...['0', '1', '08', '0x1f', '12abc', '-1', '1.5', '512M', '99999999999999999999'],
  ...[
    '"x"',
    "'y'",
    '""',
    '"/dev/x,raw,xvda,rw"',
    "'phy:/x,xvdb,w'",
    '"\\n\\t"',
    '"\\x41"',
    '"\\012"',
    '"\\q"',
  ],
  ...[
    '"open',
    "'open",
    '"a\\',
    '[',
    '[',
    ']',
    ']',
    ',',
    ',',
    '=',
    '=',
    '+=',
    ';',
    '(',
    '{',
    '}',
    '%',
    '+',
    '@',
    ':',
  ],
  ...[
    '# note',
    '# note\n',
    '#',
    '\n',
    '\n',
    '\n',
    ' ',
    '\t',
    '\r\n',
    '\r',
    '\f',
    '\0',
    '\ufeff',
    '\u00a0',
    '😀',
  ],
  ...['import os\n', 'def f(x):\n', 'a = 1\n', 'b = "x"\n', 'c = [ "x", "y" ]\n', 'c += [ 1 ]\n'],
  ...['name = "a"\n', 'type = "hvm"\n', 'disk = [ "/dev/x,raw,xvda,rw" ]\n'],
];

/** Tokens of xl config files in random order. */
export const configText = fc
  .array(fc.oneof({ weight: 9, arbitrary: oneOf(...TOKENS) }, { weight: 1, arbitrary: anyText }), {
    maxLength: 24,
  })
  .map((tokens) => tokens.join(''));

const SPEC_PIECES = [
  ...['/dev/vg/web1', '/srv/a.img', '/srv/a.qcow2', 'http://h/x', '/a=b', 'a b', 'é', ''],
  ...[
    'raw',
    'qcow2',
    'vhd',
    'empty',
    'RAW',
    'vmdk',
    'xvda',
    'hdc',
    'hdc:cdrom',
    'sda1:disk',
    'foo',
    'd0p1',
    '51712',
  ],
  ...[
    'rw',
    'ro',
    'w',
    'r',
    'w!',
    'cdrom',
    'discard',
    'no-discard',
    'direct-io-safe',
    'colo',
    'trusted',
    'untrusted',
  ],
  ...[
    'vdev=xvda',
    'format=qcow2',
    'access=ro',
    'devtype=cdrom',
    'backendtype=qdisk',
    'backend=store',
    'script=block-x',
  ],
  ...[
    'specification=virtio',
    'colo-port=9',
    'grant_usage=1',
    'foo=bar',
    'Vdev=xvda',
    'vdev =xvda',
    'target=/x,y=z',
  ],
  ...[
    'phy:',
    'file:',
    'tap:',
    'aio:',
    'vhd:',
    'iscsi:',
    'ioemu:',
    'TAP:',
    'drbd8:',
    ':',
    '=',
    ' ',
    '\n',
    ',,',
  ],
];

/** Disk specs, valid or not. */
export const diskSpecText = fc
  .array(
    fc.oneof(
      {
        weight: 12,
        arbitrary: fc
          .tuple(oneOf(...SPEC_PIECES), oneOf(',', ',', ',', '', ' ', ', '))
          .map((p) => p.join('')),
      },
      { weight: 1, arbitrary: anyText },
    ),
    { maxLength: 8 },
  )
  .map((pieces) => pieces.join(''));

/** Disk specs in common forms, old and new. xl accepts most of them. */
export const likelyDiskSpec = fc
  .tuple(
    oneOf('', 'phy:', 'file:', 'tap:aio:', 'tap2:tapdisk:vhd:', 'qcow2:', 'drbd:', 'Phy:'),
    oneOf('/dev/vg/web1', '/srv/a.img', '/srv/a.qcow2', '/srv/a b,c.img', 'res0', ''),
    oneOf(',', ', '),
    oneOf('raw', 'qcow2', 'vhd', '', null, null),
    oneOf('xvda', 'hda', 'hdc:cdrom', 'sdb1', 'ioemu:hda', 'foo'),
    oneOf('w', 'r', 'rw', 'ro', '', null),
    oneOf('cdrom', 'backendtype=qdisk', 'script=block-x', 'no-discard', 'untrusted', null, null, null),
  )
  .map(([prefix, target, comma, ...rest]) =>
    [`${prefix}${target}`, ...rest.filter((one) => one !== null)].join(comma),
  );
