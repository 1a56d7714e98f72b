import { XEN_VERSIONS } from '@xlcfg/shared/src/schema/xenVersions.ts';
import { describe, expect, test } from 'vitest';
import manifest from '../../client/package.json' with { type: 'json' };
import {
  choicesOf,
  effectiveTargets,
  type InspectedSetting,
  type SettingTarget,
  type WorkspaceContext,
} from '../../client/src/platformChoices.ts';

describe('effectiveTargets', () => {
  const value = '4.17';
  test.each([
    ['no workspace', {}, { isOpen: false, isFileInFolder: false }, ['user']],
    ['one folder', {}, { isOpen: true, isFileInFolder: false }, ['workspace', 'user']],
    ['several folders', {}, { isOpen: true, isFileInFolder: true }, ['workspace', 'folder', 'user']],
    [
      'a value of the workspace, which hides the one of the user',
      { workspaceValue: value },
      { isOpen: true, isFileInFolder: false },
      ['workspace'],
    ],
    [
      'a value of the workspace and a folder that may have its own',
      { workspaceValue: value },
      { isOpen: true, isFileInFolder: true },
      ['workspace', 'folder'],
    ],
    [
      'a value of the folder, which hides all others',
      { workspaceValue: value, workspaceFolderValue: value },
      { isOpen: true, isFileInFolder: true },
      ['folder'],
    ],
  ] satisfies [string, InspectedSetting, WorkspaceContext, SettingTarget[]][])(
    '%s',
    (_, inspected, surroundings, expected) => {
      expect(effectiveTargets(inspected, surroundings)).toEqual(expected);
    },
  );
});

describe('choicesOf', () => {
  test('lists all versions, newest first', () => {
    expect(choicesOf(manifest, 'xenVersion')).toEqual([...XEN_VERSIONS].reverse());
  });

  test.each([undefined, null, 'x', {}, { contributes: null }])('is empty for the manifest %j', (other) => {
    expect(choicesOf(other, 'xenVersion')).toEqual([]);
  });
});
