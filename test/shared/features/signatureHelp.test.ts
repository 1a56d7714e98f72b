import { signatureHelp } from '@xlcfg/shared/src/features/signatureHelp.ts';
import type { Settings } from '@xlcfg/shared/src/settings.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { open } from '../../support/documents.ts';
import { configText, diskSpecText, law } from '../../support/laws.ts';
import { helpAt } from './signatureHelp/helpAt.ts';

describe('a disk', () => {
  it('has its fields in their order, then keys and flags', () => {
    const [signature] = helpAt("disk = [ '|' ]")?.signatures ?? [];
    expect(signature?.label).toMatch(/^target, format, vdev, access, cdrom, devtype=, backendtype=, .*, …$/);
    expect(signature?.parameters?.[1]?.documentation).toEqual({
      kind: 'markdown',
      value: expect.stringMatching(
        /^`format`: How the image.*\n\nValues: `raw`, `qcow2`.*\n\nDefault: `raw`/s,
      ),
    });
    expect(JSON.stringify(signature?.documentation)).toContain('disks');
  });

  it('has what the release has', () => {
    const labelFor = (xenVersion: Settings['xenVersion']) =>
      helpAt("disk = [ '|' ]", { xenVersion })?.signatures[0]?.label;
    expect(labelFor('4.16')).not.toContain('specification');
    expect(labelFor('4.17')).toContain('specification=');
  });
});

describe('other strings', () => {
  it('name all that one string may be, where it is one thing only', () => {
    expect(helpAt("vnuma = [ [ '|' ] ]")?.signatures[0]?.label).toBe('pnode= | size= | vcpus= | vdistances=');
  });

  it('leave out what is deprecated, unless it is at the cursor', () => {
    expect(helpAt("vif = [ '|' ]")?.signatures[0]?.label).not.toContain('netdev');
  });
});

it.each([
  'name = "w|eb"',
  'memory = 51|2',
  "disk = [| '/a,raw,xvda' ]",
  "disk = [ |'/a,raw,xvda' ]",
  "disk = [ '/a,raw,xvda'| ]",
  "disk = '/a|,raw,xvda'",
  'irqs = [ 8|8 ]',
  'bootloader_args = "a|"',
  "# disk = [ '|' ]",
])('no signature: %s', (source) => {
  expect(helpAt(source)).toBeNull();
});

it('for any text and place, labels lie in the label and the active parameter is one of them', () => {
  const texts = fc.oneof(
    configText,
    diskSpecText.map((spec) => `disk = [ '${spec}' ]`),
  );
  law(fc.tuple(texts, fc.nat(120)), ([text, at]) => {
    const doc = open(text);
    const help = signatureHelp(doc, doc.text.positionAt(at));
    for (const { label, parameters = [] } of help?.signatures ?? []) {
      let end = 0;
      for (const parameter of parameters) {
        const [from = -1, to = -1] = Array.isArray(parameter.label) ? parameter.label : [];
        expect(from).toBeGreaterThanOrEqual(end);
        expect(to).toBeGreaterThan(from);
        expect(to).toBeLessThanOrEqual(label.length);
        end = to;
      }
      const active = help?.activeParameter ?? 0;
      expect(parameters[active]).toBeDefined();
    }
  });
});
