/** Names of firmware images as Xen, QEMU and distributions install them. */

/** The words of `bios` for what an image may hold. */
export type FirmwareImage = 'ovmf' | 'seabios' | 'rombios';

/** The first that matches counts: all are names of files in lowercase. */
const NAMES: readonly (readonly [RegExp, FirmwareImage])[] = [
  [/^(?:ovmf|edk2|aavmf|qemu_efi|uefi)[\w.+-]*\.(?:fd|bin|rom)$/, 'ovmf'],
  [/^(?:seabios|bios)(?:-[\w.+-]*)?\.(?:bin|rom|elf)$/, 'seabios'],
  [/^rombios(?:-[\w.+-]*)?\.(?:bin|rom)$/, 'rombios'],
];

/** Which firmware is in a file, by its name; null where the name does not say that it is one. */
export function firmwareImageOf(path: string): FirmwareImage | null {
  const name = path.slice(path.lastIndexOf('/') + 1).toLowerCase();
  return NAMES.find(([pattern]) => pattern.test(name))?.[1] ?? null;
}
