/** The fixes for faults in strings, beyond those that the languages have themselves. */
import { applyEdits } from '@xlcfg/shared/src/edits/mergeEdits.ts';
import type { Problem } from '@xlcfg/shared/src/rules/problem.ts';
import { expect, it } from 'vitest';
import { readStringCases } from '../../../conformance/cases.ts';
import { open } from '../../../support/documents.ts';

const H = 'name = "a"\ntype = "hvm"\nmemory = 512\n';
const PV = 'name = "a"\ntype = "pv"\nkernel = "/k"\nmemory = 512\n';

const ofStrings = (text: string): Problem[] =>
  open(text).problems.filter(({ code }) => code.startsWith('spec-'));

/** Title and the line after the fix, for each fix of the finding of a rule. */
const fixesOf = (code: string, text: string): string[] =>
  open(text)
    .problems.filter((problem) => problem.code === code)
    .flatMap(({ fixes = [] }) =>
      fixes.map(({ title, edits, preferred }) => {
        const fixed = applyEdits(text, edits).trimEnd().split('\n').at(-1);
        return `${title}${preferred ? ' (preferred)' : ''}: ${fixed}`;
      }),
    );

it.each<readonly [code: string, guest: string, line: string, fixes: readonly string[]]>([
  // What is missing is added: each value where there are few, or the example.
  [
    'spec-missing-key',
    PV,
    "vkb = [ 'unique-id=kb0' ]",
    [
      "Add backend-type=qemu: vkb = [ 'unique-id=kb0,backend-type=qemu' ]",
      "Add backend-type=linux: vkb = [ 'unique-id=kb0,backend-type=linux' ]",
    ],
  ],
  [
    'spec-missing-key',
    H,
    "p9 = [ 'path=/srv,security_model=none' ]",
    ["Add tag=share: p9 = [ 'path=/srv,security_model=none,tag=share' ]"],
  ],
  [
    'spec-missing-key',
    H,
    "channel = [ 'name=a,connection=socket' ]",
    ["Add path=/run/web1.sock: channel = [ 'name=a,connection=socket,path=/run/web1.sock' ]"],
  ],
  // A key that is there without a value gets one.
  [
    'spec-missing-key',
    H,
    "p9 = [ 'tag=a,path=/srv,security_model=none', 'path=/a,security_model=none,tag=' ]",
    [
      "Add tag=share: p9 = [ 'tag=a,path=/srv,security_model=none', 'path=/a,security_model=none,tag=share' ]",
    ],
  ],
  ['spec-missing-key', H, "pci = [ '03:00.*' ]", ["Add vslot=5: pci = [ '03:00.*,vslot=5' ]"]],
  ['spec-missing-key', H, "vcpus = 2\ncpus = '1,^1'", ["Change to all (preferred): cpus = 'all'"]],
  // Which device it is nobody else knows.
  ['spec-missing-key', H, "pci = [ 'vslot=5' ]", []],
  // Of what is given twice, that goes which has no effect.
  [
    'spec-repeated',
    H,
    "pci = [ '03:00.0,permissive=1,permissive=0' ]",
    ["Remove permissive=1 (preferred): pci = [ '03:00.0,permissive=0' ]"],
  ],
  [
    'spec-repeated',
    H,
    "vif = [ 'mac=00:16:3e:00:00:01,bridge=a,bridge=b' ]",
    ["Remove bridge=a (preferred): vif = [ 'mac=00:16:3e:00:00:01,bridge=b' ]"],
  ],
  ['spec-repeated', H, "boot = 'cdc'", ["Remove c (preferred): boot = 'cd'"]],
  // What does not go together.
  [
    'spec-conflict',
    PV,
    "vif = [ 'type=ioemu,bridge=xenbr0' ]",
    ["Change to vif: vif = [ 'type=vif,bridge=xenbr0' ]", "Remove type=ioemu: vif = [ 'bridge=xenbr0' ]"],
  ],
  [
    'spec-conflict',
    H,
    "vif = [ 'bridge=a,backend=netdom' ]",
    [
      "Add type=vif: vif = [ 'bridge=a,backend=netdom,type=vif' ]",
      "Remove backend=netdom: vif = [ 'bridge=a' ]",
    ],
  ],
  [
    'spec-conflict',
    H,
    "channel = [ 'name=a,connection=pty,path=/run/a' ]",
    ["Remove path=/run/a (preferred): channel = [ 'name=a,connection=pty' ]"],
  ],
  [
    'spec-conflict',
    H,
    "p9 = [ 'tag=a,path=/srv,security_model=none,max-files=5' ]",
    [
      "Add type=xen_9pfsd: p9 = [ 'tag=a,path=/srv,security_model=none,max-files=5,type=xen_9pfsd' ]",
      "Remove max-files=5: p9 = [ 'tag=a,path=/srv,security_model=none' ]",
    ],
  ],
  [
    'spec-conflict',
    `${H}vcpus = 2\n`,
    "vnuma = [ [ 'size=256', 'vcpus=0', 'vdistances=10' ], [ 'size=256', 'vcpus=1', 'vdistances=20,10' ] ]",
    [
      "Change to vdistances=10,20 (preferred): vnuma = [ [ 'size=256', 'vcpus=0', 'vdistances=10,20' ], [ 'size=256', 'vcpus=1', 'vdistances=20,10' ] ]",
    ],
  ],
  // Of a few values each is offered.
  [
    'spec-bad-value',
    H,
    "channel = [ 'name=a,connection=tcp' ]",
    ["Change to pty: channel = [ 'name=a,connection=pty' ]"],
  ],
  [
    'spec-bad-value',
    H,
    "vif = [ 'bridge=a,mac=0016.3e00.0001' ]",
    ["Change to 00:16:3e:00:00:01 (preferred): vif = [ 'bridge=a,mac=00:16:3e:00:00:01' ]"],
  ],
  [
    'spec-bad-value',
    H,
    "ioports = [ '2ff-2f8' ]",
    ["Change to 2f8-2ff (preferred): ioports = [ '2f8-2ff' ]"],
  ],
  [
    'spec-bad-form',
    H,
    "vif = [ 'mac=00:16:3e:00:00:01,foo' ]",
    ["Remove foo: vif = [ 'mac=00:16:3e:00:00:01' ]"],
  ],
  ['spec-bad-form', H, "pci = [ 'bdf=03:00.0@5' ]", ["Remove @5: pci = [ 'bdf=03:00.0' ]"]],
  // The rest of a word is not meant.
  ['spec-bad-form', H, "ioports = [ 'com2' ]", []],
  ['spec-unknown-key', H, "vif = [ 'foo=bar' ]", ["Remove foo=bar: vif = [ '' ]"]],
])('%s in %s%s', (code, guest, line, fixes) => {
  expect(fixesOf(code, `${guest}${line}\n`)).toEqual(fixes);
});

it('every fix of every string of the conformance suite removes its finding, and adds no error', () => {
  const errorsIn = (text: string): number =>
    open(text).problems.filter(({ severity }) => severity === 'error').length;
  let count = 0;
  for (const { text } of readStringCases()) {
    const problems = ofStrings(text);
    for (const problem of problems) {
      for (const { title, edits } of problem.fixes ?? []) {
        const fixed = applyEdits(text, edits);
        const alike = (all: readonly Problem[]): number =>
          all.filter(({ code, message }) => code === problem.code && message === problem.message).length;
        expect(alike(ofStrings(fixed)), `${title}: ${fixed}`).toBeLessThan(alike(problems));
        expect(errorsIn(fixed), `${title}: ${fixed}`).toBeLessThanOrEqual(errorsIn(text));
        count++;
      }
    }
  }
  expect(count).toBeGreaterThan(300);
});

it('a number in place of a string gets its quotes with the fix', () => {
  expect(fixesOf('disk-missing-vdev', `${H}disk = [ 1 ]\n`)).toEqual([
    'Add vdev=hda: disk = [ "1,vdev=hda" ]',
  ]);
});
