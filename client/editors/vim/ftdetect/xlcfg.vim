" Vim filetype detection
" Language: guest configuration of Xen's xl
" Generated from the schema by `npm run sync -w client`.

" The options that only a guest has, and those whose names other programs have too.
let s:own = {}
for s:name in split('' .
      \ 'access_control acpi acpi_firmware acpi_laptop_slate acpi_s3 acpi_s4 altp2m altp2m_count ' .
      \ 'altp2mhvm apic arm_sci audio bios bios_path_override blkif bootargs bootentry bootloader ' .
      \ 'bootloader_args bootloader_restrict bootloader_user builder cdrom cmdline cpu cpu_cap ' .
      \ 'cpu_weight cpuid cpuid_check cpus cpus_soft description device_model device_model_args ' .
      \ 'device_model_args_hvm device_model_args_pv device_model_override ' .
      \ 'device_model_stubdomain_override device_model_stubdomain_seclabel device_model_user ' .
      \ 'device_model_version device_tree dhcp disk dm_restrict driver_domain dtdev e820_host ' .
      \ 'extratime fda fdb features firmware_override gateway gfx_passthru gic_version guest_os_type ' .
      \ 'hap hdtype hostname hpet hvm_pirq init_seclabel interface iomem ioports ip irq irqs isa ' .
      \ 'llc_colors loader localtime machine_address_size max_event_channels max_grant_frames ' .
      \ 'max_grant_version max_maptrack_frames maxmem maxvcpus mca_caps memory_sharing mmio_hole ' .
      \ 'monitor monitor_path ms_vm_genid msr_relaxed ne2000 nestedhvm netif netmask nfs_root ' .
      \ 'nfs_server nics nographic nomigrate nr_spis nx on_crash on_poweroff on_reboot on_soft_reset ' .
      \ 'on_watchdog on_xend_start on_xend_stop oos opengl p9 pae parallel passthrough pci ' .
      \ 'pci_msitranslate pci_permissive pci_power_mgmt pci_seize pvcalls pvh pvshim pvshim_cmdline ' .
      \ 'pvshim_extra pvshim_path ramdisk rdm rdm_mem_boundary restart rtc_timeoffset s3_integrity ' .
      \ 'sdl seclabel shadow_memory smbios smbios_firmware soundhw spice spice_clipboard_sharing ' .
      \ 'spice_image_compression spice_streaming_video spiceagent_mouse spicedisable_ticketing ' .
      \ 'spicehost spicepasswd spiceport spicetls_port spiceusbredirection spicevdagent ssidref ' .
      \ 'stdvga stubdomain_cmdline stubdomain_kernel stubdomain_memory stubdomain_ramdisk superpages ' .
      \ 'suppress_spurious_page_faults sve target tee timer_mode tpmif trap_unmapped_accesses ' .
      \ 'tsc_mode usbctrl usbdev usbdevice usbport usbversion vcpu_avail vcpus vdispl vendor_device ' .
      \ 'vfb vga vhpt videoram vif vif2 viridian vkb vkb_device vmtrace_buf_kb vnc vncconsole ' .
      \ 'vncdisplay vnclisten vncpasswd vncunused vncviewer vnuma vpmu vpt_align vscsi vsnd vtpm ' .
      \ 'vuart vusb xauthority xen_extended_power_mgmt xen_platform_pci xen_platform_pci_bar_uc ' .
      \ 'xend_suspend_evtchn_compat xenstore_feature_mask xenstore_quota ')
  let s:own[s:name] = 1
endfor
let s:common = {}
for s:name in split('' .
      \ 'boot cap channel display extra firmware kernel keymap latency memory name period pool root ' .
      \ 'serial slice type usb uuid virtio ')
  let s:common[s:name] = 1
endfor
" The settings of a CPU pool, and files that other programs look for.
let s:pool = {}
for s:name in split('' .
      \ 'cpus name nodes sched ')
  let s:pool[s:name] = 1
endfor
let s:others = {}
for s:name in split('' .
      \ 'ansible.cfg boost.cfg buildout.cfg cgi.cfg extlinux.cfg flake8.cfg grub.cfg haproxy.cfg ' .
      \ 'isolinux.cfg ks.cfg nagios.cfg preseed.cfg pylintrc.cfg server.cfg setup.cfg syslinux.cfg ')
  let s:others[s:name] = 1
endfor
unlet s:name

let s:setting = '^[ \t]*\([A-Za-z_][A-Za-z0-9_.-]*\)[ \t]*+\?=[ \t]*\(.*\)$'
let s:xl_value = '^\%(["''[]\|[0-9][0-9a-fx]*[ \t]*\%([#;]\|$\)\)'
let s:foreign = '^[ \t]*\%(\[[A-Za-z][^]''",]*\][ \t]*\%([#;].*\)\?$\|[A-Za-z0-9_.-]\+[ \t]*{\|}\|<[A-Za-z0-9_!?/]'
      \ . '\|[A-Za-z0-9_-]\+:\%([ \t]\|$\)\|set [a-z]\|menuentry \|LABEL \|DEFAULT \|define \|;\)'

function! s:Weigh() abort
  let l:seen = {'names': {}, 'lines': 0, 'own': 0, 'weak': 0, 'foreign': 0}
  for l:line in getline(1, 400)
    let l:line = substitute(strpart(l:line, 0, 400), '\r$', '', '')
    if l:line =~# '^[ \t\uFEFF]*\%(#\|$\)'
      continue
    endif
    let l:seen.lines += 1
    let [l:name, l:value] = (matchlist(l:line, s:setting) + ['', '', ''])[1:2]
    if l:name !=# ''
      let l:seen.names[l:name] = 1
    endif
    if has_key(s:own, l:name)
      let l:seen.own += 1
    elseif has_key(s:common, l:name) && l:value =~# s:xl_value
      let l:seen.weak += 1
    elseif l:line =~# s:foreign
      let l:seen.foreign += 1
    endif
  endfor
  return l:seen
endfunction

function! s:IsPool(name, seen) abort
  if a:seen.foreign > 0
    return 0
  endif
  let l:others = filter(keys(a:seen.names), '!has_key(s:pool, v:val)')
  return a:name =~# 'cpu-\?pool' || len(a:seen.names) > 1 && empty(l:others)
endfunction

" Whether the buffer is a guest, by its path and its text. Of an empty one the path decides.
function! s:IsGuest(path) abort
  let l:name = tolower(fnamemodify(a:path, ':t'))
  let l:seen = s:Weigh()
  if s:IsPool(l:name, l:seen)
    return 1
  elseif has_key(s:others, l:name)
    return l:seen.own > 0 && l:seen.own + l:seen.weak >= 3 && l:seen.foreign == 0
  elseif l:seen.own > 0
    return l:seen.own > l:seen.foreign
  elseif l:seen.foreign > 0
    return 0
  endif
  return l:seen.weak > 0 || a:path =~? '/xen/\%(auto/\)\?[^/]*$' || l:name =~# '\.\%(hvm\|pvlinux\|pvhlinux\)$'
endfunction

function! s:Detect() abort
  if s:IsGuest(substitute(expand('<afile>:p'), '\\', '/', 'g'))
    set filetype=xlcfg
  endif
endfunction

" Vim asks here after its own rules, one of which takes every file that ends in .cfg.
autocmd BufRead,BufNewFile *.cfg,*.hvm,*.pvlinux,*.pvhlinux call s:Detect()
autocmd BufRead,BufNewFile */etc/xen/*.pv,*/etc/xen/*.pvh call s:Detect()
autocmd BufRead,BufNewFile */etc/xen/auto/*,*/etc/xen/x[lm]example* call s:Detect()
