/** What texts name, by the schema. */

import { languageOf, SPEC_LANGUAGES } from '@xlcfg/shared/src/languages/index.ts';
import { FILE_KINDS } from '@xlcfg/shared/src/schema/kinds/index.ts';
import { expect, it } from 'vitest';

const options = Object.values(FILE_KINDS).flatMap((kind) => kind.options);
const parameters = SPEC_LANGUAGES.flatMap((language) => language.parameters);

const showsPath = (name: string, example = ''): boolean =>
  new RegExp(`^${name.replaceAll('.', '\\.')} = "/[^ "]*"$`, 'm').test(example);

it('an option whose example is a path names a file', () => {
  const paths = options.filter(({ name, example }) => showsPath(name, example) && !languageOf(name));
  expect(paths.length).toBeGreaterThan(10);
  expect(paths.filter(({ content }) => content !== 'file').map(({ name }) => name)).toEqual([]);
});

it('an option that names something is a text', () => {
  expect(options.filter(({ content, kind }) => content && kind !== 'string').map(({ name }) => name)).toEqual(
    [],
  );
});

it('whoever serves a device is a domain', () => {
  const backends = parameters.filter(({ name }) => name === 'backend');
  expect(backends.length).toBeGreaterThan(5);
  expect(backends.filter(({ content }) => content !== 'domain')).toEqual([]);
});

it('a script is a file', () => {
  const scripts = parameters.filter(({ name }) => name === 'script');
  expect(scripts.map(({ content }) => content)).toEqual(['file', 'file']);
});
