/**
 * Options of xm and xend, the toolstack up to 4.4, that no xl has ever read: it passes over them silently. Facts:
 * tools/python/xen/xm/create.py and tools/examples of Xen 3.0 to 4.4.
 */
import type { XendOption } from '../types.ts';

export const XEND_OPTIONS: readonly XendOption[] = [
  {
    name: 'access_control',
    instead: 'It named the policy and label of the ACM security module; with Flask use `seclabel`.',
  },
  { name: 'audio', instead: 'It turned on sound in the first HVM guests; use `soundhw = "hda"`.' },
  { name: 'blkif', instead: 'It let the guest serve disks to others; use `driver_domain = 1`.' },
  {
    name: 'bootargs',
    instead: 'It held arguments for the boot loader; use `bootloader_args`.',
    renamed: 'bootloader_args',
  },
  {
    name: 'bootentry',
    instead: 'It chose the entry of the boot loader; use `bootloader_args = [ "--entry=0" ]`.',
  },
  {
    name: 'cdrom',
    instead: 'It held the CD image; write a `disk` with `cdrom`, such as `/srv/a.iso,raw,hdc,ro,cdrom`.',
  },
  { name: 'cpu', instead: 'It named the CPU for the first vCPU; use `cpus = "0"`.' },
  { name: 'cpu_cap', instead: 'It limited the CPU time; use `cap`.', renamed: 'cap' },
  {
    name: 'cpuid_check',
    instead: 'It compared CPU features with those of the host; leave it out.',
    superfluous: true,
  },
  { name: 'description', instead: 'It held a text that only xend kept; write a comment.' },
  {
    name: 'dhcp',
    instead: 'It put `ip=:::::eth0:dhcp` on the kernel command line; write that into `cmdline` or `extra`.',
  },
  {
    name: 'fda',
    instead: 'It held a floppy image; use `device_model_args_hvm = [ "-fda", "/srv/a.img" ]`.',
  },
  {
    name: 'fdb',
    instead: 'It held a floppy image; use `device_model_args_hvm = [ "-fdb", "/srv/a.img" ]`.',
  },
  {
    name: 'features',
    instead: 'It chose features of a PV kernel; leave it out, since the kernel says what it has.',
    superfluous: true,
  },
  {
    name: 'gateway',
    instead: 'It became a part of `ip=` on the kernel command line; write that into `cmdline` or `extra`.',
  },
  {
    name: 'guest_os_type',
    instead: 'It informed the device model about the system in the guest; leave it out.',
    superfluous: true,
  },
  {
    name: 'hostname',
    instead: 'It became a part of `ip=` on the kernel command line; write that into `cmdline` or `extra`.',
  },
  {
    name: 'interface',
    instead: 'It became a part of `ip=` on the kernel command line; write that into `cmdline` or `extra`.',
  },
  {
    name: 'ip',
    instead: 'It became `ip=` on the kernel command line; write that into `cmdline` or `extra`.',
  },
  { name: 'irq', instead: 'It gave interrupts of the host to the guest; use `irqs`.' },
  { name: 'isa', instead: 'It emulated a PC without PCI; leave it out.', superfluous: true },
  {
    name: 'loader',
    instead: 'It held the path of hvmloader; leave it out, or use `firmware_override` for another one.',
  },
  {
    name: 'machine_address_size',
    instead: 'It kept the memory of the guest below an address; leave it out.',
    superfluous: true,
  },
  {
    name: 'memory_sharing',
    instead: 'It allowed guests to share pages of memory; leave it out.',
    superfluous: true,
  },
  {
    name: 'monitor',
    instead: "It opened QEMU's monitor; use `xl qemu-monitor-command` with the running guest.",
  },
  {
    name: 'monitor_path',
    instead: "It chose where QEMU's monitor is; use `xl qemu-monitor-command` with the running guest.",
  },
  {
    name: 'ne2000',
    instead: 'It chose the emulated network card; use `model=ne2k_pci` in the string of the `vif`.',
  },
  {
    name: 'netif',
    instead: 'It let the guest serve network interfaces to others; use `driver_domain = 1`.',
  },
  {
    name: 'netmask',
    instead: 'It became a part of `ip=` on the kernel command line; write that into `cmdline` or `extra`.',
  },
  {
    name: 'nfs_root',
    instead: 'It became `nfsroot=` on the kernel command line; write that into `cmdline` or `extra`.',
  },
  {
    name: 'nfs_server',
    instead:
      'It became a part of `nfsroot=` on the kernel command line; write that into `cmdline` or `extra`.',
  },
  {
    name: 'nics',
    instead:
      "It counted the network interfaces; write one string for each into `vif`, `''` for a default one.",
  },
  {
    name: 'on_xend_start',
    instead:
      'It started the guest with the host; link the file into /etc/xen/auto for the xendomains service.',
  },
  {
    name: 'on_xend_stop',
    instead: 'It stopped the guest with the host; the xendomains service does that now.',
  },
  {
    name: 'parallel',
    instead:
      'It redirected the parallel port; use `device_model_args_hvm = [ "-parallel", "/dev/parport0" ]` or what is wanted.',
    superfluousFor: ['none', 'null', ''],
  },
  {
    name: 'restart',
    instead: 'It said when to start the guest again; use `on_poweroff`, `on_reboot` and `on_crash`.',
  },
  {
    name: 's3_integrity',
    instead: 'It protected the memory while the host slept; leave it out.',
    superfluous: true,
  },
  { name: 'ssidref', instead: 'It held the security id as a number; use `seclabel` with the label.' },
  { name: 'superpages', instead: 'It built a PV guest of large pages; leave it out.', superfluous: true },
  {
    name: 'suppress_spurious_page_faults',
    instead: 'It hid needless page faults from the guest; leave it out.',
    superfluous: true,
  },
  {
    name: 'target',
    instead:
      'It named the guest that a stub domain serves; leave it out, since xl makes stub domains by itself.',
    superfluous: true,
  },
  {
    name: 'tpmif',
    instead: 'It let the guest serve TPMs to others; use `vtpm` in the files of those that use one.',
  },
  { name: 'usbport', instead: 'It gave a USB port to the guest; use `usbdev` with the device.' },
  {
    name: 'vcpu_avail',
    instead: 'It was a mask of the vCPUs to start with; use `vcpus` for these and `maxvcpus` for all.',
  },
  {
    name: 'vhpt',
    instead: 'It was for Itanium, which Xen left behind with 4.2; leave it out.',
    superfluous: true,
  },
  {
    name: 'vncconsole',
    instead: 'It opened a VNC viewer; leave it out, and start the guest with `xl create -V`.',
    superfluous: true,
  },
  {
    name: 'vscsi',
    instead:
      'It gave SCSI devices to the guest; no xl can do that, so write a `disk` or `pci` for the controller.',
  },
  { name: 'vusb', instead: 'It made a USB controller; use `usbctrl`, and `usbdev` for the devices.' },
  {
    name: 'xen_extended_power_mgmt',
    instead: 'It widened the power management of PCI devices; use `pci_power_mgmt`.',
  },
];

export const xendOptionByName: ReadonlyMap<string, XendOption> = new Map(
  XEND_OPTIONS.map((option) => [option.name, option]),
);
