/** What a guest is known by: its name and its UUID. Facts: parse_config_data; uuid_parse of libuuid. */
import type { EffectiveSetting } from '../../model/guest.ts';
import type { Span } from '../../span.ts';
import { type FactReader, factAt } from './draft.ts';

const UUID = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i;
/** What people leave in templates. */
const NO_UUID = /^[0-]*$/;

/** The guest's name and UUID, where xl takes them. */
export const identityFacts: FactReader = function* ({ values }) {
  const name = values.text('name');
  if (name)
    yield factAt(placeOf(values.setting('name')), { kind: 'name', key: name, text: name, option: 'name' });
  const uuid = values.text('uuid');
  if (uuid !== null && UUID.test(uuid) && !NO_UUID.test(uuid)) {
    const about = { kind: 'uuid', key: uuid.toLowerCase(), text: uuid, option: 'uuid' } as const;
    yield factAt(placeOf(values.setting('uuid')), about);
  }
};

/** Where the text of a single value is, without quotes. Of one that `+=` put together, the last piece. */
export function placeOf(setting: EffectiveSetting | undefined): Span {
  const node = setting?.value.kind === 'atom' ? setting.value.nodes.at(-1) : undefined;
  const { start, end } = (node?.kind === 'string' ? node.content : node) ?? { start: 0, end: 0 };
  return { start, end };
}
