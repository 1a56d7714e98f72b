/** `c_info`: of what kind the guest is, and who it is. Order and defaults: domain_create_info of libxl_types.idl. */
import { open, scalar } from './node.ts';
import { always, field, flag, originsIn, type Source, structure, text, word } from './source.ts';

const type: Source = ({ guest: { type: guestType, typeSetting: by } }) =>
  scalar(guestType, by ? [{ start: by.start, end: by.end, option: by.name.text, isSetting: true }] : []);

const NO_UUID = '00000000-0000-0000-0000-000000000000';

/** xl makes one up where the file has none; one of zeros is none to libxl. */
const uuid: Source = (context) => {
  const given = context.values.text('uuid');
  if (given === null) return open('random', 'a new uuid at each start');
  return given === NO_UUID ? undefined : scalar(given.toLowerCase(), originsIn(context, 'uuid'));
};

const ownLabel = text('seclabel');
const initialLabel = text('init_seclabel');

/** The label that the guest is made with: the one for its start, where it has another one later. */
const label: Source = (context) => initialLabel(context) ?? ownLabel(context);

/** The label that it gets then. */
export const laterLabel: Source = (context) => (initialLabel(context) ? ownLabel(context) : undefined);

export const createInfo = structure([
  field('type', type),
  field('hap', flag('hap')),
  field('oos', flag('oos')),
  field('ssid_label', label, { since: '4.5' }),
  field('name', text('name')),
  field('uuid', uuid),
  field('pool_name', text('pool'), { since: '4.5' }),
  field('run_hotplug_scripts', always('True'), { since: '4.2' }),
  field('pvh', flag('pvh')),
  field('driver_domain', flag('driver_domain')),
  field('passthrough', word('passthrough', 'default')),
  field('xend_suspend_evtchn_compat', flag('xend_suspend_evtchn_compat')),
]);
