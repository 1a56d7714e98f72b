import { resolveCompletion } from '@xlcfg/shared/src/features/completion.ts';
import { describe, expect, it } from 'vitest';
import type { CompletionItem } from 'vscode-languageserver-types';
import { complete, HVM } from '../../../support/cursor.ts';

describe('the documentation of an item', () => {
  it.each([
    ['|', 'name', '`name` (string)\n\n'],
    [`${HVM}vga=|`, 'cirrus', 'A Cirrus Logic'],
    [`${HVM}acpi=|`, '1', 'Whether the guest gets ACPI tables.'],
    ["disk=['|']", 'vdev=', '`vdev` (disk: key, or third position)'],
    ["disk=['/x,|']", 'qcow2', 'QEMU image that grows'],
    ["disk=['/x,raw,|']", 'xvda', 'This PV guest: Xen virtual disk, nothing is emulated'],
    [`${HVM}disk=['/x,raw,|,cdrom']`, 'hdc', 'emulated CD-ROM drive, IDE bus 1, unit 0'],
    [`${HVM}disk=['vdev=|,cdrom']`, 'hdc', 'emulated CD-ROM drive, IDE bus 1, unit 0'],
    ['disk=[|', 'cdrom', 'A CD-ROM drive with an image in it.'],
    ["vif=['|']", 'mac=', '`mac` (network interface: key)'],
    ["vif=['|']", 'trusted', '`trusted` (network interface: flag)'],
    [
      "usbctrl=['type=|']",
      'qusb',
      'QEMU, with the same driver in the guest.\n\nWho provides the controller.',
    ],
    ['vif=[|]', 'bridge=xenbr0', '`bridge` (network interface: key)'],
    ['irqs=[|]', '88', '`irq` (interrupt: `number`)'],
  ])('%s: %s', (marked, label, text) => {
    const item = complete(marked).items.find((one) => one.label === label);
    if (!item) throw new Error(label);
    expect(item.documentation).toBeUndefined();
    const { documentation, ...rest } = resolveCompletion(JSON.parse(JSON.stringify(item)));
    expect(rest).toEqual(item);
    expect(documentation).toMatchObject({ kind: 'markdown', value: expect.stringContaining(text) });
  });

  it.each([
    undefined,
    null,
    5,
    'option',
    {},
    { kind: 'option' },
    { kind: 'option', name: 'name' },
    { kind: 'option', file: 'nosuch', name: 'name' },
    { kind: 'option', file: 'guest', name: 'nosuch' },
    { kind: 'specParameter', option: 'nosuch', name: 'mac' },
    { kind: 'specValue', option: 'vif', parameter: 'nosuch', value: 'x' },
    { kind: 'specTemplate', option: 'disk', label: 'nosuch' },
    { kind: 'x', name: 'name' },
  ])('is not added to an item of others: %j', (data) => {
    const item: CompletionItem = { label: 'a', data };
    expect(resolveCompletion(item)).toBe(item);
  });

  it.each([
    ['|', 80],
    ["disk=['/x,raw,|']", 160],
  ])('of %s is found with little data', (marked, most) => {
    for (const { data } of complete(marked).items) expect(JSON.stringify(data).length).toBeLessThan(most);
  });
});
