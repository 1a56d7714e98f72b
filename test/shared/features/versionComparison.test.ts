/** The page on what changes from one version of Xen to another. */
import { versionComparison } from '@xlcfg/shared';
import { expect, it } from 'vitest';
import { open } from '../../support/documents.ts';

const HVM = 'name = "a"\ntype = "hvm"\nmemory = 512\n';

const page = (lines: string, from: '4.14' | '4.20', to: '4.14' | '4.20'): string =>
  versionComparison(open(`${HVM}${lines}`, {}, 'file:///etc/xen/web%201.cfg'), from, to);

it('has a section for each kind of change, with lines', () => {
  expect(page('vpmu = 1\nhvm_pirq = 0\n', '4.14', '4.20')).toBe(`# web 1.cfg: Xen 4.14 to 4.20

**Accepted by both**, but not quite the same.

## Read for the first time

- Line 4, \`vpmu = 1\`: Xen 4.20 reads \`vpmu\`, which Xen 4.14 ignores. Remove it to keep the guest as it is. Effect: \`b_info.vpmu\` is now \`"True"\`.
- Line 5, \`hvm_pirq = 0\`: Xen 4.20 reads \`hvm_pirq\`, which Xen 4.14 ignores. Remove it to keep the guest as it is. Effect: \`b_info.type.hvm.pirq\` is now \`"False"\`.

## Not in the file

- Since Xen 4.15: A guest that accesses a model-specific register unknown to Xen gets a fault. If it crashes at boot, try \`msr_relaxed = 1\`.
`);
});

it.each([
  [
    'sve = "8"\n',
    '4.14',
    '4.20',
    '**Breaks**: Xen 4.20 rejects the file, Xen 4.14 accepts it.\n\n## Rejected\n',
  ],
  ['sve = "8"\n', '4.20', '4.14', '**Works again**: Xen 4.14 accepts the file, Xen 4.20 rejects it.\n\n'],
  ['name = [\n', '4.14', '4.20', '**Rejected by both**.'],
  ['', '4.20', '4.14', '**Nothing changes.**\n'],
] as const)('says first what becomes of %j from %s to %s', (lines, from, to, expected) => {
  expect(page(lines, from, to)).toContain(`\n\n${expected}`);
});

it('does not render text of the file as Markdown', () => {
  expect(page("vif = [ 'vlan=[x](y)' ]\n", '4.14', '4.20')).not.toMatch(/(?<!`[^`]*)\[x\]\(y\)/);
});
