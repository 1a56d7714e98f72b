/** The key for the domain that serves a device. Facts: parse_config_data of xl_parse.c, xl.cfg(5). */
import type { ParameterEntry } from '../../schema/types.ts';
import type { KeyedParameter } from './readKeyed.ts';
import { text } from './valueReaders.ts';

/** @param task what the domain does, as the end of "The domain that ..." */
export const backendKey = (task: string, example: string): ParameterEntry<KeyedParameter> => ({
  name: 'backend',
  read: text('backend_domname'),
  content: 'domain',
  summary: `The domain that ${task}, by name or number.`,
  details: 'It must run when the guest starts.',
  defaultValue: 'the host (domain 0)',
  example,
});
