/** The keys of a `vdispl` string. Facts: parse_vdispl_config in xl_parse.c of 4.10 to 4.22, xl.cfg(5). */
import type { ParameterSchema } from '../../schema/types.ts';

export const VDISPL_PARAMETERS: readonly ParameterSchema[] = [
  {
    name: 'connectors',
    form: 'value',
    since: '4.10',
    mandatory: true,
    summary: 'The screens of the display, with semicolons between: `ID:WIDTHxHEIGHT`, in pixels.',
    details:
      'xl refuses a string without a connector, and a width without a height. It dies of an empty list and of a connector ' +
      'without a colon, up to 4.17 also of one without an id. Where no number follows the colon it prints "Can\'t parse ' +
      'connector resolution", leaves this and all further connectors without size, and goes on.',
    example: "vdispl = [ 'connectors=id0:1920x1080;id1:800x600' ]",
  },
  {
    name: 'backend',
    form: 'value',
    content: 'domain',
    since: '4.10',
    summary: 'The domain that shows the display, by name or number.',
    details: 'It has to run when the guest starts.',
    defaultValue: 'the host (domain 0)',
    example: "vdispl = [ 'backend=displaydom,connectors=id0:1920x1080' ]",
  },
  {
    name: 'be-alloc',
    form: 'value',
    since: '4.10',
    summary: 'Lets the domain that shows the display provide the memory of the pictures.',
    details: 'A number: 0 is off, anything else is on; a word is read as 0.',
    defaultValue: '0',
    example: "vdispl = [ 'connectors=id0:1920x1080,be-alloc=1' ]",
    values: [
      { name: '1', summary: 'The backend provides it.' },
      { name: '0', summary: 'The guest provides it. The default.' },
    ],
  },
];
