/** VNC, and memory that the guest gets later. For Xen 4.22, unless a row names another version. */
import type { RuleCases } from './case.ts';

const H = 'name = "a"\ntype = "hvm"\nmemory = 512\n';
const PV = 'name = "a"\nkernel = "/k"\nmemory = 512\n';

export const DISPLAY_CASES: readonly RuleCases[] = [
  {
    code: 'vnc-password-length',
    fires: [
      [`${H}vncpasswd = «"123456789"»\n`, 'warning', null],
      [`${PV}vnc = 1\nvncpasswd = «"123456789"»\n`, 'warning', null],
    ],
    silent: [
      [`${H}vncpasswd = "12345678"\n`],
      [`${PV}vncpasswd = "123456789"\n`],
      [`${PV}vfb = [ "vnc=1" ]\nvncpasswd = "123456789"\n`],
    ],
  },
  {
    code: 'vnc-port-as-display',
    fires: [
      [`${H}vncdisplay = «5901»\n`, 'warning', `${H}vncdisplay = 1\n`],
      [`${PV}vnc = 1\nvncdisplay = «"5900"»\n`, 'warning', `${PV}vnc = 1\nvncdisplay = 0\n`],
      [`${H}vnclisten = «"0.0.0.0:5901"»\n`, 'warning', null],
    ],
    silent: [
      [`${H}vncdisplay = 1\n`],
      [`${H}vncdisplay = 4001\n`],
      [`${H}vnc = 0\nvncdisplay = 5901\n`],
      [`${H}vnclisten = "fe80::5901"\n`],
      [`${H}vnclisten = "0.0.0.0:1"\n`],
    ],
  },
  {
    code: 'memory-needs-balloon-driver',
    fires: [['name = "a"\ntype = "hvm"\nmemory = 512\nmaxmem = «1024»\n', 'hint', H]],
    silent: [
      [`${H}maxmem = 512\n`],
      [`${PV}maxmem = 1024\n`],
      ['name = "a"\ntype = "pvh"\nkernel = "/k"\nmemory = 512\nmaxmem = 1024\n'],
      // It is rejected anyway.
      [`${H}maxmem = 1024\npci = [ "03:00.0" ]\n`],
    ],
  },
  {
    code: 'memory-unit',
    fires: [
      ['name = "a"\ntype = "hvm"\nmemory = «1048576»\n', 'hint', 'name = "a"\ntype = "hvm"\nmemory = 1024\n'],
      ['name = "a"\ntype = "hvm"\nmemory = «524288»\n', 'hint', 'name = "a"\ntype = "hvm"\nmemory = 512\n'],
      ['name = "a"\ntype = "hvm"\nmemory = «"4"»\n', 'hint', 'name = "a"\ntype = "hvm"\nmemory = 4096\n'],
      [`${H}maxmem = «33554432»\n`, 'warning', `${H}maxmem = 32768\n`],
      // 256 MiB in bytes, or 256 GiB in KiB: which one is for the user to say.
      [
        'name = "a"\ntype = "hvm"\nmemory = «268435456»\n',
        'warning',
        ['name = "a"\ntype = "hvm"\nmemory = 262144\n', 'name = "a"\ntype = "hvm"\nmemory = 256\n'],
      ],
      ['name = "a"\ntype = "hvm"\nmemory = «1000000001»\n', 'warning', null],
    ],
    silent: [
      [H],
      ['name = "a"\ntype = "hvm"\nmemory = 8\n'],
      [`${H}maxmem = 262144\n`],
      [`${H}maxmem = 1000001\n`],
      [`${H}memory = 1 024\n`],
    ],
  },
];
