/** The parameters of `vnuma`, in its inner lists. Facts: parse_vnuma_config, libxl_vnuma.c of Xen 4.6 to 4.22, xl.cfg(5). */
import type { ParameterSchema } from '../../schema/types.ts';

const NODES =
  'vnuma = [ [ "pnode=0", "size=512", "vcpus=0-1", "vdistances=10,20" ], ' +
  '[ "pnode=1", "size=512", "vcpus=2-3", "vdistances=20,10" ] ]';

export type VnumaKey = 'pnode' | 'size' | 'vcpus' | 'vdistances';

export const VNUMA_PARAMETERS: readonly (ParameterSchema & { readonly name: VnumaKey })[] = [
  {
    name: 'pnode',
    form: 'value',
    since: '4.6',
    summary: 'The node of the host that the memory of this node comes from.',
    details:
      'A number from 0, in decimal; what follows the digits is passed over. No number is refused, and so is a node that ' +
      'the host does not have.',
    defaultValue: '`0`',
    example: NODES,
  },
  {
    name: 'size',
    form: 'value',
    since: '4.6',
    summary: 'How much memory the node has, in MiB.',
    details:
      'The sum over all nodes becomes `maxmem`; where that is set and differs, xl refuses the file. `memory` must not be ' +
      'less than the sum.',
    defaultValue: '`0`',
    example: NODES,
  },
  {
    name: 'vcpus',
    form: 'value',
    since: '4.6',
    summary: 'Which vCPUs belong to the node.',
    details:
      'Numbers and ranges with commas between, counted from 0. Every vCPU must belong to one node, or else the guest ' +
      'cannot be created. Their number becomes `maxvcpus`; where that is set and differs, xl refuses the file. A word ' +
      'counts as vCPU 0; nothing but blanks or commas makes xl crash.',
    defaultValue: 'none',
    example: NODES,
  },
  {
    name: 'vdistances',
    form: 'value',
    since: '4.6',
    summary: 'How far the nodes are from this one, one number for each node.',
    details:
      'By habit 10 for the node itself and 20 and more for others; no other node may be nearer than the node itself, or ' +
      'else `xl create` fails. Too many numbers overwrite memory of xl, which may crash.',
    defaultValue: '`0` for each',
    example: NODES,
  },
];
