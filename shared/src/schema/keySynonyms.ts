/** Words that other tools, and users, write for the keys of strings such as those of `vif`. */
import { wordOf } from './options/synonyms.ts';

/** By option and key: words in lowercase without separators. None is a key of the option. */
const WORDS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  disk: {
    target: 'path file filename source src image img pdev pdevpath volume lun',
    vdev: 'dev device devname targetdev guestdev virtdev',
    access: 'mode rights permission permissions',
    format: 'type fmt imageformat drivertype',
    backendtype: 'driver',
    devtype: 'media',
    backend: 'backenddomain backenddomname backenddomid',
  },
  vif: {
    bridge: 'br network net source switch virtualswitch vswitch ovsbridge',
    mac: 'hwaddr hwaddress macaddr macaddress ether ethernet lladdr address',
    ip: 'ipaddr ipaddress ip4 ip6 ipv4 ipv6',
    model: 'card nicmodel nic driver hw adapter',
    vifname: 'ifname iface interface name dev tap target ifacename',
    rate: 'speed bandwidth ratelimit limit',
    script: 'vifscript hotplugscript',
    backend: 'backenddomain backenddomname backenddomid driverdomain',
    gatewaydev: 'gwdev',
    vlan: 'vlanid vid vlantag tag',
    devid: 'id index handle',
  },
  vfb: {
    vnclisten: 'listen vncaddress vncaddr vncbind address host',
    vncdisplay: 'port vncport displaynumber',
    vncpasswd: 'password passwd vncpassword vncpass',
    vncunused: 'autoport',
    keymap: 'keyboard layout',
  },
  vkb: {
    'unique-id': 'id uid uniqid',
    'backend-type': 'type',
    backend: 'backenddomain backenddomname',
  },
  vsnd: { 'unique-id': 'id uid' },
  vdispl: { 'be-alloc': 'alloc backendalloc', connectors: 'connector' },
  pci: {
    bdf: 'address addr host device dev id sbdf',
    vslot: 'vdevfn guestslot virtslot slot',
    power_mgmt: 'pm',
  },
  usbdev: { hostbus: 'bus', hostaddr: 'address addr device devnum', controller: 'ctrl' },
  usbctrl: { version: 'usbversion usb ver', ports: 'port nports numports' },
  p9: {
    tag: 'mounttag name',
    path: 'dir directory source src share folder hostpath',
    security_model: 'security model securitymode',
  },
  channel: { connection: 'type kind mode', path: 'socket' },
  vtpm: { backend: 'backenddomain backenddomname' },
  vnuma: {
    pnode: 'node nodeid',
    size: 'memory mem ram',
    vcpus: 'cpus cores',
    vdistances: 'distance distances',
  },
  smbios: {
    system_manufacturer: 'manufacturer vendor',
    system_product_name: 'product productname',
    system_serial_number: 'serial serialnumber systemserial',
    bios_vendor: 'biosmanufacturer',
  },
};

/** The key meant by a word that other tools use in the strings of an option; undefined for any other word. */
export function keySynonymOf(option: string, word: string): string | undefined {
  const wanted = wordOf(word);
  return Object.entries(WORDS[option] ?? {}).find(([, words]) => words.split(' ').includes(wanted))?.[0];
}

/** By option: keys that other tools use for what xl identifies by other keys, and what to write. */
const OTHER_KEYS: Readonly<
  Record<string, { readonly words: string; readonly instead: string; readonly keys: readonly string[] }>
> = {
  usbdev: {
    words: 'vendorid productid vendor product idvendor idproduct vid pid',
    instead: 'Use `hostbus=` and `hostaddr=` with the numbers that lsusb shows for the device.',
    keys: ['hostbus', 'hostaddr'],
  },
};

/** What to write for a key of other tools that has no counterpart, and the keys to write; undefined for any other. */
export function otherKeyOf(
  option: string,
  word: string,
): { readonly instead: string; readonly keys: readonly string[] } | undefined {
  const other = OTHER_KEYS[option];
  return other?.words.split(' ').includes(wordOf(word)) ? other : undefined;
}

/** Flags that say the contrary of each other, in the strings of `disk` and `vif`. */
const CONTRARY: Readonly<Record<string, string>> = {
  discard: 'no-discard',
  'no-discard': 'discard',
  trusted: 'untrusted',
  untrusted: 'trusted',
};

/** Words for a flag that is off. */
const OFF = /^(?:0|no|off|false|n|disable|disabled|none)$/i;

/** The flag that means the same as a flag with a value: `trusted=0` is `untrusted`. Null where only its absence says it. */
export function flagOf(flag: string, value: string): string | null {
  return OFF.test(value.trim()) ? (CONTRARY[flag] ?? null) : flag;
}

/** The field of a string that begins at an offset, up to its comma, without blanks at the end. */
export const fieldAt = (text: string, start: number): string =>
  text.slice(start).split(',', 1)[0]?.trimEnd() ?? '';
