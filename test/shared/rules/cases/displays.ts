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
    fires: [['name = "a"\ntype = "hvm"\nmemory = 512\nmaxmem = «1024»\n', 'hint', null]],
    silent: [
      [`${H}maxmem = 512\n`],
      [`${PV}maxmem = 1024\n`],
      ['name = "a"\ntype = "pvh"\nkernel = "/k"\nmemory = 512\nmaxmem = 1024\n'],
      // It is rejected anyway.
      [`${H}maxmem = 1024\npci = [ "03:00.0" ]\n`],
    ],
  },
];
