/** What becomes of a guest that stops. Facts: action_on_shutdown_names in xl_parse.c, xl.cfg(5). */
import { optionsFor, type ValueDoc } from '../types.ts';
import { ALL } from './guestTypes.ts';

/** The same for every event. Compared with strcmp: lower case, in full. */
const ACTIONS: readonly ValueDoc[] = [
  { name: 'destroy', summary: 'Removes the guest and frees its memory.' },
  { name: 'restart', summary: 'Removes the guest and starts it again from its configuration.' },
  {
    name: 'rename-restart',
    summary: 'Keeps the stopped guest under another name and starts a new one.',
  },
  {
    name: 'preserve',
    summary: 'Keeps the stopped guest to be looked at, until `xl destroy` removes it.',
  },
  {
    name: 'coredump-destroy',
    summary: 'Writes the memory to a file below /var/lib/xen/dump, then removes the guest.',
  },
  {
    name: 'coredump-restart',
    summary: 'Writes the memory to a file below /var/lib/xen/dump, then starts the guest again.',
  },
  {
    name: 'soft-reset',
    since: '4.7',
    summary: 'Gives an HVM guest that knows Xen fresh interfaces and lets it run on.',
  },
];

export const EVENT_OPTIONS = optionsFor(ALL, [
  {
    name: 'on_poweroff',
    source: 'xl_parse.c:parse_config_data xl_vmcontrol.c:handle_domain_death xl_parse.c',
    kind: 'string',
    since: '4.1',
    use: 1,
    summary: 'What xl does when the guest shuts itself down.',
    details:
      'With `preserve` the memory stays taken until somebody removes the guest. Other values are rejected, ' +
      'even in uppercase. It takes the xl process that started the guest to act; `xl create -e` leaves none behind.',
    defaultValue: '`destroy`',
    example: 'on_poweroff = "destroy"',
    otherValues: 'refused',
    values: ACTIONS,
  },
  {
    name: 'on_reboot',
    source: 'xl_parse.c:parse_config_data xl_vmcontrol.c:handle_domain_death xl_parse.c',
    kind: 'string',
    since: '4.1',
    use: 1,
    summary: 'What xl does when the guest asks for a reboot.',
    details:
      'Each restart builds the guest anew from its current configuration, as `xl` commands changed it, not from the file; ' +
      'up to 4.4 from what `xl create` read. `destroy` is of use while an installer runs from a CD. Words other than ' +
      'these are rejected.',
    defaultValue: '`restart`',
    example: 'on_reboot = "restart"',
    otherValues: 'refused',
    values: ACTIONS,
  },
  {
    name: 'on_crash',
    source: 'xl_parse.c:parse_config_data xl_vmcontrol.c:handle_domain_death xl_parse.c',
    kind: 'string',
    since: '4.1',
    use: 1,
    summary: 'What xl does when the guest crashes.',
    details:
      'With `restart` a guest that crashes early comes up again and again, two seconds apart. `preserve` and the ' +
      'coredump words keep what is needed to find the cause. Other values are rejected.',
    defaultValue: '`destroy`',
    example: 'on_crash = "coredump-restart"',
    otherValues: 'refused',
    values: ACTIONS,
  },
  {
    name: 'on_watchdog',
    source: 'xl_parse.c:parse_config_data xl_vmcontrol.c:handle_domain_death xl_parse.c',
    kind: 'string',
    since: '4.1',
    use: 3,
    summary: 'What xl does when the Xen watchdog of the guest runs out.',
    details: 'The guest must have set a watchdog first (`xenwatchdogd`). Other values are rejected.',
    defaultValue: '`destroy`',
    example: 'on_watchdog = "restart"',
    otherValues: 'refused',
    values: ACTIONS,
  },
  {
    name: 'on_soft_reset',
    source: 'xl_parse.c:parse_config_data xl_vmcontrol.c:handle_domain_death xl_parse.c',
    kind: 'string',
    since: '4.7',
    use: 4,
    summary: 'What xl does when the guest asks for a soft reset, as kexec does.',
    details: 'Only HVM guests that know Xen can be reset this way. Other values are rejected.',
    defaultValue: '`soft-reset`',
    example: 'on_soft_reset = "soft-reset"',
    otherValues: 'refused',
    values: ACTIONS,
  },
]);
