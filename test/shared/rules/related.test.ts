/** Where else a problem points at: «» is around the other places of the problems of a rule. */
import { expect, it } from 'vitest';
import { open } from '../../support/documents.ts';
import { mark, marked } from '../../support/markers.ts';

it.each([
  ['duplicate-setting', 'memory = 256\n«memory» = 512\n'],
  ['duplicate-setting', 'vif = [ ]\n«vif» = [ "" ]\nvif += [ "" ]\n'],
  ['contradicting-types', '«type = "pv"»\nbuilder = "hvm"\n'],
  ['wrong-guest-type', '«type = "pv"»\nvga = "stdvga"\n'],
  ['wrong-guest-type', 'vga = "stdvga"\n'],
  ['vdev-duplicate', "disk = [ '/a,raw,«xvda»', '/b,raw,xvdb', '/c,raw,xvda' ]\n"],
  ['vdev-duplicate', "disk = [ '/a,raw,,w,vdev=«xvda»', '/b,raw,xvda' ]\n"],
  ['vdev-duplicate', "disk = [ '/a,raw,«xvda»,w', '/b,raw,xvda,w' ]\n"],
  ['vdev-overlap', "disk = [ '/a,raw,xvda1', 'vdev=«xvda»,target=/b' ]\n"],
  ['mixed-addition', 'a = 1\n«vif = [ "" ]»\nvif += "x"\n'],
  ['missing-name', '«nmae» = "web1"\n'],
  ['missing-kernel', 'name = "web1"\n«bootlaoder» = "pygrub"\n'],
  ['missing-memory', 'name = "web1"\nkernel = "/k"\n«memroy» = 512\n«maxmme» = 1024\n'],
  ['missing-comma', 'a = [ "x", «"y"» "z" ]\n'],
])('%s: %j', (code, source) => {
  const { text } = marked(source);
  const problems = open(text).problems.filter((problem) => problem.code === code);
  expect(problems.length).toBeGreaterThan(0);
  const related = problems.flatMap((problem) => problem.related ?? []);
  expect(
    mark(
      text,
      related.map(({ span }) => span),
    ),
  ).toBe(source);
  for (const { message } of related) expect(message).toMatch(/^[A-Z][^\n]*\.$/);
});
