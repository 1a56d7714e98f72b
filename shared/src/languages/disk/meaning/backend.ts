/** Which backend serves a disk and why, or why none does; which one did in 2011. */
import type { GuestType } from '../../../schema/types.ts';
import { bullets, code, paragraphs, plain } from '../../../text/markdown.ts';
import type { SpecContext } from '../../language.ts';
import type { DiskSpec } from '../ast.ts';
import { type BackendRefusal, chooseBackend, type Unsuitable } from '../backend.ts';
import type { DiskFields, DiskFormat } from '../fields.ts';
import { diskParameter, diskPrefix } from '../schema/index.ts';

const REFUSALS: Readonly<Record<BackendRefusal, string>> = {
  'empty-no-cdrom': 'a disk without a medium must be a CD-ROM drive',
  'empty-with-target': 'the format is `empty`, yet there is a target',
  'empty-target': 'the target is empty, and there is no file of that name',
  'cdrom-backend': 'a CD-ROM drive of an HVM guest cannot have this backend',
  'none-suitable': 'no backend fits',
};

/** The backend of a disk whose spec has no faults, and the reasons. Markdown. */
export function backendMeaning(fields: DiskFields, { guestType, xenVersion }: SpecContext): string {
  const choice = chooseBackend(fields, guestType, xenVersion);
  if (choice.kind === 'refused') {
    return paragraphs([
      `**The guest does not start**: ${REFUSALS[choice.reason]}.`,
      bullets(passedOverLines(choice.tried)),
    ]);
  }
  const backends = diskParameter('backendtype')?.values ?? [];
  const servers = choice.by.map(({ backend, when }) => {
    const program = backends.find(({ name }) => name === backend);
    return `${code(backend)}${when ? ` where ${when}` : ''}: ${program ? plain(program.summary) : ''}`;
  });
  const reasons = passedOverLines(choice.passedOver);
  return paragraphs([
    `Served by ${reasonFor(fields, guestType)}:`,
    bullets(servers),
    reasons.length === 0 ? undefined : paragraphs(['Passed over:', bullets(reasons)]),
  ]);
}

const passedOverLines = (passedOver: readonly Unsuitable[]): readonly string[] =>
  passedOver.map(({ backend, because }) => `${code(backend)} ${because}`);

function reasonFor({ backend, is_cdrom }: DiskFields, guestType: GuestType): string {
  if (backend !== 'unknown') return 'the backend that `backendtype` names';
  return is_cdrom && guestType === 'hvm'
    ? 'the backend of CD-ROM drives of HVM guests'
    : 'the first backend that fits';
}

/** The rules of the disk document of 2011, for the formats that it knew. */
const BACKENDS_OF_2011: Partial<Readonly<Record<DiskFormat, string>>> = {
  raw: 'tapdisk2, or QEMU where there was none',
  vhd: 'tapdisk2 only, without which the disk failed',
  qcow: 'QEMU, as tapdisk2 did not work with it',
  qcow2: 'QEMU, as tapdisk2 did not work with it',
};

const PHY_OF_2011 = 'blkback, always';

/**
 * By the prefix first, else by the format. Undefined for what 2011 did not know. Facts: the disk document of 2011,
 * parse_disk_config in xl_cmdimpl.c of 4.1.
 */
export function backendOf2011({ tree, fields }: DiskSpec): string | undefined {
  const prefixes = tree.flatMap((part) => (part.kind === 'prefix' ? [part.name] : []));
  const groups = prefixes.map((name) => diskPrefix(name)?.group);
  if (groups.includes('script')) return undefined;
  const backend = prefixes.includes('phy') ? PHY_OF_2011 : BACKENDS_OF_2011[fields.format];
  if (backend === undefined) return undefined;
  return groups.includes('blockDevice')
    ? `In 2011 it was served by ${backend}.`
    : `The disk document of 2011 has it served by ${backend}; the xl of that time lost a target without a prefix.`;
}
