import { architectureAssumption } from '@xlcfg/shared/src/model/architecture.ts';
import { describe, expect, it } from 'vitest';
import { open } from '../../support/documents.ts';

const guestOf = (text: string, architecture: 'auto' | 'x86' | 'arm' = 'auto') =>
  open(text, { architecture }).guest;

describe('without a setting', () => {
  it.each([
    'gic_version = "v2"',
    'gic_version = "V3"',
    'dtdev = [ "/soc/serial" ]',
    'device_tree = "/srv/xen/part.dtb"',
    'vuart = "sbsa_uart"',
    'tee = "optee"',
    'sve = "hw"',
    'sve = 256',
    'nr_spis = 64',
    'arm_sci = "type=scmi_smc"',
    'llc_colors = [ "0-3" ]',
  ])('%s makes the file one for Arm', (line) => {
    const { architecture, architectureFrom } = guestOf(`name = "a"\n${line}\n`);
    expect(architecture).toBe('arm');
    expect(architectureFrom).toMatchObject({ name: { text: line.split(' ')[0] } });
  });

  it.each([
    '',
    'gic_version = "default"',
    'gic_version = [ "v3" ]',
    'dtdev = [ ]',
    'device_tree = ""',
    'vuart = "unknown"',
    'tee = "none"',
    'sve = "disabled"',
    'arm_sci = "type=none"',
    'nr_spis = 0',
    'nr_spis = "few"',
    'sve = 8',
    'gic_version = "v9"',
    'nr_spis = 0x0',
    'kernel = "/boot/Image"',
  ])('%s leaves it at x86', (line) => {
    expect(guestOf(`name = "a"\n${line}\n`)).toMatchObject({
      architecture: 'x86',
      architectureFrom: 'default',
    });
  });

  it.each(['type = "hvm"', 'builder = "hvm"'])('%s leaves it at x86, as Arm has no HVM guests', (line) => {
    const guest = guestOf(`name = "a"\n${line}\ngic_version = "v3"\n`);
    expect(guest.architecture).toBe('x86');
    expect(architectureAssumption(guest)).toBe(
      `x86 is assumed because \`${line.split(' ')[0]}\` makes this an HVM guest, which Arm does not have.`,
    );
  });

  it('the last setting of an option counts', () => {
    expect(guestOf('gic_version = "v3"\ngic_version = "default"\n').architecture).toBe('x86');
  });
});

it.each(['x86', 'arm'] as const)('the setting %s counts more than the file', (architecture) => {
  expect(guestOf('gic_version = "v3"\n', architecture)).toMatchObject({
    architecture,
    architectureFrom: 'settings',
  });
});

it('says why an architecture is assumed, and nothing where the settings name it', () => {
  expect(architectureAssumption(guestOf('vuart = "sbsa_uart"\n'))).toBe(
    'Arm is assumed because `vuart` is set.',
  );
  expect(architectureAssumption(guestOf('name = "a"\n'))).toBe(
    'x86 is assumed: no option is set that only Arm has.',
  );
  expect(architectureAssumption(guestOf('name = "a"\n', 'x86'))).toBeUndefined();
});
