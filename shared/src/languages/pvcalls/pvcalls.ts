/** Connections for sockets that another domain opens. Facts: parse_config_data of xl 4.11 to 4.22, xl.cfg(5). */
import { keyOrder } from '../json.ts';
import { backendKey } from '../toolkit/backendKey.ts';
import { keyedLanguage } from '../toolkit/keyedLanguage.ts';
import { keyedParameters } from '../toolkit/readKeyed.ts';

const parameters = keyedParameters('4.11', 'xl_parse.c:parse_config_data', [
  {
    ...backendKey('opens the sockets', "pvcalls = [ 'backend=0' ]"),
    details:
      'It must run when the guest starts. xl rejects other keys and stops reading at a word without `=`.',
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
