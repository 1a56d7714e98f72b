/** The files of the host that options name: kernels, firmware, the device model. Those of devices are with the devices. */
import { pathKey } from '../../languages/facts.ts';
import { OPTIONS } from '../../schema/index.ts';
import { type FactReader, factAt } from '../facts.ts';
import { valueSpan } from './identity.ts';

const PATH_OPTIONS = OPTIONS.filter(({ content }) => content === 'file').map(({ name }) => name);

export const pathFacts: FactReader = function* ({ values }) {
  for (const option of PATH_OPTIONS) {
    const text = values.text(option);
    if (!text?.startsWith('/')) continue;
    const content = { kind: 'path', key: pathKey(option, text), text, option } as const;
    yield factAt(valueSpan(values.setting(option)), content);
  }
};
