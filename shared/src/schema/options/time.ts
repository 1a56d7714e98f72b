/** The clocks of the guest. Facts: parse_config_data of Xen 4.1 to 4.22, libxl_x86.c, xl.cfg(5), xen-tscmode(7). */
import { optionsFor } from '../types.ts';
import { ALL, HVM, PV } from './guestTypes.ts';

export const TIME_OPTIONS = optionsFor(ALL, [
  {
    name: 'localtime',
    source:
      'xl_parse.c:parse_config_data libxl_create.c:libxl__domain_build_info_setdefault libxl_x86.c:libxl__arch_domain_create',
    kind: 'boolean',
    architecture: 'x86',
    since: '4.1',
    use: 2,
    summary: "Whether the guest's hardware clock shows the host's local time instead of UTC.",
    details: 'Windows expects local time unless configured otherwise. Unix systems expect UTC.',
    defaultValue: '`0`, UTC',
    example: 'localtime = 1',
  },
  {
    name: 'rtc_timeoffset',
    source: 'xl_parse.c:parse_config_data libxl_x86.c:libxl__arch_domain_create',
    kind: 'number',
    architecture: 'x86',
    since: '4.1',
    summary: "How far the guest's hardware clock is from that of the host.",
    details: 'Added to UTC, or to local time with `localtime`. A negative number must be quoted: `"-3600"`.',
    defaultValue: '`0`',
    unit: 'seconds',
    example: 'rtc_timeoffset = 3600',
  },
  {
    name: 'tsc_mode',
    source:
      'xl_parse.c:parse_config_data libxl_x86.c:libxl__arch_domain_create libxl_types.idl:libxl_tsc_mode',
    kind: 'numberOrString',
    architecture: 'x86',
    since: '4.1',
    use: 4,
    summary: 'How the guest reads the time stamp counter.',
    details:
      'x86 only. Emulation gives the same clock on all hosts and costs time at each reading. xl accepts the numbers 0 to 3 ' +
      'as well and warns that they are deprecated; other words and numbers are rejected. Up to 4.18 it also prints ' +
      '"got a tsc mode string", which means nothing.',
    defaultValue: '`default`',
    example: 'tsc_mode = "native"',
    match: 'ignoreCase',
    otherValues: 'refused',
    strictSince: '4.2',
    range: [{ min: 0, max: 3, outside: 'refused', since: '4.2' }],
    warns: 'number',
    values: [
      {
        name: 'default',
        since: '4.2',
        number: 0,
        summary: 'Native where that is safe, emulated otherwise, for instance after a migration.',
      },
      {
        name: 'always_emulate',
        since: '4.2',
        number: 1,
        summary: 'Always emulated, at the frequency of the host where the guest was created.',
      },
      {
        name: 'native',
        since: '4.2',
        number: 2,
        summary: 'Always read from the CPU, with no promise that it fits between CPUs and hosts.',
      },
      {
        name: 'native_paravirt',
        since: '4.2',
        number: 3,
        summary: 'Native with help from the guest; since 4.12, which removed it, the guest is not created.',
        deprecated: 'default',
      },
    ],
  },
  {
    name: 'timer_mode',
    source:
      'xl_parse.c:parse_config_data libxl_create.c:libxl__domain_build_info_setdefault libxl_x86.c:hvm_set_conf_params libxl_types.idl:libxl_timer_mode',
    kind: 'numberOrString',
    architecture: 'x86',
    since: '4.1',
    summary: 'What the virtual timers do with ticks that came while the vCPU was not running.',
    details:
      'xl accepts the numbers 0 to 3 as well and warns that they are deprecated; other words and numbers are rejected. In ' +
      'the file of a PV guest the option itself is rejected since 4.10.',
    defaultValue: '`no_delay_for_missed_ticks`',
    example: 'timer_mode = "one_missed_tick_pending"',
    refusedFor: { guestTypes: PV, since: '4.10' },
    strictSince: '4.2',
    match: 'ignoreCase',
    otherValues: 'refused',
    range: [{ min: 0, max: 3, outside: 'refused', since: '4.2' }],
    warns: 'number',
    values: [
      {
        name: 'delay_for_missed_ticks',
        since: '4.2',
        number: 0,
        summary: 'All are delivered later, and the time of the guest waits for them.',
      },
      {
        name: 'no_delay_for_missed_ticks',
        since: '4.2',
        number: 1,
        summary: 'All are delivered later, while the time of the guest continues.',
      },
      { name: 'no_missed_ticks_pending', since: '4.2', number: 2, summary: 'None is delivered later.' },
      {
        name: 'one_missed_tick_pending',
        since: '4.2',
        number: 3,
        summary: 'All are rolled into one late tick, while the time of the guest continues.',
      },
      { name: 'unknown', since: '4.4', internal: true, summary: 'The same as leaving the option out.' },
    ],
  },
  {
    name: 'vpt_align',
    source:
      'xl_parse.c:parse_config_data libxl_create.c:libxl__domain_build_info_setdefault libxl_x86.c:hvm_set_conf_params',
    kind: 'boolean',
    guestTypes: HVM,
    since: '4.1',
    summary: 'Whether periodic timers of the guest fire together, to wake the host less often.',
    details: 'Saves power with guests that use a high tick rate.',
    defaultValue: '`1`',
    example: 'vpt_align = 1',
  },
]);
