/** Words that users and other tools write for the values of options. */
import { wordOf } from './options/synonyms.ts';

const ACTIONS: Readonly<Record<string, string>> = {
  restart: 'reboot reset',
  destroy: 'poweroff shutdown halt off stop',
  preserve: 'keep pause',
  'coredump-destroy': 'coredump dump core',
};

/** By option, or parameter of a disk, and value: words in lowercase without separators. None is a value of the option. */
const WORDS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  type: {
    pv: 'linux generic para paravirt paravirtual paravirtualized paravirtualised xen xenpv',
    hvm: 'hvm64 pvhvm fullvirt full fullyvirtualized windows xenhvm',
    pvh: 'pvhv2 pvhlinux xenpvh hvmlite',
  },
  builder: { generic: 'linux pv para paravirt paravirtual netbsd', hvm: 'hvm64 pvhvm fullvirt full' },
  on_poweroff: ACTIONS,
  on_reboot: ACTIONS,
  on_crash: ACTIONS,
  on_watchdog: ACTIONS,
  bios: { ovmf: 'uefi efi edk2 tianocore', seabios: 'bios legacy pcbios csm' },
  firmware: { ovmf: 'efi edk2 tianocore', seabios: 'legacy pcbios' },
  vga: { stdvga: 'std vga standard vesa vbe', none: 'off no' },
  hdtype: { ahci: 'sata ich9', ide: 'pata piix' },
  soundhw: { hda: 'ich6 ich9 intelhda', ac97: 'ich' },
  device_model_version: { 'qemu-xen': 'qemu upstream', 'qemu-xen-traditional': 'traditional qemudm' },
  gfx_passthru: { igd: 'intel' },
  // Of disks.
  format: { raw: 'img iso lvm phy block file bin dd partition', qcow2: 'qcow3', vhd: 'vpc' },
  access: { rw: 'readwrite write writable writeable', ro: 'readonly read' },
  devtype: { cdrom: 'cd dvd iso optical', disk: 'hd hdd harddisk' },
  backendtype: { qdisk: 'qemu file', tap: 'blktap tapdisk tap2 blktap2', phy: 'block blkback' },
};

/** The value meant by a word that other tools use; undefined for any other word. */
export function valueSynonymOf(option: string, word: string): string | undefined {
  const wanted = wordOf(word);
  return Object.entries(WORDS[option] ?? {}).find(([, words]) => words.split(' ').includes(wanted))?.[0];
}
