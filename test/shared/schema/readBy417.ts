/**
 * The options that the real xl 4.17 was seen to ask a guest's file for, by the guest types for which it did. Recorded by
 * watching libxlutil's accessors; all are public names of xl.cfg(5) or of xl_parse.c.
 */
import type { GuestType } from '@xlcfg/shared/src/schema/index.ts';

interface Reading {
  readonly guestTypes: readonly GuestType[];
  readonly names: string;
}

const READINGS: readonly Reading[] = [
  {
    guestTypes: ['pv', 'pvh', 'hvm'],
    names: `
      acpi altp2m bootloader bootloader_args builder cap channel cmdline cpu_weight cpuid cpus cpus_soft
      device_model device_model_args device_model_args_hvm device_model_args_pv device_model_override
      device_model_stubdomain_override device_model_stubdomain_seclabel device_model_user
      device_model_version device_tree disk display dm_restrict driver_domain dtdev extra extratime
      firmware gic_version hap init_seclabel iomem ioports irqs kernel latency localtime
      max_event_channels max_grant_frames max_grant_version max_maptrack_frames maxmem maxvcpus memory
      msr_relaxed name nestedhvm nomigrate on_crash on_poweroff on_reboot on_soft_reset on_watchdog oos
      opengl p9 passthrough pci pci_msitranslate pci_permissive pci_power_mgmt pci_seize period pool
      pvcalls ramdisk rdm root rtc_timeoffset sdl seclabel shadow_memory slice stubdomain_cmdline
      stubdomain_kernel stubdomain_memory stubdomain_ramdisk tee timer_mode tsc_mode type usbctrl usbdev
      uuid vcpus vdispl vfb videoram vif vif2 vkb vmtrace_buf_kb vnc vncdisplay vnclisten vncpasswd
      vncunused vncviewer vnuma vpmu vsnd vtpm vuart xauthority xend_suspend_evtchn_compat`,
  },
  {
    guestTypes: ['hvm'],
    names: `
      acpi_firmware acpi_laptop_slate acpi_s3 acpi_s4 altp2mhvm apic bios bios_path_override boot
      firmware_override gfx_passthru hdtype hpet mca_caps mmio_hole ms_vm_genid nographic nx pae
      rdm_mem_boundary serial smbios_firmware soundhw spice spice_clipboard_sharing
      spice_image_compression spice_streaming_video spiceagent_mouse spicedisable_ticketing spicehost
      spicepasswd spiceport spicetls_port spiceusbredirection spicevdagent stdvga usb usbdevice usbversion
      vendor_device vga viridian vkb_device vpt_align xen_platform_pci`,
  },
  {
    guestTypes: ['pvh'],
    names: `
      pvshim pvshim_cmdline pvshim_extra pvshim_path`,
  },
  {
    guestTypes: ['pv'],
    names: `
      e820_host`,
  },
  {
    guestTypes: ['pv', 'hvm'],
    names: `
      keymap`,
  },
];

/** By name the guest types that read the option. */
export const READ_BY_417: ReadonlyMap<string, readonly GuestType[]> = new Map(
  READINGS.flatMap(({ guestTypes, names }) =>
    names
      .trim()
      .split(/\s+/)
      .map((name) => [name, guestTypes] as const),
  ),
);
