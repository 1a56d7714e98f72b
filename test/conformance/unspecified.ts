/**
 * What in xl's answers is not taken from the file: random numbers, and memory that xl has not written. The one table of
 * it, for verdicts, messages and JSON alike. `live/memory.test.ts` proves it: it asks xl with two different fillings of
 * memory, and whatever differs must be in here.
 */
import { atLeast, type XenVersion } from '@xlcfg/shared/src/schema/xenVersions.ts';
import type { ConfigValue, FileAnswer } from './answers.ts';
import { decode } from './bytes.ts';
import { open, settingsOf, vcpusOf } from './judge.ts';

type SettingsOfFile = Readonly<Record<string, ConfigValue>>;

/** Whether a value of xl's JSON, undefined where it is absent, is one of those that the unspecified value may have. */
type Form = (value: unknown) => boolean;

export interface Unspecified {
  readonly what: string;
  /** The function of xl or its libraries that does not set it, and where that is in Xen's sources. */
  readonly where: string;
  readonly why: string;
  /** The first version of Xen that has it. Absent: all that are asked. */
  readonly since?: XenVersion;
  /**
   * Whether a file has it, by the values that xl's library reads and the number of vCPUs that the guest may have. It may be
   * one file too many, never one too few.
   */
  readonly isIn: (settings: SettingsOfFile, vcpus: number) => boolean;
  /** The parts of the JSON, by their paths; `*` is any index. */
  readonly json?: Readonly<Record<string, Form>>;
  /** The lines that xl prints, or does not. */
  readonly messages?: RegExp;
  /** Whether xl accepts the file at all, and so the whole answer. It is open where two memories do not agree. */
  readonly verdict?: true;
}

/** The strings that xl reads of a list: it stops at the first item that is a list. */
function stringsOf(value: ConfigValue | undefined): readonly string[] {
  const items = typeof value === 'string' || value === undefined ? [] : value;
  const end = items.findIndex((item) => typeof item !== 'string');
  return items.slice(0, end < 0 ? items.length : end).filter((item) => typeof item === 'string');
}

const matches =
  (pattern: RegExp): Form =>
  (value) =>
    typeof value === 'string' && pattern.test(value);

const isOneOf =
  (...values: readonly unknown[]): Form =>
  (value) =>
    values.includes(value);

const isByte = (value: unknown): boolean =>
  Number.isInteger(value) && Number(value) >= 0 && Number(value) < 256;

/** An item has no entry where the number is 0. */
const isCount: Form = (value) => value === undefined || Number.isInteger(value);

/** A set of processors for each vCPU. */
const isAffinity: Form = (value) =>
  value === undefined ||
  (Array.isArray(value) && value.every((set) => Array.isArray(set) && set.every(Number.isInteger)));

/** A policy is printed as null where the number has no name, and not at all where it is the default. */
const isPolicy = isOneOf(undefined, null, 'strict', 'relaxed');

/** A number that strtoul reads in base 16 and xl takes for a byte: of a long one only the last 32 bits count. */
const BYTE = '\\s*(?:[+]?(?:0x)?0*[0-9a-f]{1,2}|[+-]?(?:0x)?[0-9a-f]{8,})(?![0-9a-f])';

/** Up to five bytes with one character between, up to the very end of the string. */
const SHORT_MAC = new RegExp(`(?:^|,) *mac=(?:${BYTE}.){0,4}${BYTE}$`, 'is');

/** A number as sscanf reads it for %x. */
const HEX = '\\s*[+-]?(?:0x[0-9a-f]*|[0-9a-f]+)';

/** Whether sscanf finds bus and device, or domain, bus and device, and no period after them. */
function isWithoutFunction(address: string): boolean {
  const colons = (/^[0-9a-f:]*/i.exec(address)?.[0] ?? '').split(':').length - 1;
  const numbers = new RegExp(`^${HEX}(?::${HEX}){${colons}}`, 'i').exec(address)?.[0];
  return (colons === 1 || colons === 2) && numbers !== undefined && address.charAt(numbers.length) !== '.';
}

/** The addresses after `bdf=`, which is a key after any comma. */
const addressesByKey = (spec: string): readonly string[] =>
  spec.split(',').flatMap((part) => (part.startsWith('bdf=') ? part.slice('bdf='.length) : []));

const hasListIn = (value: ConfigValue | undefined, end: number): boolean =>
  Array.isArray(value) && value.slice(0, Math.max(end, 0)).some((item) => typeof item !== 'string');

const UNSPECIFIED: readonly Unspecified[] = [
  {
    what: 'the UUID of a file that gives none',
    where: 'parse_config_data, tools/xl/xl_parse.c',
    why: 'libxl_uuid_generate makes a new one in each run.',
    isIn: ({ uuid }) => typeof uuid !== 'string',
    json: { 'c_info/uuid': matches(/^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/) },
  },
  {
    what: 'the generation ID that `ms_vm_genid` asks for',
    where: 'parse_config_data, tools/xl/xl_parse.c',
    why: 'libxl_ms_vm_genid_generate makes a new one in each run.',
    isIn: ({ ms_vm_genid }) => ms_vm_genid === 'generate',
    json: {
      'b_info/type.hvm/ms_vm_genid': (value) =>
        Array.isArray(value) && value.length === 16 && value.every(isByte),
    },
  },
  {
    what: 'the strategy and the policy that `rdm` leaves out, and the policy that PCI devices take over from it',
    where: 'parse_config_data, tools/xl/xl_parse.c; xlu_rdm_parse, tools/libs/util/libxlu_pci.c',
    why: 'A libxl_rdm_reserve on the stack is copied though xlu_rdm_parse sets only those parts that the string has.',
    isIn: ({ rdm }) => typeof rdm === 'string',
    json: {
      'b_info/type.hvm/rdm/strategy': isOneOf(undefined, null, 'host'),
      'b_info/type.hvm/rdm/policy': isPolicy,
      'pcidevs/*/rdm_policy': isPolicy,
    },
  },
  {
    what: 'the last bytes of a MAC address that is too short, at the end of the string',
    where: 'parse_nic_config, tools/xl/xl_parse.c',
    why: 'The loop over six bytes steps over the character behind each number, even if that ends the string.',
    isIn: ({ vif }) => stringsOf(vif).some((spec) => SHORT_MAC.test(spec)),
    json: { 'nics/*/mac': matches(/^[0-9a-f]{2}(?::[0-9a-f]{2}){5}$/) },
    messages: /^Invalid parameter `mac'\.$/,
  },
  {
    what: 'a PCI address without a function, as the first word of the string',
    where: 'parse_bdf, tools/libs/util/libxlu_pci.c',
    why: 'sscanf sets `n` only where it finds the period, and xl goes on `n` characters further in the string.',
    since: '4.15',
    isIn: ({ pci }) => stringsOf(pci).some(isWithoutFunction),
    verdict: true,
  },
  {
    what: 'a PCI address without a function, after `bdf=`',
    where: 'parse_bdf, tools/libs/util/libxlu_pci.c',
    why: 'As above; here the number 0, by which the bus is read once more as the function, lets xl accept the file.',
    since: '4.15',
    isIn: ({ pci }) => stringsOf(pci).flatMap(addressesByKey).some(isWithoutFunction),
    json: { 'pcidevs/*/func': isCount, 'pcidevs/*/vfunc_mask': isCount },
    verdict: true,
  },
  {
    what: 'an item of `cpus` or `cpus_soft` that is a list, and those after it, up to the number of vCPUs',
    where: 'parse_vcpu_affinity, tools/xl/xl_parse.c',
    why: 'The array for all items is allocated without being cleared, and filled up to the first item that is not a string.',
    isIn: ({ cpus, cpus_soft }, vcpus) => hasListIn(cpus, vcpus) || hasListIn(cpus_soft, vcpus),
    json: { 'b_info/vcpu_hard_affinity': isAffinity, 'b_info/vcpu_soft_affinity': isAffinity },
    verdict: true,
  },
];

/** The rows that hold for a version. */
export const unspecifiedFor = (xenVersion: XenVersion): readonly Unspecified[] =>
  UNSPECIFIED.filter(({ since }) => since === undefined || atLeast(xenVersion, since));

/**
 * What is unspecified of the answers of a version's xl to a guest's file. xl stops at an error of the syntax, and takes nothing
 * from memory.
 */
export function unspecifiedIn(file: Uint8Array, xenVersion: XenVersion): readonly Unspecified[] {
  const document = open(decode(file));
  const settings = settingsOf(document);
  const vcpus = vcpusOf(document);
  return document.file.errors.length > 0
    ? []
    : unspecifiedFor(xenVersion).filter(({ isIn }) => isIn(settings, vcpus));
}

/** The form that the value at a path such as `nics/0/mac` must have, if it is one that may be unspecified. */
export function formAt(path: string): Form | undefined {
  const anyIndex = path.replace(/(?<=\/)\d+(?=\/|$)/g, '*');
  return UNSPECIFIED.map(({ json }) => json?.[anyIndex]).find((form) => form !== undefined);
}

/** xl's JSON, or ours, without its unspecified parts. */
export const specifiedJson = (json: unknown, unspecified: readonly Unspecified[]): unknown =>
  unspecified
    .flatMap((one) => Object.keys(one.json ?? {}))
    .reduce((rest, path) => without(rest, path.split('/')), json);

function without(json: unknown, [name, ...path]: readonly string[]): unknown {
  if (name === undefined) return undefined;
  if (Array.isArray(json)) return json.map((item) => without(item, path));
  if (typeof json !== 'object' || json === null || !(name in json)) return json;
  return Object.fromEntries(
    Object.entries(json).flatMap(([key, value]) => {
      const rest = key === name ? without(value, path) : value;
      return rest === undefined ? [] : [[key, rest]];
    }),
  );
}

/** Whether memory decides what xl makes of the file as a whole. */
export const isVerdictOpen = (unspecified: readonly Unspecified[]): boolean =>
  unspecified.some(({ verdict }) => verdict);

/** An answer without its unspecified parts; the verdict stays. */
export function specifiedAnswer(answer: FileAnswer, unspecified: readonly Unspecified[]): FileAnswer {
  const messages = answer.messages.filter((line) => !unspecified.some((one) => one.messages?.test(line)));
  return 'json' in answer
    ? { ...answer, messages, json: specifiedJson(answer.json, unspecified) }
    : { ...answer, messages };
}
