/** The identity of a guest: its name and its UUID. Facts: parse_config_data; uuid_parse of libuuid. */
import type { EffectiveSetting } from '../../model/guest.ts';
import type { Span } from '../../span.ts';
import { type FactReader, factAt } from '../facts.ts';

const UUID = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i;
/** The placeholder of templates. */
const NO_UUID = /^[0-]*$/;

/** The guest's name and UUID, where xl takes them. */
export const identityFacts: FactReader = function* ({ values }) {
  const name = values.text('name');
  if (name)
    yield factAt(valueSpan(values.setting('name')), { kind: 'name', key: name, text: name, option: 'name' });
  if (name && values.flag('driver_domain') === true) {
    const content = { kind: 'driverDomain', key: name, text: name, option: 'driver_domain' } as const;
    yield factAt(valueSpan(values.setting('name')), content);
  }
  const uuid = values.text('uuid');
  if (uuid !== null && UUID.test(uuid) && !NO_UUID.test(uuid)) {
    const content = { kind: 'uuid', key: uuid.toLowerCase(), text: uuid, option: 'uuid' } as const;
    yield factAt(valueSpan(values.setting('uuid')), content);
  }
};

/** Where the text of a single value is, without quotes. Of one that `+=` put together, the last piece. */
export function valueSpan(setting: EffectiveSetting | undefined): Span {
  const node = setting?.value.kind === 'atom' ? setting.value.nodes.at(-1) : undefined;
  const { start, end } = (node?.kind === 'string' ? node.content : node) ?? { start: 0, end: 0 };
  return { start, end };
}
