import { XEN_VERSIONS } from '@xlcfg/shared/src/schema/xenVersions.ts';
import { describe, expect, test } from 'vitest';
import manifest from '../../client/package.json' with { type: 'json' };
import {
  type Inspected,
  type Place,
  placesFor,
  releasesOf,
  type Surroundings,
} from '../../client/src/releases.ts';

describe('where a choice can be written', () => {
  const value = '4.17';
  test.each([
    ['no workspace', {}, { open: false, inFolder: false }, ['user']],
    ['one folder', {}, { open: true, inFolder: false }, ['workspace', 'user']],
    ['several folders', {}, { open: true, inFolder: true }, ['workspace', 'folder', 'user']],
    [
      'a value of the workspace, which hides the one of the user',
      { workspaceValue: value },
      { open: true, inFolder: false },
      ['workspace'],
    ],
    [
      'a value of the workspace and a folder that may have its own',
      { workspaceValue: value },
      { open: true, inFolder: true },
      ['workspace', 'folder'],
    ],
    [
      'a value of the folder, which hides all others',
      { workspaceValue: value, workspaceFolderValue: value },
      { open: true, inFolder: true },
      ['folder'],
    ],
  ] satisfies [string, Inspected, Surroundings, Place[]][])('%s', (_, inspected, surroundings, expected) => {
    expect(placesFor(inspected, surroundings)).toEqual(expected);
  });
});

describe('the releases to choose from', () => {
  test('are all of them, the newest first', () => {
    expect(releasesOf(manifest)).toEqual([...XEN_VERSIONS].reverse());
  });

  test.each([undefined, null, 'x', {}, { contributes: null }])('of the manifest %j are none', (other) => {
    expect(releasesOf(other)).toEqual([]);
  });
});
