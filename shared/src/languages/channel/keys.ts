/** The keys of a `channel` string. Facts: parse_config_data of xl 4.5 to 4.22, libxl_console.c, xen-pv-channel(7). */
import type { ParameterSchema } from '../../schema/types.ts';

export const CHANNEL_PARAMETERS: readonly ParameterSchema[] = [
  {
    name: 'connection',
    form: 'value',
    since: '4.5',
    mandatory: true,
    summary: 'Where the host has its end of the stream.',
    details: 'xl refuses a string without it, and any other word.',
    example: "channel = [ 'connection=pty,name=org.example.agent.1' ]",
    values: [
      { name: 'pty', summary: 'A pseudo-terminal; its name is in xenstore.' },
      { name: 'socket', summary: 'A Unix socket at path, made and listened at by QEMU.' },
    ],
  },
  {
    name: 'name',
    form: 'value',
    since: '4.5',
    mandatory: true,
    summary: 'The name by which the program in the guest finds its channel.',
    details:
      'Have your own domain in it, and a version: `org.example.agent.1`. xl takes a string without a name, and the start of ' +
      'the guest fails.',
    example: "channel = [ 'connection=pty,name=org.example.agent.1' ]",
  },
  {
    name: 'path',
    form: 'value',
    since: '4.5',
    summary: 'The socket on the host, for `connection=socket`.',
    details:
      'xl refuses connection=socket without it. Up to 4.17 it ends at a second `=`. With connection=pty it is not used.',
    example: "channel = [ 'connection=socket,path=/run/web1.sock,name=org.example.agent.1' ]",
  },
  {
    name: 'backend',
    form: 'value',
    content: 'domain',
    since: '4.5',
    summary: 'The domain that has the other end, by name or number.',
    details: 'It has to run when the guest starts.',
    defaultValue: 'the host (domain 0)',
    example: "channel = [ 'connection=pty,name=org.example.agent.1,backend=agentdom' ]",
  },
];
