/** What the guest is, and who may touch it. Facts: parse_config_data of Xen 4.1 to 4.22, xl.cfg(5). */
import { optionsFor } from '../types.ts';
import { ALL, BEFORE_PVH } from './guestTypes.ts';

export const GENERAL_OPTIONS = optionsFor(ALL, [
  {
    name: 'name',
    source: 'xl_parse.c:parse_config_data libxl_create.c:libxl__domain_make',
    kind: 'string',
    since: '4.1',
    use: 1,
    summary: 'The name of the guest, by which every other xl command finds it.',
    details:
      'It must be unique on the host, and the only option that no file can do without: xl ends with "Domain name ' +
      'must be specified" where it is missing, and where it is a list. The empty string passes the parser.\n\n' +
      'Avoid a name of digits only: the commands of xl take a number for the id of a running guest.',
    example: 'name = "web1"',
    mandatory: true,
    wrongKind: 'refused',
    strictSince: '4.2',
  },
  {
    name: 'type',
    source:
      'xl_parse.c:parse_config_data libxl_create.c:libxl__domain_create_info_setdefault libxl_arm.c:libxl__arch_domain_create_info_setdefault',
    kind: 'string',
    since: '4.10',
    use: 1,
    summary: 'How the guest is virtualised: PV, PVH or HVM.',
    details:
      'It decides which other options are read at all: `vga` in the file of a PV guest is silently ignored.\n\n' +
      'xl compares only as many letters as are written, in the order HVM, PV, PVH. So `type = "p"` is a PV guest and ' +
      '`type = ""` an HVM guest. Any other value is rejected ("Invalid domain type"). A `builder` that says something ' +
      'else is rejected too.',
    defaultValue: '`pv` on x86, `pvh` on Arm',
    example: 'type = "pvh"',
    match: 'prefix',
    otherValues: 'refused',
    values: [
      {
        name: 'hvm',
        summary: 'A whole emulated PC with firmware, disks and screen, for any operating system.',
      },
      { name: 'pv', summary: 'A guest whose kernel knows Xen and needs no help from the processor.' },
      {
        name: 'pvh',
        summary: 'A kernel that knows Xen, in hardware virtualisation and without emulated devices.',
      },
    ],
  },
  {
    name: 'builder',
    source: 'xl_parse.c:parse_config_data',
    kind: 'string',
    since: '4.1',
    use: 4,
    summary: 'The old way to choose between HVM and PV.',
    details:
      'xl says nothing about it, but the manual calls it deprecated. There is no word for PVH. As with `type`, any ' +
      'beginning of a word will do, so that `builder = ""` is an HVM guest.\n\n' +
      "Since 4.10 other values are rejected, `linux` among them, which was xm's word for PV and meant PV up to 4.9.",
    defaultValue: '`generic`',
    example: 'builder = "hvm"',
    match: 'prefix',
    otherValues: 'refused',
    strictSince: '4.10',
    deprecated: { since: '4.10', instead: '`type = "hvm"` or `type = "pv"`' },
    values: [
      { name: 'hvm', summary: 'A fully virtualised guest.', deprecated: 'type = "hvm"' },
      { name: 'generic', summary: 'A paravirtual guest.', deprecated: 'type = "pv"' },
    ],
  },
  {
    name: 'pvh',
    source:
      'xl_cmdimpl.c:parse_config_data libxl_create.c:libxl__domain_create_info_setdefault,libxl__domain_make',
    kind: 'boolean',
    guestTypes: BEFORE_PVH,
    since: '4.4',
    last: '4.8',
    summary: 'Ran a PV guest inside hardware virtualisation, the first form of PVH.',
    details:
      'Xen dropped that form with 4.9 and xl no longer reads the option, so a file with `pvh = 1` and nothing else ' +
      'is a PV guest today.',
    defaultValue: '`0`',
    example: 'pvh = 1',
    deprecated: { since: '4.9', instead: '`type = "pvh"`' },
  },
  {
    name: 'uuid',
    source: 'xl_parse.c:parse_config_data',
    kind: 'string',
    since: '4.1',
    use: 2,
    summary: 'The UUID by which the guest is known beyond its name.',
    details:
      'Worth setting where the guest, a licence or an inventory looks at it: without it every start gives a new one. ' +
      'Five groups of hexadecimal digits, 36 characters in all; anything else is rejected ("Failed to parse UUID"). ' +
      'No two guests may share one.',
    defaultValue: 'a new random one at each start',
    example: 'uuid = "3fb3bd30-2f2c-4a0b-9d2c-6b1f6f5a7e11"',
    pattern: { source: '[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}', outside: 'refused' },
  },
  {
    name: 'seclabel',
    source: 'xl_parse.c:parse_config_data libxl_create.c:libxl__domain_config_setdefault',
    kind: 'string',
    since: '4.2',
    use: 3,
    summary: 'The security label that the guest runs under.',
    details:
      'For hosts whose hypervisor enforces a Flask policy (XSM). The label must exist in that policy. Without XSM ' +
      'libxl warns and starts the guest without a label.',
    example: 'seclabel = "system_u:system_r:domU_t"',
  },
  {
    name: 'init_seclabel',
    source: 'xl_parse.c:parse_config_data libxl_create.c:libxl__domain_config_setdefault',
    kind: 'string',
    since: '4.3',
    summary: 'The security label that the guest has only while it is being built.',
    details:
      'Once the guest is built and before it runs, its label changes to that of `seclabel`, which must be set too: ' +
      'otherwise the guest keeps this one. With a fitting policy not even the host can read its memory from then on.',
    example: 'init_seclabel = "system_u:system_r:domU_build_t"\nseclabel = "system_u:system_r:domU_t"',
  },
  {
    name: 'driver_domain',
    source:
      'xl_parse.c:parse_config_data libxl_create.c:libxl__domain_create_info_setdefault,libxl__domain_make',
    kind: 'boolean',
    since: '4.4',
    use: 4,
    summary: 'Prepares the guest for serving disks or network to other guests.',
    details: 'Such a guest runs `xl devd`. The others name it with `backend=` in their device strings.',
    defaultValue: '`0`',
    example: 'driver_domain = 1',
  },
  {
    name: 'nomigrate',
    source:
      'xl_parse.c:parse_config_data libxl_create.c:libxl__domain_build_info_setdefault libxl_cpuid.c:libxl__cpuid_legacy',
    kind: 'boolean',
    since: '4.1',
    summary: 'Says that the guest will not be migrated, so that it may see the invariant TSC flag.',
    details:
      'Only a promise: xl still saves and migrates the guest, whose clock may then be wrong. With `tsc_mode = ' +
      '"always_emulate"` the guest has the flag anyway.',
    defaultValue: '`0`',
    example: 'nomigrate = 1',
  },
  {
    name: 'max_grant_frames',
    source: 'xl_parse.c:parse_config_data xl.c:parse_global_config libxl_create.c:libxl__domain_make',
    kind: 'number',
    since: '4.10',
    use: 4,
    summary: 'How many pages the table of memory grants to other domains may have.',
    details:
      'Each paravirtual disk and network queue takes its share: raise it for guests with many devices or many vCPUs.\n\n' +
      'Since 4.13 a bad or negative number ends xl with status 1 and no message at all.',
    defaultValue: 'that of xl.conf, or of the hypervisor',
    unit: 'pages',
    example: 'max_grant_frames = 64',
    range: [{ min: 0, max: 2147483647, outside: 'refused', since: '4.13' }],
    wrongKind: 'refused',
    strictSince: '4.13',
  },
  {
    name: 'max_maptrack_frames',
    source: 'xl_parse.c:parse_config_data xl.c:parse_global_config libxl_create.c:libxl__domain_make',
    kind: 'number',
    since: '4.10',
    summary: 'How many pages the guest may use to keep track of the grants it maps.',
    details:
      'It matters to guests that serve others, such as driver domains. Since 4.13 a bad or negative number ends xl ' +
      'with status 1 and no message at all.',
    defaultValue: 'that of xl.conf, or of the hypervisor',
    unit: 'pages',
    example: 'max_maptrack_frames = 1024',
    range: [{ min: 0, max: 2147483647, outside: 'refused', since: '4.13' }],
    wrongKind: 'refused',
    strictSince: '4.13',
  },
  {
    name: 'max_grant_version',
    source:
      'xl_parse.c:parse_config_data xl.c:parse_global_config libxl_create.c:libxl__domain_build_info_setdefault,libxl__domain_make',
    kind: 'number',
    since: '4.16',
    summary: 'The newest version of the grant table that the guest may use.',
    details:
      'A bad or negative number ends xl with status 1 and no message at all. Numbers above 15 pass the parser, and ' +
      'libxl gives up over them. A version that the host does not have prevents the guest from starting.',
    defaultValue: 'that of xl.conf, or the newest that the host has',
    example: 'max_grant_version = 1',
    range: [
      { min: 0, max: 2147483647, outside: 'refused' },
      { max: 15, outside: 'refused' },
    ],
    wrongKind: 'refused',
  },
  {
    name: 'max_event_channels',
    source:
      'xl_parse.c:parse_config_data libxl_create.c:libxl__domain_build_info_setdefault,libxl__domain_make',
    kind: 'number',
    since: '4.4',
    summary: 'How many event channels, the interrupts of paravirtual devices, the guest may have.',
    details:
      'Raise it for guests with very many devices or vCPUs. The guest sets the upper end: 131,071 where its kernel has ' +
      'the FIFO interface, 4,095 otherwise, 1,023 for 32-bit x86. 0 is the same as the default.',
    defaultValue: '`1023`',
    example: 'max_event_channels = 4095',
  },
  {
    name: 'xend_suspend_evtchn_compat',
    source:
      'xl_parse.c:parse_config_data libxl_create.c:libxl__domain_create_info_setdefault,libxl__domain_make',
    kind: 'boolean',
    since: '4.14',
    summary: 'Lays out XenStore as xend did, without a path for the suspend event channel.',
    details: 'For old PV drivers that stumble over the path, such as those of Red Hat for Windows.',
    defaultValue: '`0`',
    example: 'xend_suspend_evtchn_compat = 1',
  },
  {
    name: 'xenstore_feature_mask',
    source: 'xl_parse.c:parse_config_data libxl_dom.c:libxl__build_post',
    kind: 'number',
    since: '4.21',
    summary: 'The features of XenStore that the guest is allowed to see, as a sum of bits.',
    details:
      'Narrow it where the guest is to migrate to a host with an older XenStore. Bits: 1 reconnects to a guest, 2 tells ' +
      'the error when it disconnects, 4 watches with a limited depth, 8 permissions for all domains. `xl info -x` shows ' +
      'what the host has.',
    defaultValue: '`0xffffffff`, all of them',
    example: 'xenstore_feature_mask = 0x3',
  },
  {
    name: 'xenstore_quota',
    source: 'xl_parse.c:parse_config_data xl_parse.c:parse_xsquota_item libxl_dom.c:libxl__build_post',
    kind: 'list',
    since: '4.22',
    summary: "Limits on what the guest may take up in XenStore, in place of the daemon's own.",
    details:
      'A list of `name=number` strings; `xl xenstore-quota-get -g` lists the names, which xl does not check. No `=`, a ' +
      'negative number, a suffix or more than 32 bits is rejected. Not every XenStore has limits for single guests.',
    defaultValue: 'those of XenStore',
    example: 'xenstore_quota = [ "nodes=2000", "watches=200" ]',
  },
]);
