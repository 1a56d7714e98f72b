/** What the hover on a value says of words, against the matcher of the schema. */

import type { XlDocument } from '@xlcfg/shared/src/document/document.ts';
import { schemaContext } from '@xlcfg/shared/src/model/schemaContext.ts';
import { valueDocumentation } from '@xlcfg/shared/src/prose/documentation.ts';
import { valueHover } from '@xlcfg/shared/src/prose/value.ts';
import {
  existsIn,
  GUEST_TYPES,
  type GuestType,
  OPTIONS,
  type OptionSchema,
  wordFor,
  XEN_VERSIONS,
  type XenVersion,
} from '@xlcfg/shared/src/schema/index.ts';
import { describe, expect, it } from 'vitest';
import { open } from '../../support/documents.ts';

/** Words as they are, in the other case, shortened, turned off, and none of them. */
const spellings = ({ values = [] }: OptionSchema): readonly string[] => [
  '',
  '!',
  'nosuchword',
  ...values.flatMap(({ name }) => [
    name,
    name.toUpperCase(),
    name.slice(0, -1),
    name.slice(0, 1),
    `!${name}`,
  ]),
];

/** A guest of each type for each version; pvh came with 4.10. */
const documents: readonly XlDocument[] = XEN_VERSIONS.flatMap((xenVersion) =>
  GUEST_TYPES.flatMap((guestType) => {
    const setting =
      guestType === 'pvh' || existsIn(xenVersion, { since: '4.10' })
        ? `type = "${guestType}"`
        : `builder = "${guestType === 'hvm' ? 'hvm' : 'generic'}"`;
    const document = open(setting, { xenVersion });
    return document.guest.type === guestType ? [document] : [];
  }),
);

const isReadIn = ({ guest, settings }: XlDocument, option: OptionSchema): boolean =>
  option.guestTypes.includes(guest.type) && existsIn(settings.xenVersion, option);

/** The words of the option that the hover explains. */
const explainedWords = (document: XlDocument, option: OptionSchema, written: string): readonly string[] => {
  const meanings = valueHover(document, option, written)
    .split('\n\n')
    .map((paragraph) => paragraph.replace(/^The same as `[^`]*`\. |^Turned off: /, ''));
  const explained = (option.values ?? []).filter((value) => meanings.includes(valueDocumentation(value)));
  return explained.map(({ name }) => name);
};

const WITH_WORDS = OPTIONS.filter(({ values = [] }) => values.length > 0);

describe('the hover explains a word if and only if the schema knows it for the guest type and the version', () => {
  it.each(WITH_WORDS.map((option) => [option.name, option] as const))('%s', (_, option) => {
    const differences: string[] = [];
    let explained = 0;
    for (const document of documents.filter((one) => isReadIn(one, option))) {
      const context = schemaContext(document.guest, document.settings);
      for (const written of spellings(option)) {
        const known = wordFor(option, written, context);
        const words = explainedWords(document, option, written);
        if (known) explained++;
        if (words.join() !== (known?.name ?? ''))
          differences.push(`${context.guestType} ${context.xenVersion} "${written}": ${words.join()}`);
      }
    }
    expect(differences).toEqual([]);
    expect(explained).toBeGreaterThan(0);
  });
});

describe('words that this guest or this version does not have', () => {
  it.each<[option: string, written: string, guestType: GuestType, xenVersion: XenVersion, says: string]>([
    ['firmware', 'bios', 'pvh', '4.20', 'xl does not know this word here (`hvm` only). xl rejects the file.'],
    ['firmware', 'pvgrub64', 'hvm', '4.20', 'xl does not know this word here (`pv` and `pvh` only).'],
    [
      'device_model_version',
      'qemu-xen-traditional',
      'hvm',
      '4.22',
      'xl does not know this word here (up to 4.20). xl rejects the file.',
    ],
    ['bios', 'nosuchword', 'hvm', '4.20', 'xl does not know this word. xl rejects the file.'],
    // On pv nobody reads the option: the word is explained as for a guest that has it.
    ['vga', 'stdvga', 'pv', '4.20', '**Not read for this PV guest**'],
  ])('%s = "%s" for %s on %s', (name, written, guestType, xenVersion, says) => {
    const option = OPTIONS.find((one) => one.name === name);
    if (!option) throw new Error(`no option ${name}`);
    const document = open(`type = "${guestType}"`, { xenVersion });
    expect(valueHover(document, option, written)).toContain(says);
  });

  it('explains the word of an option that xl does not read for the guest', () => {
    const option = OPTIONS.find(({ name }) => name === 'vga');
    expect(option && explainedWords(open('type = "pv"'), option, 'stdvga')).toEqual(['stdvga']);
  });
});
