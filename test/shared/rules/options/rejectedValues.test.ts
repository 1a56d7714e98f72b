/** Rules between options conclude nothing from a value that makes xl reject the file. */

import { schemaContext } from '@xlcfg/shared/src/model/schemaContext.ts';
import { validateValue } from '@xlcfg/shared/src/model/validateValues.ts';
import { optionRules } from '@xlcfg/shared/src/rules/options/index.ts';
import { optionByName } from '@xlcfg/shared/src/schema/index.ts';
import { describe, expect, it } from 'vitest';
import { open } from '../../../support/documents.ts';
import { marked } from '../../../support/markers.ts';
import type { Circumstances } from '../cases/case.ts';
import { OPTION_CONFLICTS } from '../cases/optionConflicts.ts';
import { OPTION_WARNINGS } from '../cases/optionWarnings.ts';
import { RESOURCE_CONFLICTS } from '../cases/resourceConflicts.ts';

const CODES: ReadonlySet<string> = new Set(optionRules.map(({ code }) => code));

const codesIn = (text: string, circumstances?: Circumstances): readonly string[] =>
  open(text, circumstances).problems.map(({ code }) => code);

it.each<[type: string, text: string, code: string, circumstances?: Circumstances]>([
  ['pvh', 'firmware = "bios"', 'bad-value'],
  ['pvh', 'firmware = "bios"\nkernel = "/k"', 'bad-value'],
  ['hvm', 'bios = "rombois"\ndevice_model_version = "qemu-xen"', 'bad-value', { xenVersion: '4.17' }],
  ['hvm', 'bios = "rombios"\ndevice_model_version = "qemu"', 'bad-value', { xenVersion: '4.17' }],
  ['hvm', 'vga = "qlx"\nvideoram = 4', 'bad-value'],
  ['hvm', 'device_model_version = "qemu"\ndevice_model_stubdomain_override = 1', 'bad-value'],
  ['hvm', 'tsc_mode = 7', 'out-of-range'],
])('a %s guest with %j has no finding but %s', (type, text, code, circumstances) => {
  expect(codesIn(`name = "a"\nmemory = 512\ntype = "${type}"\n${text}\n`, circumstances)).toEqual([code]);
});

it.each([
  ['type = "hmv"', ['bad-value']],
  ['builder = "hmv"\ntype = "hmv"', ['bad-value', 'bad-value']],
  ['builder = "hmv"', ['bad-value']],
])('with %s nothing is said of what depends on the type', (setting, codes) => {
  const text = `name = "a"\n${setting}\nvga = "stdvga"\nvideoram = 4\ndevice_model_args_hvm = [ "x" ]\n`;
  expect(codesIn(text).toSorted()).toEqual(codes);
});

it('a type that xl ignores leaves the guest pv, which has no kernel then', () => {
  const { problems } = open('name = "a"\nmemory = 512\ntype = [ "hvm" ]\n');
  expect(problems.map(({ code, severity }) => `${code} ${severity}`)).toEqual(['value-expected error']);
});

const VALUES = ['"nosuchword"', '"-1"', '9999999999', '[ "nosuchword" ]', '"x"'];

/** The text with another value for one of its settings, for each value that makes xl reject the file. */
function* withRejectedValues(text: string, circumstances: Circumstances = {}) {
  const { file } = open(text, circumstances);
  for (const { name, value } of file.settings) {
    const option = optionByName.get(name.text);
    if (!option || !value) continue;
    for (const written of VALUES) {
      const changed = text.slice(0, value.start) + written + text.slice(value.end);
      const { guest, settings, problems } = open(changed, circumstances);
      const setting = guest.settings.get(name.text);
      const context = schemaContext(guest, settings);
      const isRejected =
        setting &&
        validateValue({ option, setting }, context).some(({ fault }) => fault.effect === 'refused');
      if (isRejected && setting.parts.length === 1) yield { changed, setting, problems };
    }
  }
}

describe.each([...OPTION_CONFLICTS, ...RESOURCE_CONFLICTS, ...OPTION_WARNINGS])(
  '$code',
  ({ fires, silent }) => {
    it('finds nothing at a rejected value, nor because of one', () => {
      for (const [source, circumstances] of [
        ...fires.map(([text, , , circumstances]) => [marked(text).text, circumstances] as const),
        ...silent,
      ]) {
        for (const { changed, setting, problems } of withRejectedValues(source, circumstances)) {
          const [part] = setting.parts;
          const touches = ({ start, end }: { readonly start: number; readonly end: number }): boolean =>
            part !== undefined && start < part.end && part.start < end;
          const found = problems.filter(
            ({ code, span, related = [] }) =>
              CODES.has(code) && [span, ...related.map((one) => one.span)].some(touches),
          );
          expect(found, changed).toEqual([]);
        }
      }
    });
  },
);
