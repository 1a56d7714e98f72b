/** Options for memory, CPUs and NUMA nodes that do not go together: xl rejects the file, or libxl fails on it. For Xen 4.22, unless a row names another. */
import type { RuleCases } from './case.ts';

const H = 'name = "a"\ntype = "hvm"\n';
const B = 'name = "a"\ntype = "pvh"\nkernel = "/k"\n';
const PV = 'name = "a"\nkernel = "/k"\n';
const NODE = '"pnode=0", "size=512", "vdistances=10"';

export const RESOURCE_CONFLICTS: readonly RuleCases[] = [
  {
    code: 'scheduler-limits',
    fires: [
      [`${B}cpu_weight = «0»\ncap = «101»\n`, 'error', `${B}cpu_weight = 256\ncap = 100\n`],
      [
        `${B}cpu_weight = «65536»\nvcpus = 2\ncap = «201»\n`,
        'error',
        `${B}cpu_weight = 65535\nvcpus = 2\ncap = 200\n`,
      ],
      [`${B}cpu_weight = «"-2"»\ncap = «"-2"»\n`, 'error', `${B}cpu_weight = 256\ncap = 0\n`],
      [
        `name = "a"\nbootloader = "pygrub"\ndisk = [ "/x,raw,xvda,rw" ]\ncap = «101»\n`,
        'warning',
        'name = "a"\nbootloader = "pygrub"\ndisk = [ "/x,raw,xvda,rw" ]\ncap = 100\n',
      ],
    ],
    silent: [
      [`${B}cpu_weight = 65535\ncap = 100\n`],
      [`${B}cpu_weight = 1\nvcpus = 2\ncap = 200\n`],
      [`${B}vcpus = 2\nmaxvcpus = 4\ncap = 400\n`],
      [`${B}vnuma = [ [ "size=512", "vcpus=0-3" ] ]\ncap = 400\n`],
      [`${B}cpu_weight = "-1"\ncap = "-1"\n`],
      [`${B}cpu_weight = 4294967295\n`],
    ],
  },
  {
    code: 'memory-too-large',
    fires: [
      [`${B}memory = «"-1"»\n`, 'error', `${B}memory = 1024\n`],
      [`${H}memory = 512\nmaxmem = «"-1"»\n`, 'error', `${H}memory = 512\nmaxmem = 1024\n`],
      [`${H}memory = 512\nshadow_memory = «"-1"»\n`, 'error', `${H}memory = 512\n`],
      [`${H}memory = «4503599627370496»\n`, 'error', `${H}memory = 1024\n`],
      [`${H}memory = «2251799813685248»\nhap = 0\n`, 'error', `${H}memory = 1024\nhap = 0\n`],
    ],
    silent: [
      [`${H}memory = 2251799813685248\n`],
      [`${H}memory = "-1"\nshadow_memory = 8\n`],
      [`${H}memory = "-1"\n`, { xenVersion: '4.16' }],
      [`${PV}memory = "-1"\n`],
      [`${PV}shadow_memory = "-1"\n`],
      [H],
    ],
  },
  {
    code: 'vnuma-nodes',
    fires: [
      [`${B}vnuma = «[ [ "size=512" ] ]»\n`, 'error', null],
      [`${B}vnuma = «[ [ "size=512", "vcpus=0" ], [ ] ]»\n`, 'error', null],
      [`${B}vnuma = «[ [ "size=512", "size=256", "vcpus=0" ] ]»\n`, 'error', null],
      [`${B}vnuma = «[ [ "size=0", "vcpus=0" ] ]»\n`, 'error', null],
      [`${H}vnuma = «[ [ "size=4", "vcpus=0" ] ]»\n`, 'error', null],
      [`${H}vnuma = «[ [ "size=8", "vcpus=0" ] ]»\n`, 'error', null],
      [`${H}vga = "stdvga"\nvnuma = «[ [ "size=8", "vcpus=0" ], [ "size=8", "vcpus=1" ] ]»\n`, 'error', null],
    ],
    silent: [
      [`${B}vnuma = [ [ "size=512", "vcpus=0" ], [ "size=0" ] ]\n`],
      [`${H}vnuma = [ [ "size=16", "vcpus=0" ] ]\n`],
      [`${H}vga = "none"\nvnuma = [ [ "size=4", "vcpus=0" ] ]\n`],
      [`${PV}vnuma = [ [ ] ]\n`],
      [`${B}vnuma = [ ]\n`],
    ],
  },
  {
    code: 'vcpus-above-maxvcpus',
    fires: [
      [`${B}vcpus = «4»\nmaxvcpus = 2\n`, 'error', `${B}vcpus = 4\nmaxvcpus = 4\n`],
      [`${B}vcpus = «"2"»\nmaxvcpus = 4294967297\n`, 'error', `${B}vcpus = "2"\nmaxvcpus = 2\n`],
    ],
    silent: [
      [`${B}vcpus = 2\nmaxvcpus = 2\n`],
      [`${B}vcpus = 4\nmaxvcpus = 0\n`],
      [`${B}vcpus = 4\nmaxvcpus = "2x"\n`],
      [`${B}vcpus = 4\nmaxvcpus = 2\n`, { xenVersion: '4.5' }],
    ],
  },
  {
    code: 'memory-below-maxmem-refused',
    fires: [
      [
        `${H}memory = «512»\nmaxmem = 1024\npci = [ "03:00.0" ]\n`,
        'error',
        `${H}memory = 1024\nmaxmem = 1024\npci = [ "03:00.0" ]\n`,
      ],
      [
        `${H}memory = «512»\nmaxmem = 1024\ndtdev = [ "/soc/a" ]\n`,
        'error',
        `${H}memory = 1024\nmaxmem = 1024\ndtdev = [ "/soc/a" ]\n`,
      ],
      [
        `${H}memory = «512»\nmaxmem = 1024\npassthrough = "enabled"\n`,
        'error',
        `${H}memory = 1024\nmaxmem = 1024\npassthrough = "enabled"\n`,
        { xenVersion: '4.14' },
      ],
      [
        `${H}memory = «512»\nmaxmem = 1024\npassthrough = "enabled"\n`,
        'error',
        `${H}memory = 1024\nmaxmem = 1024\npassthrough = "enabled"\n`,
      ],
      [
        `${B}memory = «512»\nmaxmem = 1024\naltp2m = "EXTERNAL"\n`,
        'error',
        `${B}memory = 1024\nmaxmem = 1024\naltp2m = "EXTERNAL"\n`,
      ],
      [
        `${H}memory = «512»\nmaxmem = 1024\naltp2mhvm = 1\n`,
        'error',
        `${H}memory = 1024\nmaxmem = 1024\naltp2mhvm = 1\n`,
      ],
      [
        `${H}memory = «256»\nvnuma = [ [ ${NODE}, "vcpus=0" ] ]\n`,
        'error',
        `${H}memory = 512\nvnuma = [ [ ${NODE}, "vcpus=0" ] ]\n`,
      ],
      [
        `${H}memory = «512»\nmaxmem = 1024\npci = [ "03:00.0" ]\n`,
        'error',
        `${H}memory = 1024\nmaxmem = 1024\npci = [ "03:00.0" ]\n`,
        { xenVersion: '4.16' },
      ],
    ],
    silent: [
      [`${PV}memory = 512\nmaxmem = 1024\npci = [ "03:00.0" ]\n`],
      [`${H}memory = 1024\nmaxmem = 1024\npci = [ "03:00.0" ]\n`],
      [`${H}maxmem = 1024\npci = [ "03:00.0" ]\n`],
      [`${H}memory = 512\npci = [ "03:00.0" ]\n`],
      [`${H}memory = 512\nmaxmem = 1024\npci = [ ]\naltp2m = 0\npassthrough = "Disabled"\n`],
      // A negative number is a very large one.
      [`${H}memory = "-1"\nmaxmem = 1024\npci = [ "03:00.0" ]\n`],
      [`${H}memory = 512\nmaxmem = 1024\npassthrough = "enabled"\n`, { xenVersion: '4.13' }],
    ],
  },
  {
    code: 'nestedhvm-with-altp2m',
    fires: [
      [`${H}nestedhvm = «1»\naltp2m = "mixed"\n`, 'error', [`${H}altp2m = "mixed"\n`, `${H}nestedhvm = 1\n`]],
      [
        `${H}nestedhvm = «1»\naltp2mhvm = 1\naltp2m = 0\n`,
        'error',
        [`${H}altp2mhvm = 1\naltp2m = 0\n`, `${H}nestedhvm = 1\naltp2m = 0\n`],
      ],
      [`${B}nestedhvm = «1»\naltp2m = 2\n`, 'error', [`${B}altp2m = 2\n`, `${B}nestedhvm = 1\n`]],
    ],
    silent: [
      [`${H}nestedhvm = 1\naltp2m = "disabled"\n`],
      [`${H}nestedhvm = 0\naltp2m = "mixed"\n`],
      [`${B}nestedhvm = 1\naltp2mhvm = 1\n`],
      [`${PV}nestedhvm = 1\naltp2m = 1\n`],
    ],
  },
  {
    code: 'vnuma-pv',
    fires: [[`${PV}«vnuma» = [ [ ${NODE}, "vcpus=0" ] ]\n`, 'error', PV]],
    silent: [[`${PV}vnuma = [ ]\n`], [`${B}vnuma = [ [ ${NODE}, "vcpus=0" ] ]\n`]],
  },
  {
    code: 'vnuma-sums',
    fires: [
      [
        `${B}maxmem = «1024»\nvnuma = [ [ ${NODE}, "vcpus=0" ] ]\n`,
        'error',
        [
          `${B}maxmem = 512\nvnuma = [ [ "pnode=0", "size=512", "vdistances=10", "vcpus=0" ] ]\n`,
          `${B}vnuma = [ [ "pnode=0", "size=512", "vdistances=10", "vcpus=0" ] ]\n`,
        ],
      ],
      [
        `${B}maxvcpus = «3»\nvnuma = [ [ ${NODE}, "vcpus=0-1" ] ]\n`,
        'error',
        `${B}maxvcpus = 2\nvnuma = [ [ "pnode=0", "size=512", "vdistances=10", "vcpus=0-1" ] ]\n`,
      ],
      [
        `${B}vcpus = «3»\nvnuma = [ [ ${NODE}, "vcpus=0,1" ] ]\n`,
        'error',
        `${B}vcpus = 2\nvnuma = [ [ "pnode=0", "size=512", "vdistances=10", "vcpus=0,1" ] ]\n`,
      ],
    ],
    silent: [
      [`${B}maxmem = 512\nmaxvcpus = 2\nvcpus = 2\nvnuma = [ [ ${NODE}, "vcpus=0-1" ] ]\n`],
      [`${B}maxvcpus = 0\nvcpus = 1\nvnuma = [ [ ${NODE}, "vcpus=0-1" ] ]\n`],
      [`${B}vcpus = 1\nvnuma = [ [ ${NODE} ] ]\n`],
      [`${B}maxmem = 1024\nvnuma = "x"\n`],
    ],
  },
];
