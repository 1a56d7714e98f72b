/**
 * Words that other tools, and people, use for an option of xl: QEMU's command line, libvirt, virt-install, Proxmox VE,
 * VMware, VirtualBox, boot loaders. A name that is an option itself, in any version, is not in this table.
 */

/** What was meant by a name. */
export interface Synonym {
  /** The options that may be meant, the best first: the first one that the guest can have is suggested. */
  readonly options: readonly string[];
  /** What to write, where the value has another form there. Markdown. Absent: the option takes the value as it is. */
  readonly instead?: string;
  /** True for the name of a switch: turned off, it asks for nothing. */
  readonly isSwitch?: true;
  /** By option: others that xl would no longer read beside it, so that it is not suggested where one of them is set. */
  readonly notWith?: Readonly<Record<string, readonly string[]>>;
}

interface SynonymRow extends Synonym {
  /** Lowercase, without separators: `max_memory`, `max-memory` and `maxMemory` are one word. */
  readonly words: string;
}

const COMMAND_LINE = ['cmdline', 'extra'];
const COMMAND_LINE_PARTS = { cmdline: ['root', 'extra'] };
const CDROM = '`disk` with `cdrom`, such as `disk = [ "/srv/a.iso,raw,hdc,ro,cdrom" ]`';
const ONE_DISK = '`disk`, such as `disk = [ "/srv/a.img,raw,xvda,rw" ]`';
const ONE_VIF = '`vif`, such as `vif = [ "bridge=xenbr0" ]`';

const ROWS: readonly SynonymRow[] = [
  { words: 'vmname domname domainname guestname', options: ['name'] },
  { words: 'guestuuid domuuid vmuuid guid', options: ['uuid'] },
  {
    words: 'guesttype domtype domaintype vmtype virttype virtualization virtmode ostype vmmode',
    options: ['type'],
  },
  {
    words:
      'ram mem rammb memmb memorymb rammegs memsize memorysize ramsize sizemem currentmemory currentmem startmem memoryallocation',
    options: ['memory'],
  },
  {
    words: 'maxmemory memorymax memmax maxram rammax memorylimit memlimit maxmemorymb memmaxmb staticmax',
    options: ['maxmem'],
  },
  {
    words:
      'cores core ncores corecount vcores cpucores cpucount numcpus numcpu ncpus ncpu nrcpus cpunum smp vcpu numvcpus numvcpu nvcpus nrvcpus vcpucount vcpusnum processors processorcount vproc cpunumber cpuscount vcpuscount corescount',
    options: ['vcpus'],
  },
  { words: 'maxcpus cpusmax maxcores vcpusmax maxcpu maxvcpu vcpumax', options: ['maxvcpus'] },
  {
    words: 'cpuaffinity affinity vcpuaffinity cpuset cpupin vcpupin cpupinning pincpus pinning pcpus cpumask',
    options: ['cpus'],
  },
  { words: 'cpushares shares weight cpuweights cpupriority', options: ['cpu_weight'] },
  { words: 'cpulimit cpuquota cpumaxpercent', options: ['cap'] },
  { words: 'cpupool cpupoolname', options: ['pool'] },
  { words: 'linux vmlinuz bzimage kernelimage kernelpath kernelfile kernelimg', options: ['kernel'] },
  {
    words:
      'initrd initramfs initrdimg initrdimage initrdpath initramfsimg initialramdisk ramdiskimage ramdiskpath',
    options: ['ramdisk'],
  },
  {
    words:
      'append args arguments appendargs kernelargs kernelarguments kernelcmdline kernelcommandline commandline cmd cmdlineargs kernelparams kernelparameters kernelopts kerneloptions kernelappend kernelextra bootparams bootparameters kargs extraargs cmdlineextra cmdlineappend extracmdline extrakernelargs',
    options: COMMAND_LINE,
    notWith: COMMAND_LINE_PARTS,
  },
  { words: 'rootdev rootdevice rootdisk rootfs rootpartition', options: ['root'] },
  {
    words: 'bootorder bootdevice bootdevices bootdev bootsequence bootfrom bootpriority firstboot hvmboot',
    options: ['boot'],
    instead: '`boot` with letters, such as `boot = "dc"` (CD-ROM, then hard disk)',
  },
  {
    words:
      'biospath biosfile biosimage biosimg uefipath uefifile ovmfpath ovmffile firmwarepath firmwarefile pflash',
    options: ['bios_path_override'],
  },
  {
    words: 'uefi efi ovmf uefiboot efiboot useuefi enableuefi secureboot',
    options: ['bios'],
    instead: '`bios = "ovmf"`',
    isSwitch: true,
  },
  { words: 'seabios', options: ['bios'], instead: '`bios = "seabios"`', isSwitch: true },
  { words: 'biostype bootfirmware', options: ['bios'] },
  {
    words: 'iso cdromiso isoimage isofile isopath cd dvd dvdrom optical opticaldrive cdrompath installiso',
    options: ['disk'],
    instead: CDROM,
  },
  {
    words:
      'disk0 disk1 disk2 disk3 hda hdb hdc hdd sda sdb vda vdb xvda xvdb drive drives harddisk harddisks harddrive image images diskimage diskimg diskfile diskpath img storage volume volumes qcow2 block blockdev blockdevice blockdevices virtiodisk',
    options: ['disk'],
    instead: ONE_DISK,
  },
  {
    words:
      'network networks networking nic nic0 nic1 net net0 net1 vif0 vif1 netdev netdevice nicdevice interfaces iface ifaces eth0 eth vifs ethernet bridge bridges networkbridge netbridge mac macaddress macaddr networkinterface networkinterfaces',
    options: ['vif'],
    instead: ONE_VIF,
  },
  {
    words: 'pcidevices pcidevice pcidevs pcidev pcipassthrough pcipassthru hostpci hostdev passthru',
    options: ['pci'],
  },
  { words: 'usbpassthrough usbhost hostusb usbdevices usbhostdev', options: ['usbdev'] },
  {
    words: 'tablet usbtablet',
    options: ['usbdevice'],
    instead: '`usbdevice = [ "tablet" ]`',
    isSwitch: true,
  },
  {
    words: 'virtfs fsdev sharedfolder sharedfolders sharedir share shareddir mount mounts plan9 9p',
    options: ['p9'],
    instead: '`p9`, such as `p9 = [ "tag=share,path=/srv/share,security_model=none" ]`',
  },
  { words: 'tpm tpmdev vtpmdev', options: ['vtpm'], instead: '`vtpm`, such as `vtpm = [ "backend=vtpm1" ]`' },
  {
    words: 'vncport vncportnumber',
    options: ['vncdisplay'],
    instead: '`vncdisplay`, which is the port minus 5900',
  },
  { words: 'vncpassword vncpass vncpw vncpwd vncsecret', options: ['vncpasswd'] },
  {
    words: 'vncaddress vncaddr vncbind vncbindaddress vnchost vncip vnclistenaddress vncinterface',
    options: ['vnclisten'],
  },
  { words: 'vncenabled vncenable usevnc enablevnc vncserver', options: ['vnc'] },
  { words: 'vncautoport autoport vncauto', options: ['vncunused'] },
  { words: 'spiceportnumber', options: ['spiceport'] },
  { words: 'spicepassword spicepass', options: ['spicepasswd'] },
  { words: 'spiceaddress spiceaddr spicelisten spicebind spiceip', options: ['spicehost'] },
  {
    words:
      'video videocard videotype videomodel graphicscard gpumodel displayadapter vgacard vgatype vgamodel',
    options: ['vga'],
  },
  { words: 'vram videomemory videomem vgamem vgamemory vgaram videorammb', options: ['videoram'] },
  { words: 'keyboard keyboardlayout kbd kbdlayout keylayout vnckeymap', options: ['keymap'] },
  { words: 'sound soundcard sounddevice audiodevice audiodev audiocard', options: ['soundhw'] },
  { words: 'serialport comport serialconsole serialdevice tty', options: ['serial'] },
  {
    words:
      'onshutdown onhalt onstop onpoweroffaction onpowerdown onexit onshutdownaction shutdownaction shutdown poweroff halt',
    options: ['on_poweroff'],
  },
  { words: 'onrestart onreset rebootaction reboot', options: ['on_reboot'] },
  { words: 'onpanic oncrashed onfailure crashaction crash', options: ['on_crash'] },
  { words: 'nested nestedvirt nestedvirtualization nestedhv', options: ['nestedhvm'] },
  { words: 'hyperv hypervenlightenments enlightenments', options: ['viridian'] },
  { words: 'shadowmem shadowmb', options: ['shadow_memory'] },
  { words: 'timeoffset clockoffset rtcoffset', options: ['rtc_timeoffset'] },
  { words: 'rtclocaltime uselocaltime localclock', options: ['localtime'] },
  { words: 'emulator qemupath qemubinary qemu devicemodelpath', options: ['device_model_override'] },
  {
    words: 'qemuargs qemuextraargs qemucmdline qemuoptions qemuopts deviceargs',
    options: ['device_model_args'],
  },
  { words: 'dtb devicetreeblob dtbfile dtbpath devicetreefile', options: ['device_tree'] },
  { words: 'numa numanodes numaconfig', options: ['vnuma'] },
];

/** The letters and digits of a name, for a comparison that ignores case and separators. */
export const wordOf = (name: string): string => name.toLowerCase().replace(/[^a-z0-9]+/g, '');

const byWord: ReadonlyMap<string, Synonym> = new Map(
  ROWS.flatMap(({ words, ...synonym }) => words.split(' ').map((word) => [word, synonym] as const)),
);

/** The options meant by a name that other tools use; undefined for any other name. */
export const synonymOf = (name: string): Synonym | undefined => byWord.get(wordOf(name));

/** For tests: the words of the table. */
export const SYNONYM_WORDS: readonly string[] = [...byWord.keys()];
