/** Names that no xl reads: words of other tools, other spellings, options of other files. */
import { HVM, type Mistake, PVH } from './mistake.ts';

const BARE = 'name = "a"\ntype = "hvm"\n';
const OLD = { xenVersion: '4.4' } as const;

export const NAMES: readonly Mistake[] = [
  [`${BARE}maxmem = 1024\n«ram» = 1024\n`, [/Use `memory`\./]],
  [`${BARE}maxmem = 1024\n«mem_size» = 1024\n`, [/Use `memory`\./]],
  [`${HVM}«ram» = 1024\n`, [/Did you mean `memory`, which is already set\?/]],
  [`${HVM}«max_memory» = 1024\n`, [/`maxmem`/]],
  [`${HVM}«num_cpus» = 2\n`, [/`vcpus`/]],
  [`${PVH}«initrd» = "/i"\n«append» = "quiet"\n`, [/`ramdisk`/, /`cmdline`/]],
  // xl does not read them beside cmdline.
  [`${PVH}root = "/dev/xvda1"\n«append» = "quiet"\n`, [/Use `extra`\./]],
  [`${PVH}extra = "quiet"\n«append» = "ro"\n`, [/Did you mean `extra`, which is already set\?/]],
  ['name = "a"\nkernel = "/k"\nmemory = 512\n«append» = "quiet"\n', [/`extra`/], OLD],
  [`${HVM}«uefi» = 1\n`, [/Use `bios = "ovmf"`\./]],
  [`${HVM}«iso» = "/srv/a.iso"\n`, [/`disk` with `cdrom`/]],
  [`${HVM}«vnc_port» = 5901\n`, [/`vncdisplay`, which is the port minus 5900/]],
  [`${HVM}«on_shutdown» = "destroy"\n`, [/`on_poweroff`/]],
  [`${HVM}«boot_order» = "dc"\n`, [/`boot = "dc"`/]],
  // The guest has no such option, so that none is named.
  [
    `${PVH}«bios_path» = "/b"\n`,
    [/^Unknown option `bios_path`: xl silently ignores it\. Check the name, or remove it/],
  ],
  // Another spelling.
  [`${HVM}«onreboot» = "restart"\n`, [/Use `on_reboot`\./]],
  [`${HVM}«max_vcpus» = 2\n`, [/Use `maxvcpus`\./]],
  // A slip of the hand, but neither another short name nor a longer one with the same beginning.
  [`${BARE}maxmem = 512\n«memroy» = 512\n`, [/Did you mean `memory`\?/]],
  [
    `${HVM}«fiv» = [ "" ]\n`,
    [/^Unknown option `fiv`: xl silently ignores it\. Check the name, or remove it/],
  ],
  [`${HVM}«ivf» = [ "" ]\n`, [/Did you mean `vif`\?/]],
  [`${HVM}«device_model_machine» = "q35"\n`, [/Check the name, or remove it\.$/]],
  [`${HVM}«rdn» = 1\n`, [/Check the name, or remove it\.$/]],
  // Options of other files.
  [`${HVM}«autoballoon» = 0\n`, [/is an option of xl\.conf: .*Move it to `\/etc\/xen\/xl\.conf`/]],
  [`${HVM}«vif.default.bridge» = "br0"\n`, [/xl\.conf/]],
  [`${HVM}«dom0_mem» = "1G"\n«iommu» = 1\n`, [/the Xen hypervisor/, /command line of Xen/]],
  [`${HVM}«lock_manager» = "lockd"\n`, [/libvirt/]],
  [`${HVM}«total_available_memory» = 0\n`, [/xend/]],
  ['autoballoon = "off"\n«memory» = 512\n', [/an option of a guest/], { uri: 'file:///etc/xen/xl.conf' }],
];

/** Names that xl cannot even read: it rejects the file. */
export const REJECTED_NAMES: readonly Mistake[] = [
  ['«Name» = "a"\n', [/Use `name`\./]],
  ['name = "a"\n«Memory» = 512\n', [/`Memory` is not a valid name: xl rejects the file\. Use `memory`\./]],
  ['name = "a"\n«on-crash» = "destroy"\n', [/Use `on_crash`\./]],
  ['name = "a"\n«maxMem» = 512\n', [/Use `maxmem`\./]],
  ['name = "a"\n«RAM» = 512\n', [/Use `memory`\./]],
  ['name = "a"\n«dom0-iommu» = "strict"\n', [/an option of the Xen hypervisor/]],
  ['name = "a"\n«XENDOMAINS_SAVE» = ""\n', [/xendomains/]],
  ['name = "a"\n«Owner» = "me"\n', [/Use lowercase letters/]],
];

/** The same for the keys of strings. */
export const KEYS: readonly Mistake[] = [
  [`${PVH}vkb = [ "backend-type=linux,«id»=T:1" ]\n`, [/Did you mean `unique-id`\?/]],
  [`${PVH}vif = [ "«hwaddr»=00:16:3e:00:00:01" ]\n`, [/Did you mean `mac`\?/]],
  [`${PVH}vif = [ "«Bridge»=xenbr0" ]\n`, [/Did you mean `bridge`\?/]],
  [`${PVH}vif = [ "«br»=xenbr0" ]\n`, [/Did you mean `bridge`\?/]],
  [`${PVH}vif = [ "«trusted»=0" ]\n`, [/Use `untrusted`, or remove it\./]],
  // Its default gateway is no matter of the interface.
  [`${PVH}vif = [ "«gateway»=10.0.0.1" ]\n`, [/Remove it\./]],
  [`${PVH}vif = [ "«xyz»=xenbr0" ]\n`, [/Remove it\./]],
  [`${PVH}disk = [ "vdev=xvda,«path»=/srv/a.img" ]\n`, [/Did you mean `target`\?/]],
];
