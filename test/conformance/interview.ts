/** Asks the real xl and its libraries all that is recorded of a written disk spec. Whole files are one question. */
import type { AttachAnswer, AttachQuestion } from './answers.ts';
import type { Oracle } from './oracle.ts';
import { NO_FIELDS, type OracleFields } from './oracleFields.ts';
import type { RecordedAttach, RecordedSpec } from './recordings.ts';

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
