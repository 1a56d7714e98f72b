/** Comments that silence rules. `unknown-option` finds memroy, `bad-number` finds "1G". */
import { describe, expect, it } from 'vitest';
import { open } from '../../support/documents.ts';
import { mark, marked } from '../../support/markers.ts';

/** «» is around what is still found, the name and the kernel that every guest needs left out. */
const expectFound = (source: string): void => {
  const { text } = marked(source);
  const spans = open(text).problems.map(({ span }) => span);
  expect(
    mark(
      text,
      spans.filter(({ start }) => start > 0),
    ),
  ).toBe(source);
};

describe('xlcfg-disable-line', () => {
  it.each([
    '\n«memroy» = "1G"\n',
    '\nmemroy = 1 # xlcfg-disable-line\n«vcpsu» = 2\n',
    '\nmemroy = 1 # xlcfg-disable-line unknown-option\n',
    '\n«memroy» = 1 # xlcfg-disable-line bad-number\n',
    '\nmemroy = 1 # xlcfg-disable-line bad-number, unknown-option\n',
    '\nmemroy = 1 # xlcfg-disable-line bad-number unknown-option\n',
    '\nmemroy = 1 #xlcfg-disable-line: unknown-option\n',
    '\nmemroy = 1; memory = "1G" # xlcfg-disable-line\n',
    '\nmemroy = 1; memory = «"1G"» # xlcfg-disable-line unknown-option\n',
    '\n# xlcfg-disable-line\n«memroy» = 1\n',
    // Several of them.
    '\nmemroy = 1 # xlcfg-disable-line\n«vcpsu» = 2\nkernl = 3 # xlcfg-disable-line\n«exrta» = 4\n',
    '\nmemroy = 1 # xlcfg-disable-line\n«vcpsu» = 2 # xlcfg-disable-line bad-number\n',
  ])('%j', expectFound);
});

describe('xlcfg-disable-next-line', () => {
  it.each([
    '\n# xlcfg-disable-next-line\nmemroy = 1\n«vcpsu» = 2\n',
    '\n# xlcfg-disable-next-line unknown-option\nmemroy = 1\n',
    '\n# xlcfg-disable-next-line bad-number\n«memroy» = 1\n',
    '\nvcpus = 1 # xlcfg-disable-next-line\nmemroy = 1\n',
    '\n# xlcfg-disable-next-line\n\n«memroy» = 1\n',
    '\n# xlcfg-disable-next-line bad-number\nmemroy = 1 # xlcfg-disable-line unknown-option\n',
    '\n# xlcfg-disable-next-line bad-number\nmemroy = 1; memory = "1G" # xlcfg-disable-line unknown-option\n',
    '\n# xlcfg-disable-next-line\n# xlcfg-disable-next-line\nmemroy = 1\n',
  ])('%j', expectFound);
});

describe('xlcfg-disable-file', () => {
  it.each([
    '\nmemroy = 1\n# xlcfg-disable-file\nmemory = "1G"\n',
    '\n# xlcfg-disable-file unknown-option\nmemroy = 1\nmemory = «"1G"»\n',
    '\nmemroy = 1\nmemory = "1G"\n# xlcfg-disable-file unknown-option\n# xlcfg-disable-file bad-number\n',
    '\nmemroy = 1\nmemory = "1G" # xlcfg-disable-file\n',
  ])('%j', expectFound);
});

describe('comments that silence nothing', () => {
  it.each([
    '\n«memroy» = 1 # disable-line\n',
    '\n«memroy» = 1 # see xlcfg-disable-line\n',
    '\n«memroy» = 1 # xlcfg-disable-lines\n',
    '\n«memroy» = "# xlcfg-disable-line"\n',
    '\n«memroy» = 1 # xlcfg-disable\n',
    '\n«memroy» = 1 # xlcfg-enable-line\n',
  ])('%j', expectFound);
});

it('silences syntax errors like other problems, although xl rejects the file', () => {
  const codes = open('type = hvm # xlcfg-disable-line bare-value\nname = x\n').problems.map(
    ({ code }) => code,
  );
  expect(codes).toEqual(['bare-value']);
});

it('silences a problem that spans several lines on its first line', () => {
  expectFound('\nmemory = [ # xlcfg-disable-line\n  512,\n]\n');
  expectFound('\nmemory = «[\n  512,\n]» # xlcfg-disable-line\n');
  expectFound('\ndisk = [\n  "/x,raw,xvda",\n  "/y,raw,xvda1", # xlcfg-disable-line vdev-overlap\n]\n');
});
