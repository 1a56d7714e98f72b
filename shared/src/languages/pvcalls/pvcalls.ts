/** Connections for sockets that another domain opens. Facts: parse_config_data of xl 4.11 to 4.22, xl.cfg(5). */
import { keyOrder } from '../json.ts';
import { keyedLanguage } from '../toolkit/keyedLanguage.ts';
import { keyedParameters } from '../toolkit/readKeyed.ts';
import { text } from '../toolkit/valueReaders.ts';

const parameters = keyedParameters('4.11', [
  {
    name: 'backend',
    read: text('backend_domname'),
    content: 'domain',
    summary: 'The domain that opens the sockets, by name or number.',
    details:
      'It must run when the guest starts. xl rejects other keys and stops reading at a word without `=`.',
    defaultValue: 'the host (domain 0)',
    example: "pvcalls = [ 'backend=0' ]",
  },
]);

export const PVCALLS = keyedLanguage({
  option: 'pvcalls',
  noun: 'pvcalls connection',
  parameters,
  grammar: { unknownKey: 'refused', bareWord: 'restIgnored' },
  symbol: { name: [], detail: ['backend'] },
  list: { name: 'pvcallsifs', after: 'p9s' },
  keys: keyOrder('backend_domname devid'),
});
