import { describe, expect, it } from 'vitest';
import { canonicalUri, isWithin, parentUri, pathOfUri } from '../../../server/src/lsp/uris.ts';

describe('pathOfUri', () => {
  it.each([
    ['file:///etc/xen/web.cfg', '/etc/xen/web.cfg'],
    ['file:///etc/xen/my%20guest%231.cfg', '/etc/xen/my guest#1.cfg'],
    ['vscode-remote://ssh-remote%2Bhost/etc/xen/web.cfg', '/etc/xen/web.cfg'],
    ['untitled:Untitled-1', 'Untitled-1'],
    ['file:///bad%zz.cfg', 'file:///bad%zz.cfg'],
    ['no uri', 'no uri'],
  ])('%s', (uri, expected) => {
    expect(pathOfUri(uri)).toBe(expected);
  });
});

describe('canonicalUri', () => {
  it.each([
    ['file:///a%20b/c.cfg', 'file:///a b/c.cfg'],
    ['file:///c%3A/x.cfg', 'file:///C:/x.cfg'],
    ['file:///a/%C3%A9.cfg', 'file:///a/é.cfg'],
    ['file:///a/./b.cfg', 'file:///a/b.cfg'],
  ])('%s and %s are equal', (one, other) => expect(canonicalUri(one)).toBe(canonicalUri(other)));

  it.each(['untitled:Untitled-1', 'a.cfg', 'file:///%E0%A4%A.cfg', ''])('%j is unchanged', (one) => {
    expect(canonicalUri(one)).toBe(one);
  });
});

describe('isWithin', () => {
  it.each([
    ['file:///a', 'file:///a/b.cfg', true],
    ['file:///a/', 'file:///a/b.cfg', true],
    ['file:///a', 'file:///a', true],
    ['file:///a', 'file:///ab/c.cfg', false],
    ['file:///a/b', 'file:///a', false],
  ])('%s contains %s: %s', (parent, child, expected) => expect(isWithin(parent, child)).toBe(expected));
});

describe('parentUri', () => {
  it.each([
    ['file:///etc/xen/web.cfg', 'file:///etc/xen'],
    ['file:///web.cfg', 'file://'],
    ['file://', undefined],
    ['vscode-vfs://github/x/y', 'vscode-vfs://github/x'],
    ['vscode-vfs://github', undefined],
    ['untitled:Untitled-1', undefined],
  ])('of %s is %s', (uri, expected) => expect(parentUri(uri)).toBe(expected));
});
