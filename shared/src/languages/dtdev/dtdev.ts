/** Devices of the host's device tree. Facts: parse_config_data and libxl_create.c of Xen 4.6 to 4.22, xl.cfg(5). */
import type { ParameterSchema } from '../../schema/types.ts';
import type { ParsedSpec, SpecLanguage } from '../language.ts';
import { addFault, addWord, draftOf } from '../toolkit/draft.ts';
import { readingEach } from '../toolkit/readers.ts';
import { wholeOf } from '../toolkit/slice.ts';

const parameters: readonly ParameterSchema[] = [
  {
    name: 'path',
    source: 'xl_parse.c:parse_config_data libxl_create.c:libxl__add_dtdevs',
    form: 'flag',
    since: '4.6',
    summary: "The full path of a device in the host's device tree.",
    details:
      'As below `/proc/device-tree`. xl checks nothing; a path that is not there, or a host without a device tree, ' +
      'prevents the guest from starting.',
    example: 'dtdev = [ "/soc/serial@12c20000" ]',
  },
];

/** The hypervisor looks the device up by its full path. */
function readPath(text: string): ParsedSpec<string> {
  const draft = draftOf(text, text);
  addWord(draft, wholeOf(text), 'path');
  if (!text.startsWith('/')) {
    const advice = "Use the full path in dom0's device tree, which starts with `/`.";
    addFault(draft, wholeOf(text), 'bad-value', 'startFails', { parameter: 'path', advice });
  }
  return draft;
}

export const DTDEV: SpecLanguage<ParsedSpec<string>> = {
  options: ['dtdev'],
  noun: 'device of the device tree',
  shape: 'items',
  separator: '',
  parameters,
  nonStringItem: 'restDropped',
  createReader: readingEach(readPath),
  notations: { path: { text: '/path' } },
};
