/** Asks the real xl all that is recorded of a written case. */
import type { GuestType } from '@xlcfg/shared/src/schema/types.ts';
import type { AttachAnswer, AttachQuestion, ConfigValue } from './answers.ts';
import type { Oracle } from './oracle.ts';
import { NO_FIELDS, type OracleFields } from './oracleFields.ts';
import type { RecordedAttach, RecordedFile, RecordedSpec } from './recordings.ts';

/** Asks of whole files: the dry run; where it accepts `create`, then each disk. In the order of the files. */
export async function askFiles(oracle: Oracle, files: readonly Uint8Array[]): Promise<RecordedFile[]> {
  const dryRuns = await oracle.dryRun(files);
  const accepted = files.filter((_, at) => dryRuns[at]?.verdict === 'accept');
  const types = dryRuns.filter(({ verdict }) => verdict === 'accept').map(({ json }) => guestTypeOf(json));
  const creates = await oracle.create(accepted);
  const attached = await askDisks(oracle, accepted, types);
  let next = 0;
  return dryRuns.map((dryRun) => {
    if (dryRun.verdict !== 'accept') return { dryRun };
    const [create, attach] = [creates[next], attached[next]];
    next++;
    return { dryRun, ...(create && { create }), ...(attach && { attach }) };
  });
}

/** What libxl does with the disks of files that xl accepts. The lists of them are libxlutil's own. */
async function askDisks(
  oracle: Oracle,
  files: readonly Uint8Array[],
  types: readonly GuestType[],
): Promise<RecordedAttach[][]> {
  const configs = await oracle.config(files);
  const specs = configs.map(({ values }) => specsIn(values?.disk));
  const answers = await oracle.attach(
    specs.flatMap((list, at) =>
      list.map((spec): AttachQuestion => ({ spec, guestType: types[at] ?? 'pv', target: 'file' })),
    ),
  );
  let end = 0;
  return specs.map((list) => {
    end += list.length;
    return answers.slice(end - list.length, end).map(shorten);
  });
}

/** xl stops at the first item that is a list. */
function specsIn(list: ConfigValue | undefined): string[] {
  const items = typeof list === 'string' || list === undefined ? [] : list;
  const end = items.findIndex((item) => typeof item !== 'string');
  return (end < 0 ? items : items.slice(0, end)).filter((item) => typeof item === 'string');
}

/** The guest type in what xl prints. */
export function guestTypeOf(json: unknown): GuestType {
  const type = (json as { readonly c_info?: { readonly type?: GuestType } }).c_info?.type;
  if (!type) throw new Error('xl printed a guest without a type');
  return type;
}

/** Asks of disk specs: the parser; then libxl, for a disk of a pv and of an hvm guest. In the order of the specs. */
export async function askSpecs(oracle: Oracle, specs: readonly string[]): Promise<RecordedSpec[]> {
  const answers = await oracle.disk(specs);
  const accepted = specs.filter((_, at) => answers[at]?.verdict === 'accept');
  const attached = await oracle.attach(
    accepted.flatMap((spec): AttachQuestion[] => [
      { spec, guestType: 'pv', target: 'file' },
      { spec, guestType: 'hvm', target: 'file' },
    ]),
  );
  let next = 0;
  return answers.map(({ verdict, messages, fields }) => {
    if (verdict !== 'accept') return { verdict, messages };
    const [pv, hvm] = attached.slice(next, next + 2).map(shorten);
    next += 2;
    return { verdict, messages, fields: differing(fields), ...(pv && hvm && { attach: { pv, hvm } }) };
  });
}

const differing = (fields: OracleFields): Partial<OracleFields> =>
  Object.fromEntries(
    Object.entries(fields).filter(([key, value]) => value !== NO_FIELDS[key as keyof OracleFields]),
  );

/** Without the place in libxl's source, and without what it only says on the way. */
function shorten({ verdict, backend, messages }: AttachAnswer): RecordedAttach {
  if (verdict === 'accept' && backend) return { backend };
  return { refused: (messages.at(-1) ?? verdict).replace(/^libxl_\w+\.c:\d+:\w+: /, '') };
}
