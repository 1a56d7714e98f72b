/** Virtual TPMs. Facts: parse_config_data of xl 4.3 to 4.22, uuid_parse of libuuid, xl.cfg(5), xen-vtpm(7). */
import { keyOrder } from '../json.ts';
import { keyedLanguage, missingKey } from '../toolkit/keyedLanguage.ts';
import { keyedParameters } from '../toolkit/readKeyed.ts';
import { rejected, text, type ValueReader } from '../toolkit/valueReaders.ts';

const UUID = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i;

const uuid: ValueReader = (value) =>
  UUID.test(value)
    ? { set: { uuid: value.toLowerCase() } }
    : rejected('Write 36 characters, as uuidgen prints them.');

const parameters = keyedParameters('4.3', 'xl_parse.c:parse_config_data', [
  {
    name: 'backend',
    read: text('backend_domname'),
    content: 'domain',
    mandatory: true,
    summary: 'The domain that is the TPM, by name or number; for that domain itself, the vTPM manager.',
    details: 'xl rejects a string without it. The domain must run when the guest starts.',
    example: "vtpm = [ 'backend=vtpm-web1' ]",
  },
  {
    name: 'uuid',
    read: uuid,
    summary: 'Tells the TPM apart from others of the same manager.',
    details:
      'Needed in the file of the vTPM domain, so that it finds its data again; optional in that of the guest. 36 ' +
      'characters, as `uuidgen` prints them; anything else is rejected.',
    defaultValue: 'a new one at each start',
    example: "vtpm = [ 'backend=vtpmmgr,uuid=ac0a5b9e-cbe2-4c07-b43b-1d69e46fb839' ]",
  },
]);

/** Without `uuid` libxl makes one up; it is not among the fields then. */
export const VTPM = keyedLanguage({
  option: 'vtpm',
  noun: 'vTPM',
  parameters,
  grammar: { unknownKey: 'refused', bareWord: 'restIgnored' },
  check: ({ reading }) =>
    reading.setBy.has('backend_domname')
      ? []
      : [missingKey(reading, 'backend', 'refused', 'Add backend= with the name of the vTPM domain.')],
  defaults: { uuid: '00000000-0000-0000-0000-000000000000' },
  symbol: { name: [], detail: ['backend', 'uuid'] },
  list: { name: 'vtpms', after: 'virtios' },
  keys: keyOrder('backend_domname devid uuid'),
});
