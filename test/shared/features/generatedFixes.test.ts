/** Quick fixes for what other files make of the first one, at the mark. */

import { applyEdits } from '@xlcfg/shared/src/edits/mergeEdits.ts';
import { codeActions } from '@xlcfg/shared/src/features/codeActions.ts';
import { digest } from '@xlcfg/shared/src/workspace/digest.ts';
import { findWorkspaceProblems } from '@xlcfg/shared/src/workspace/rules/findProblems.ts';
import { expect, it } from 'vitest';
import { open } from '../../support/documents.ts';
import { withCursor } from '../../support/markers.ts';
import { type Files, uriOf, workspaceOf } from '../workspace/files.ts';
import { countingBytes } from './refactor/offers.ts';

/** The texts that the quick fixes make of the first file, by their titles. */
function fixesIn(files: Files, random = true): Record<string, string> {
  const [[name, source] = ['', ''], ...others] = Object.entries(files);
  const { text, offset } = withCursor(source);
  const document = open(text, {}, uriOf(name));
  const workspace = workspaceOf({ [name]: text, ...Object.fromEntries(others) });
  const acrossFiles = findWorkspaceProblems(
    { file: digest(document), workspace, complete: true },
    document.settings,
  );
  const at = document.text.positionAt(offset);
  const actions = codeActions(
    document,
    { start: at, end: at },
    { diagnostics: [], only: ['quickfix'] },
    { acrossFiles, workspace, ...(random && { random: countingBytes() }) },
  );
  const codes = new Set(acrossFiles.map(({ code }) => code));
  const ofOtherFiles = actions.filter(({ diagnostics = [] }) =>
    diagnostics.some(({ code }) => codes.has(String(code))),
  );
  return Object.fromEntries(
    ofOtherFiles.map(({ title, edit }) => [
      title,
      applyEdits(
        text,
        (edit?.changes?.[uriOf(name)] ?? []).map(({ range, newText }) => ({
          start: document.text.offsetAt(range.start),
          end: document.text.offsetAt(range.end),
          newText,
        })),
      ),
    ]),
  );
}

const guest = (name: string, line: string): string => `name = "${name}"\ntype = "hvm"\n${line}\n`;
const UUID = '01234567-89ab-cdef-0123-456789abcdef';
const MAC = 'Generate a new MAC address';

it.each<[what: string, files: Files, Record<string, string>]>([
  [
    'a MAC that another guest has: one that nobody has',
    {
      'a.cfg': guest('a', 'vif = [ "bridge=br0,mac=00:16:3E:|00:00:01", "mac=00:16:3e:00:01:02" ]'),
      'b.cfg': guest('b', 'vif = [ "mac=00:16:3e:00:00:01" ]'),
      'c.cfg': guest('c', 'vif = [ "mac=00:16:3e:00:01:03" ]'),
    },
    { [MAC]: guest('a', 'vif = [ "bridge=br0,mac=00:16:3e:00:01:04", "mac=00:16:3e:00:01:02" ]') },
  ],
  [
    'a UUID that another guest has',
    { 'a.cfg': guest('a', `uuid = '${UUID}|'`), 'b.cfg': guest('b', `uuid = "${UUID}"`) },
    { 'Generate a new UUID': guest('a', "uuid = '00010203-0405-4607-8809-0a0b0c0d0e0f'") },
  ],
  [
    'a backend whose name is nearly that of a guest',
    { 'a.cfg': guest('a', "disk = [ '/a,raw,xvda,rw,backend=stroage|' ]"), 'b.cfg': guest('storage', '') },
    { 'Change to storage': guest('a', "disk = [ '/a,raw,xvda,rw,backend=storage' ]") },
  ],
  [
    'a backend whose name is like no other',
    { 'a.cfg': guest('a', "vif = [ 'backend=x|yz' ]"), 'b.cfg': guest('storage', '') },
    {},
  ],
  [
    'a backend of a name that is not written as it is',
    { 'a.cfg': guest('a', "vif = [ 'backend=my n|et' ]"), 'b.cfg': guest('my, net', '') },
    {},
  ],
  [
    'the host by a name that people have for it',
    { 'a.cfg': guest('a', "vif = [ 'backend=do|m0' ]"), 'b.cfg': guest('dom1', '') },
    { 'Change to Domain-0': guest('a', "vif = [ 'backend=Domain-0' ]") },
  ],
  [
    'a backend that differs in a number: both may be',
    { 'a.cfg': guest('a', "vif = [ 'backend=fire|wall1' ]"), 'b.cfg': guest('firewall2', '') },
    {},
  ],
  [
    'a UUID that is put together: no piece can be replaced alone',
    {
      'a.cfg': guest('a', `uuid = "${UUID.slice(0, 18)}"\nuuid += "${UUID.slice(18)}|"`),
      'b.cfg': guest('b', `uuid = "${UUID}"`),
    },
    {},
  ],
  [
    'at another place',
    {
      'a.cfg': guest('a', 'vif = [ "bridge=b|r0,mac=00:16:3e:00:00:01" ]'),
      'b.cfg': guest('b', 'vif = [ "mac=00:16:3e:00:00:01" ]'),
    },
    {},
  ],
])('%s', (_, files, expected) => {
  expect(fixesIn(files)).toEqual(expected);
});

it('generates nothing without random bytes', () => {
  const files = {
    'a.cfg': guest('a', 'vif = [ "mac=00:16:3e:|00:00:01" ]'),
    'b.cfg': guest('b', 'vif = [ "mac=00:16:3e:00:00:01" ]'),
  };
  expect(fixesIn(files, false)).toEqual({});
});
