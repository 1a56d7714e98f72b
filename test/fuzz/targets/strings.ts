/** The small languages inside strings: disks, names of virtual devices, and all the others. */

import { chooseBackend, parseDiskSpec, parseVdev, XEN_VERSIONS } from '@xlcfg/shared';
import { SPEC_LANGUAGES } from '@xlcfg/shared/src/languages/index.ts';
import { readStrings } from '@xlcfg/shared/src/languages/language.ts';
import { GUEST_TYPES } from '@xlcfg/shared/src/schema/index.ts';
import { ARCHITECTURES } from '@xlcfg/shared/src/schema/platform.ts';
import type { Span } from '@xlcfg/shared/src/span.ts';
import { must, type Target } from '../engine/target.ts';
import { DISK_WORDS, DISKS, SPEC_WORDS, STRINGS } from './seeds.ts';

const mustLieIn = (text: string, spans: readonly Span[]): void => {
  for (const { start, end } of spans)
    must(0 <= start && start <= end && end <= text.length, `${start}-${end} lies out of the string`);
};

export const disks: Target = {
  name: 'disks',
  seeds: DISKS,
  words: DISK_WORDS,
  share: 40,
  longest: 200,
  run: (text) => {
    const traits: string[] = [];
    for (const xenVersion of [
      XEN_VERSIONS.at(0),
      XEN_VERSIONS.at(text.length % XEN_VERSIONS.length),
      XEN_VERSIONS.at(-1),
    ]) {
      if (xenVersion === undefined) continue;
      const { tree: parts, faults: errors, fields } = parseDiskSpec(text, xenVersion);
      mustLieIn(text, parts);
      mustLieIn(text, errors);
      for (const type of GUEST_TYPES) traits.push(chooseBackend(fields, type, xenVersion).kind);
      traits.push(...errors.map(({ rule: code }) => code));
    }
    parseVdev(text);
    return traits;
  },
};

/** `option` on the first line, one string on each other line. */
export const strings: Target = {
  name: 'strings',
  seeds: [
    ...STRINGS.map(({ area, name }) => `${area}\n${name}`),
    ...SPEC_LANGUAGES.flatMap(({ options: [option = ''], parameters }) =>
      parameters.map(({ name }) => `${option}\n${name}=1`),
    ),
  ],
  words: [...SPEC_WORDS, ...SPEC_LANGUAGES.flatMap(({ options }) => options)],
  share: 40,
  longest: 200,
  run: (input) => {
    const [option = '', ...texts] = input.split('\n');
    const language =
      SPEC_LANGUAGES.find(({ options }) => options.includes(option)) ??
      SPEC_LANGUAGES[input.length % SPEC_LANGUAGES.length];
    if (!language) return [];
    const traits: string[] = [];
    for (const form of ['text', 'list'] as const) {
      const context = {
        xenVersion: XEN_VERSIONS[input.length % XEN_VERSIONS.length] ?? '4.17',
        architecture: ARCHITECTURES[input.length % ARCHITECTURES.length] ?? 'x86',
        guestType: GUEST_TYPES[input.length % GUEST_TYPES.length] ?? 'hvm',
        numberOf: () => (input.length % 5 === 0 ? null : BigInt(input.length)),
        form,
      };
      const read = readStrings(language, texts, context);
      must(read.length === texts.length, 'not one result for each string');
      const grouped = language.createReader({ ...context, isWhole: true })([texts, texts]);
      for (const [at, text] of texts.entries()) {
        for (const spec of [read[at], grouped[0]?.[at]]) {
          if (!spec) continue;
          mustLieIn(text, [...spec.parts, ...spec.faults]);
          traits.push(
            ...spec.faults.map(({ kind, effect }) => `${language.options.join()} ${kind} ${effect}`),
          );
        }
      }
    }
    return traits;
  },
};
