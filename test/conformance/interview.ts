/** Asks the real xl all that is recorded of a written case. */
import type { GuestType } from '../../shared/src/schema/types.ts';
import type { FileCase, SpecCase } from './cases.ts';
import type { AttachAnswer, Oracle, OracleFields } from './oracle.ts';
import {
  NO_FIELDS,
  type RecordedAttach,
  type RecordedFile,
  type RecordedFiles,
  type RecordedSpec,
  type RecordedSpecs,
} from './recordings.ts';

/** Asks of whole files: the dry run, then `create`, then each disk. */
export async function askFiles(oracle: Oracle, cases: readonly FileCase[]): Promise<RecordedFiles> {
  const answers: Record<string, RecordedFile> = {};
  const dryRuns = await oracle.dryRun(cases.map(({ bytes }) => bytes));
  for (const [at, { name, bytes }] of cases.entries()) {
    const dryRun = dryRuns[at];
    if (!dryRun) throw new Error(`${name} got no answer`);
    if (dryRun.verdict !== 'accept') {
      answers[name] = { dryRun };
      continue;
    }
    const [create] = await oracle.create([bytes]);
    const attach = await askDisks(oracle, bytes, guestTypeOf(dryRun.json));
    answers[name] = { dryRun, ...(create && { create }), attach };
  }
  return answers;
}

/** What libxl does with the disks of a file that xl accepts. The list of them is libxlutil's own. */
export async function askDisks(
  oracle: Oracle,
  bytes: Uint8Array,
  guestType: GuestType,
): Promise<RecordedAttach[]> {
  const [config] = await oracle.config([bytes]);
  const list = config?.values?.disk;
  const items = typeof list === 'string' || list === undefined ? [] : list;
  const end = items.findIndex((item) => typeof item !== 'string');
  const specs = (end < 0 ? items : items.slice(0, end)).filter((item) => typeof item === 'string');
  const answers = await oracle.attach(specs.map((spec) => ({ spec, guestType, target: 'file' })));
  return answers.map(shorten);
}

/** The guest type in what xl prints. */
export function guestTypeOf(json: unknown): GuestType {
  const type = (json as { readonly c_info?: { readonly type?: GuestType } }).c_info?.type;
  if (!type) throw new Error('xl printed a guest without a type');
  return type;
}

/** Asks of disk specs: the parser, then libxl's handling as a disk of a pv and of an hvm guest. */
export async function askSpecs(oracle: Oracle, cases: readonly SpecCase[]): Promise<RecordedSpecs> {
  const specs = cases.map(({ spec }) => spec);
  const answers = await oracle.disk(specs);
  const attached = async (guestType: GuestType): Promise<RecordedAttach[]> =>
    (await oracle.attach(specs.map((spec) => ({ spec, guestType, target: 'file' })))).map(shorten);
  const [pv, hvm] = await Promise.all([attached('pv'), attached('hvm')]);
  return Object.fromEntries(
    specs.map((spec, at): [string, RecordedSpec] => {
      const answer = answers[at];
      const asPv = pv[at];
      const asHvm = hvm[at];
      if (!answer || !asPv || !asHvm) throw new Error(`${spec} got no answer`);
      const { verdict, messages, fields } = answer;
      if (verdict !== 'accept') return [spec, { verdict, messages }];
      return [spec, { verdict, messages, fields: differing(fields), attach: { pv: asPv, hvm: asHvm } }];
    }),
  );
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
