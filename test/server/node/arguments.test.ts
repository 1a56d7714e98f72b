import { describe, expect, it } from 'vitest';
import { type ParsedArguments, parseArguments } from '../../../server/src/node/arguments.ts';

const cases: [string[], ParsedArguments][] = [
  [['--stdio'], { kind: 'serve', transport: { kind: 'stdio' } }],
  [['--clientProcessId=12', '--stdio'], { kind: 'serve', transport: { kind: 'stdio' } }],
  [['--node-ipc', '--clientProcessId=12'], { kind: 'serve', transport: { kind: 'ipc' } }],
  [['--socket=6009'], { kind: 'serve', transport: { kind: 'socket', port: 6009 } }],
  [['--socket', '6009'], { kind: 'serve', transport: { kind: 'socket', port: 6009 } }],
  [['--pipe=/run/a=b.sock'], { kind: 'serve', transport: { kind: 'pipe', name: '/run/a=b.sock' } }],
  [['--help'], { kind: 'help' }],
  [['--version'], { kind: 'version' }],
];

describe('parseArguments', () => {
  it.each(cases)('parses %j', (args, expected) => {
    expect(parseArguments(args)).toEqual(expected);
  });

  it.each([
    [[], /No transport given/],
    [['--stido'], /No transport given/],
    [['constructor'], /No transport given/],
    [['--socket'], /not nothing/],
    [['--socket=0'], /not 0/],
    [['--socket=65536'], /not 65536/],
    [['--socket=12.5'], /not 12\.5/],
    [['--pipe='], /name of a pipe/],
  ])('rejects %j', (args, message) => {
    expect(parseArguments(args)).toEqual({ kind: 'invalid', message: expect.stringMatching(message) });
  });
});
