import { describe, expect, it } from 'vitest';
import { faultsOf, read, verdictOf } from '../support.ts';

describe('channel', () => {
  it.each([
    ['connection=pty, name = a b ', { devid: 0, name: 'a b', 'connection.pty': {} }],
    ['connection=socket,path=/x=y', { devid: 0, 'connection.socket': { path: '/x' } }],
  ])('reads %j as %j', (text, fields) => {
    expect(read('channel', text).fields).toEqual(fields);
  });

  it.each([
    ['', 'bad-form crashes'],
    ['name=a', 'missing-key refused connection'],
    ['name=a,connection=|PTY|', 'bad-value refused connection'],
    ['name=a,connection=socket', 'missing-key refused path'],
    ['connection=pty', 'missing-key createFails name'],
    ['connection=pty,name=a,|foo|=b', 'unknown-key ignored foo'],
    ['connection=pty,name=a,|foo|', 'bad-form refused'],
    ['connection=pty,name=a,|backend=|', 'bad-form refused'],
    ['connection=pty,name=a,path=|/x|', 'conflict ignored path'],
    ['connection=socket,name=a,path=/x|=y|', 'bad-form ignored'],
  ])('finds %s: %s', (marks, fault) => {
    expect(faultsOf('channel', marks.replace(/\|/g, ''))).toEqual([`${marks}: ${fault}`]);
  });

  it.each([
    [[''], '4.22', 'crash'],
    [['=connection=pty,name=a'], '4.17', 'accept'],
    [['=connection=pty,name=a'], '4.18', 'reject'],
  ] as const)('%j in %s: %s', (texts, xenVersion, verdict) => {
    expect(verdictOf('channel', texts, { xenVersion })).toBe(verdict);
  });

  it.each([
    ['connection=socket,path=/a=b', '4.18', { 'connection.socket': { path: '/a=b' } }],
    ['connection=pty', '4.17', { devid: 0, 'connection.pty': {} }],
  ] as const)('reads %j in %s as %j', (text, xenVersion, fields) => {
    expect(read('channel', text, { xenVersion }).fields).toEqual(fields);
  });

  it.each([['connection=pty,name=a,=', 'connection=pty,name=a,|=|: bad-form refused']])(
    'finds in 4.22: %s',
    (text, fault) => {
      expect(faultsOf('channel', text.replace(/\|/g, ''), { xenVersion: '4.22' })).toEqual([fault]);
    },
  );
});
