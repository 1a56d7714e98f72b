import { signatureHelp } from '@xlcfg/shared/src/features/signatureHelp.ts';
import { SPEC_LANGUAGES } from '@xlcfg/shared/src/languages/index.ts';
import type { Settings } from '@xlcfg/shared/src/settings.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { open } from '../../support/documents.ts';
import { configText, diskSpecText, law } from '../../support/laws.ts';
import { helpAt } from './signatureHelp/helpAt.ts';

const labelAt = (marked: string, settings: Partial<Settings> = {}): string | undefined =>
  helpAt(marked, settings)?.signatures[0]?.label;

describe('a disk', () => {
  it('has its fields in their order, then keys and flags', () => {
    expect(labelAt("disk = [ '|' ]")).toBe('target, format, vdev, access, cdrom, …');
    expect(labelAt("disk = [ '/a,raw,xvda,rw,backend=|' ]")).toMatch(/^…, .*backend=, .*, …$/);
  });

  it('has what the release has', () => {
    const text = "disk = [ '/a,raw,xvda,rw,specification=|' ]";
    expect(labelAt(text, { xenVersion: '4.16' })).not.toContain('specification');
    expect(labelAt(text, { xenVersion: '4.17' })).toContain('specification=');
  });
});

describe('a signature has three lines in an editor', () => {
  // As wide as those of VS Code, whose text is smaller than that of the line above it.
  const LINE = 52;
  const TWO_LINES = 140;
  const strings = SPEC_LANGUAGES.flatMap(({ options, parameters }) =>
    parameters.map(({ name, form }) => ({
      option: options[0] ?? '',
      key: form === 'value' ? `${name}=` : name,
    })),
  );

  it.each(strings)('$option: $key', ({ option, key }) => {
    let found = 0;
    for (const text of [
      `${option} = [ '${key}|' ]`,
      `${option} = '${key}|'`,
      `${option} = [ [ '${key}|' ] ]`,
    ]) {
      const help = helpAt(text);
      const [signature] = help?.signatures ?? [];
      if (!help || !signature) continue;
      found += 1;
      expect(signature.label.length).toBeLessThanOrEqual(LINE);
      expect(signature.documentation).toBeUndefined();
      const active = signature.parameters?.[help.activeParameter ?? 0];
      const { value = '' } = typeof active?.documentation === 'object' ? active.documentation : {};
      expect(value).not.toMatch(/\n|Values:/);
      expect(value.length).toBeLessThanOrEqual(TWO_LINES);
    }
    expect(found).toBeGreaterThan(0);
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
