/**
 * The keys of a `vif` string for COLO, the replication of a guest to a second host. Facts: parse_nic_config in
 * xl_parse.c, libxl_dm.c and libxl_colo_*.c of 4.7 to 4.22.
 */
import type { ParameterEntry } from '../../schema/types.ts';
import { type KeyedParameter, keyedParameters } from '../toolkit/readKeyed.ts';
import { text } from '../toolkit/valueReaders.ts';

const NOTE =
  'Part of the set-up for COLO: two hosts run the same guest, and what it sends is compared. For HVM guests with ' +
  '`type=ioemu` only. xl accepts any text, QEMU judges it when the guest starts. The keys are experimental.';

const SOCKET_NOTE =
  'Id, address and port belong together: where one of them is missing QEMU gets no such socket.';

const example = (name: string, value: string): string => `vif = [ 'bridge=xenbr0,${name}=${value}' ]`;

interface Socket {
  readonly name: string;
  readonly host: 'first' | 'second';
  readonly use: string;
}

/** The character devices by which the filters of the two QEMUs talk. */
const SOCKETS: readonly Socket[] = [
  { name: 'mirror', host: 'first', use: 'that sends copies of what the guest receives to the second host' },
  {
    name: 'compare_pri_in',
    host: 'first',
    use: 'by which the comparison gets the packets of the first guest',
  },
  {
    name: 'compare_sec_in',
    host: 'first',
    use: 'by which the comparison gets the packets of the second guest',
  },
  { name: 'compare_notify', host: 'first', use: 'by which the comparison tells Xen that packets differ' },
  { name: 'redirector0', host: 'first', use: 'at which the packets that passed the comparison arrive' },
  { name: 'redirector1', host: 'first', use: 'that hands the packets of the first guest to the comparison' },
  { name: 'redirector2', host: 'first', use: 'that takes the packets that passed the comparison' },
  { name: 'sec_redirector0', host: 'second', use: 'by which the second guest gets what the first receives' },
  {
    name: 'sec_redirector1',
    host: 'second',
    use: 'that sends the packets of the second guest to the first host',
  },
];

const socketKeys = ({ name, host, use }: Socket): ParameterEntry<KeyedParameter>[] => {
  const prefix = `colo_sock_${name}`;
  const details = `${NOTE} ${SOCKET_NOTE}`;
  const of = `of the socket of QEMU on the ${host} host ${use}`;
  const key = (suffix: string, summary: string, value: string): ParameterEntry<KeyedParameter> => ({
    name: `${prefix}_${suffix}`,
    read: text(`${prefix}_${suffix}`),
    since: '4.9',
    experimental: 'COLO',
    summary: `${summary} ${of}.`,
    details,
    example: example(`${prefix}_${suffix}`, value),
  });
  return [
    key('id', 'Name', name.replace(/_/g, '-')),
    key('ip', 'Address', '192.0.2.1'),
    key('port', 'TCP port', '9003'),
  ];
};

/** The value is for the example; the unused ones are read and not passed on. */
type Filter = readonly [name: string, summary: string, value: string, note?: 'unused'];

const FIRST_HOST: readonly Filter[] = [
  ['filter_mirror_queue', 'Which packets the mirror on the first host copies: `tx`, `rx` or `all`.', 'tx'],
  ['filter_mirror_outdev', 'The socket to which the mirror on the first host copies them.', 'mirror'],
  ['filter_redirector0_queue', 'Which packets the first redirector on the first host works on.', 'rx'],
  [
    'filter_redirector0_indev',
    'The socket from which it takes the packets that passed the comparison.',
    'redirector2',
  ],
  [
    'filter_redirector0_outdev',
    'The socket to which the first redirector would send.',
    'redirector0',
    'unused',
  ],
  ['filter_redirector1_queue', 'Which packets the second redirector on the first host works on.', 'rx'],
  [
    'filter_redirector1_indev',
    'The socket from which the second redirector would take packets.',
    'redirector1',
    'unused',
  ],
  ['filter_redirector1_outdev', 'The socket by which it hands the packets to the comparison.', 'redirector1'],
  [
    'compare_pri_in',
    'The socket from which the comparison takes the packets of the first guest.',
    'compare0-0',
  ],
  [
    'compare_sec_in',
    'The socket from which the comparison takes the packets of the second guest.',
    'compare1',
  ],
  ['compare_out', 'The socket to which the comparison sends what both guests agree on.', 'compare_out0'],
  ['compare_notify_dev', 'The socket by which the comparison asks for a checkpoint.', 'notify_way'],
];

const SECOND_HOST: readonly Filter[] = [
  ['filter_sec_redirector0_queue', 'Which packets the first redirector on the second host works on.', 'tx'],
  [
    'filter_sec_redirector0_indev',
    'The socket from which it takes what the first guest received.',
    'sec-redirector0',
  ],
  ['filter_sec_redirector0_outdev', 'The socket to which it would send.', 'sec-redirector0', 'unused'],
  ['filter_sec_redirector1_queue', 'Which packets the second redirector on the second host works on.', 'rx'],
  [
    'filter_sec_redirector1_indev',
    'The socket from which it would take packets.',
    'sec-redirector1',
    'unused',
  ],
  [
    'filter_sec_redirector1_outdev',
    'The socket by which it sends the packets of the second guest.',
    'sec-redirector1',
  ],
  [
    'filter_sec_rewriter0_queue',
    'Which packets the filter on the second host works on that adjusts TCP numbers.',
    'all',
  ],
  ['checkpoint_host', 'Address at which Xen on the first host hears from the comparison.', '192.0.2.1'],
  ['checkpoint_port', 'TCP port at which Xen on the first host hears from the comparison.', '9000'],
];

const UNUSED = 'xl reads it and libxl keeps it; QEMU does not get it.';

const filterKey = ([name, summary, value, note]: Filter): ParameterEntry<KeyedParameter> => ({
  name: `colo_${name}`,
  read: text(`colo_${name}`),
  since: '4.9',
  experimental: 'COLO',
  summary,
  details: note ? `${NOTE} ${UNUSED}` : NOTE,
  example: example(`colo_${name}`, value),
});

const socketsOf = (host: Socket['host']): readonly ParameterEntry<KeyedParameter>[] =>
  SOCKETS.filter((socket) => socket.host === host).flatMap(socketKeys);

/** In the order in which libxl prints the fields of these names. */
const ownFields: readonly ParameterEntry<KeyedParameter>[] = [
  ...socketsOf('first'),
  ...FIRST_HOST.map(filterKey),
  ...socketsOf('second'),
  ...SECOND_HOST.map(filterKey),
];

export const COLO_FIELDS: readonly string[] = ownFields.map(({ name }) => name);

export const VIF_COLO_PARAMETERS = keyedParameters('4.7', 'xl_parse.c:parse_nic_config', [
  {
    name: 'forwarddev',
    read: text('coloft_forwarddev'),
    experimental: 'COLO',
    summary: 'The interface of the host by which the two hosts of COLO forward the packets of the guest.',
    details: `Handed to the script colo-proxy-setup, for the comparison in the kernel. ${NOTE}`,
    example: example('forwarddev', 'eth1'),
  },
  ...ownFields,
]);
