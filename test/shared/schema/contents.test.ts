/** What texts name, by the schema. */

import { languageOf, SPEC_LANGUAGES } from '@xlcfg/shared/src/languages/index.ts';
import { FILE_KINDS } from '@xlcfg/shared/src/schema/kinds/index.ts';
import { expect, it } from 'vitest';

const options = Object.values(FILE_KINDS).flatMap((kind) => kind.options);
const parameters = SPEC_LANGUAGES.flatMap((language) => language.parameters);

const showsPath = (name: string, example = ''): boolean =>
  new RegExp(`^${name.replaceAll('.', '\\.')} = "/[^ "]*"$`, 'm').test(example);

it('an option with a path as its example has the content file', () => {
  const paths = options.filter(({ name, example }) => showsPath(name, example) && !languageOf(name));
  expect(paths.length).toBeGreaterThan(10);
  expect(paths.filter(({ content }) => content !== 'file').map(({ name }) => name)).toEqual([]);
});

it('an option with a content is a string', () => {
  expect(options.filter(({ content, kind }) => content && kind !== 'string').map(({ name }) => name)).toEqual(
    [],
  );
});

it('the backend of a device has the content domain', () => {
  const backends = parameters.filter(({ name }) => name === 'backend');
  expect(backends.length).toBeGreaterThan(5);
  expect(backends.filter(({ content }) => content !== 'domain')).toEqual([]);
});

it('a script has the content file', () => {
  const scripts = parameters.filter(({ name }) => name === 'script');
  expect(scripts.map(({ content }) => content)).toEqual(['file', 'file']);
});
