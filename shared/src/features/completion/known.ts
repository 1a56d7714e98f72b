/** Values that are known from the document and the other files, rather than from the schema. */
import type { XlDocument } from '../../document/document.ts';
import { specStrings } from '../../document/specStrings.ts';
import type { OfferedValue } from '../../languages/language.ts';
import { givenValue } from '../../languages/pieces.ts';
import { guestNameFor } from '../../model/guestName.ts';
import { optionValuesOf } from '../../model/optionValues.ts';
import type { OptionSchema, ParameterSchema, TextContent } from '../../schema/types.ts';
import type { FactKind } from '../../workspace/facts.ts';
import { createMacGenerator, randomUuid } from '../refactor/generate.ts';
import { knownPaths } from './knownPaths.ts';
import { type KnownSource, known, knownKeys } from './knownSource.ts';
import type { CompletionTools } from './tools.ts';

/** Means itself in quotes of either kind and in every language of strings. */
const PLAIN = /^[\w./:@%+~-]+$/;

/** More of them would hide what belongs to the schema. */
const MOST = 20;

export interface KnownValues {
  /** The values of a parameter of an option's strings, the best first. */
  readonly ofParameter: (option: string, parameter: ParameterSchema) => readonly OfferedValue[];
  /** The values of an option, the best first; without quotes. */
  readonly ofOption: (option: Pick<OptionSchema, 'name' | 'content'>) => readonly OfferedValue[];
}

/** What is known, computed when it is asked for, and once: the same request offers one new address. */
export function knownValues(doc: XlDocument, offset: number, tools: CompletionTools): KnownValues {
  const computed = new Map<string, readonly OfferedValue[]>();
  const once = (what: string, compute: () => readonly OfferedValue[]): readonly OfferedValue[] => {
    const found = computed.get(what) ?? compute().filter(({ name }) => PLAIN.test(name));
    computed.set(what, found);
    return found;
  };
  let source: KnownSource | undefined;
  const from = (): KnownSource => {
    source ??= {
      doc,
      offset,
      random: tools.random,
      workspace: tools.workspace?.(),
      folderContents: tools.folderContents ?? (() => undefined),
    };
    return source;
  };
  return {
    ofParameter: (option, { name, content }) => {
      const purpose = `${option}.${name}`;
      return once(purpose, () => BY_NAME[name]?.(from()) ?? named(from, purpose, content));
    },
    ofOption: ({ name, content }) => once(name, () => BY_NAME[name]?.(from()) ?? named(from, name, content)),
  };
}

function named(
  source: () => KnownSource,
  purpose: string,
  content: TextContent | undefined,
): readonly OfferedValue[] {
  switch (content) {
    case 'bridge':
      return bridges(source());
    case 'domain':
      return backends(source());
    case 'mac':
      return macs(source());
    case 'file':
      return knownPaths(source(), purpose);
    case 'vdev':
    case undefined:
      return [];
  }
}

const bridges = (source: KnownSource): readonly OfferedValue[] =>
  knownKeys(source, 'bridge')
    .slice(0, MOST)
    .map((name) => known(name, 'in use'));

/** Driver domains, then guests that serve somebody already, then all others. */
function backends(source: KnownSource): readonly OfferedValue[] {
  const own = optionValuesOf(source.doc.guest, source.doc.settings.xenVersion).text('name');
  const notes = new Map<string, string>();
  for (const [kind, note] of BACKENDS) {
    for (const name of knownKeys(source, kind)) if (name !== own && !notes.has(name)) notes.set(name, note);
  }
  return [...notes].slice(0, MOST).map(([name, note]) => known(name, note));
}

const BACKENDS: readonly (readonly [FactKind, string])[] = [
  ['driverDomain', 'driver domain'],
  ['backend', 'serves other guests'],
  ['name', 'guest'],
];

function macs({ doc, random, workspace }: KnownSource): readonly OfferedValue[] {
  const mac = random && createMacGenerator(doc, random, workspace)();
  return mac === undefined ? [] : [known(mac, 'new')];
}

function uuid({ random }: KnownSource): readonly OfferedValue[] {
  return random ? [known(randomUuid(random), 'new')] : [];
}

function name({ doc, workspace }: KnownSource): readonly OfferedValue[] {
  const { uri } = doc.text;
  const text = guestNameFor(uri);
  return workspace?.isShared('name', text, uri) ? [] : [known(text, "the file's name")];
}

/** Where xl looks for a display by itself, from 0 on, others may come to be. */
function display({ doc, workspace }: KnownSource): readonly OfferedValue[] {
  let number = 1;
  while (workspace?.isShared('vncDisplay', `${number}`, doc.text.uri)) number += 1;
  return [known(`${number}`, 'the next free one')];
}

/** A vdev that is the name of a device too. */
const DEVICE = /^(?:xvd|[hs]d)[a-z]+\d*$/;

/** The disks as the guest sees them. */
function rootDevices({ doc }: KnownSource): readonly OfferedValue[] {
  const names = specStrings(doc).flatMap(({ language, spec, counts }) => {
    const vdev = counts && language.options.includes('disk') ? givenValue(spec, 'vdev')?.text : undefined;
    return vdev !== undefined && DEVICE.test(vdev) ? [`/dev/${vdev}`] : [];
  });
  return [...new Set(names)].map((text) => known(text, 'disk'));
}

/** By the name of an option or a parameter. */
const BY_NAME: Readonly<Record<string, (source: KnownSource) => readonly OfferedValue[]>> = {
  name,
  uuid,
  root: rootDevices,
  vncdisplay: display,
};
