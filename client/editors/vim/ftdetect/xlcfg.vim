" Vim filetype detection
" Language: guest configuration of Xen's xl
" Generated from the schema by `npm run sync`.

" The options that only a guest has, and those whose names other programs have too.
let s:own = {}
for s:name in split('' .
      \ 'acpi acpi_firmware acpi_laptop_slate acpi_s3 acpi_s4 altp2m altp2m_count altp2mhvm apic ' .
      \ 'arm_sci bios bios_path_override bootloader bootloader_args bootloader_restrict ' .
      \ 'bootloader_user builder cmdline cpu_weight cpuid cpus cpus_soft device_model ' .
      \ 'device_model_args device_model_args_hvm device_model_args_pv device_model_override ' .
      \ 'device_model_stubdomain_override device_model_stubdomain_seclabel device_model_user ' .
      \ 'device_model_version device_tree disk dm_restrict driver_domain dtdev e820_host extratime ' .
      \ 'firmware_override gfx_passthru gic_version hap hdtype hpet hvm_pirq init_seclabel iomem ' .
      \ 'ioports irqs llc_colors localtime max_event_channels max_grant_frames max_grant_version ' .
      \ 'max_maptrack_frames maxmem maxvcpus mca_caps mmio_hole ms_vm_genid msr_relaxed nestedhvm ' .
      \ 'nographic nomigrate nr_spis nx on_crash on_poweroff on_reboot on_soft_reset on_watchdog oos ' .
      \ 'opengl p9 pae passthrough pci pci_msitranslate pci_permissive pci_power_mgmt pci_seize ' .
      \ 'pvcalls pvh pvshim pvshim_cmdline pvshim_extra pvshim_path ramdisk rdm rdm_mem_boundary ' .
      \ 'rtc_timeoffset sdl seclabel shadow_memory smbios smbios_firmware soundhw spice ' .
      \ 'spice_clipboard_sharing spice_image_compression spice_streaming_video spiceagent_mouse ' .
      \ 'spicedisable_ticketing spicehost spicepasswd spiceport spicetls_port spiceusbredirection ' .
      \ 'spicevdagent stdvga stubdomain_cmdline stubdomain_kernel stubdomain_memory ' .
      \ 'stubdomain_ramdisk sve tee timer_mode trap_unmapped_accesses tsc_mode usbctrl usbdev ' .
      \ 'usbdevice usbversion vcpus vdispl vendor_device vfb vga videoram vif vif2 viridian vkb ' .
      \ 'vkb_device vmtrace_buf_kb vnc vncdisplay vnclisten vncpasswd vncunused vncviewer vnuma vpmu ' .
      \ 'vpt_align vsnd vtpm vuart xauthority xen_platform_pci xen_platform_pci_bar_uc ' .
      \ 'xend_suspend_evtchn_compat xenstore_feature_mask xenstore_quota ')
  let s:own[s:name] = 1
endfor
let s:common = {}
for s:name in split('' .
      \ 'access_control audio blkif boot bootargs bootentry cap cdrom channel cpu cpu_cap ' .
      \ 'cpuid_check description dhcp display extra fda fdb features firmware gateway guest_os_type ' .
      \ 'hostname interface ip irq isa kernel keymap latency loader machine_address_size memory ' .
      \ 'memory_sharing monitor monitor_path name ne2000 netif netmask nfs_root nfs_server nics ' .
      \ 'on_xend_start on_xend_stop parallel period pool restart root s3_integrity serial slice ' .
      \ 'ssidref superpages suppress_spurious_page_faults target tpmif type usb usbport uuid ' .
      \ 'vcpu_avail vhpt virtio vncconsole vscsi vusb xen_extended_power_mgmt ')
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
" What each kind of line tells: more than nothing in all makes a guest.
let s:weights = {'own': 4, 'weak': 2, 'unknown': -1, 'keyed': -4, 'foreign': -8}
" Common names of which two together are a guest's.
let s:pairs = [['name', 'kernel'], ['name', 'type'], ['name', 'memory'], ['name', 'firmware'], ['kernel', 'memory'], ['kernel', 'root'], ['kernel', 'extra']]

let s:setting = '^[ \t]*\([A-Za-z_][A-Za-z0-9_.-]*\)[ \t]*+\?=[ \t]*\(.*\)$'
let s:xl_value = '^\%(["''[]\|[0-9][0-9a-fx]*[ \t]*\%([#;]\|$\)\)'
let s:xl_type = '^["'']\%(hvm\|pvh\?\)["'']'
let s:foreign = '^[ \t]*\%(\[[A-Za-z][^]''",]*\][ \t]*\%([#;].*\)\?$\|[A-Za-z0-9_.-]\+[ \t]*\%({\|[=:][ \t]*[({]\)'
      \ . '\|<[A-Za-z0-9_!?/]\|set [a-z]\|menuentry \|LABEL \|DEFAULT \|define \)'
      \ . '\|^[^#={]*{[ \t]*$'
let s:keyed = '^[ \t]*[A-Za-z0-9_-]\+:\%([ \t]\|$\)'

" What a line tells, see s:weights; nothing: ''.
function! s:Kind(line, name, value) abort
  let l:isXl = a:value =~# s:xl_value && (a:name !=# 'type' || a:value =~# s:xl_type)
  if has_key(s:own, a:name)
    return l:isXl ? 'own' : 'weak'
  elseif l:isXl && has_key(s:common, a:name)
    return 'weak'
  elseif a:line =~# s:foreign
    return 'foreign'
  elseif a:name !=# ''
    return 'unknown'
  endif
  return a:line =~# s:keyed ? 'keyed' : ''
endfunction

function! s:Weigh() abort
  let l:seen = {'names': {}, 'lines': 0, 'weight': 0, 'common': {}, 'specific': 0}
  call extend(l:seen, map(copy(s:weights), 0))
  for l:line in getline(1, 400)
    let l:line = substitute(strpart(l:line, 0, 400), '\r$', '', '')
    if l:line =~# '^[ \t\uFEFF]*\%(#\|$\)'
      continue
    endif
    let l:seen.lines += 1
    let [l:name, l:value] = (matchlist(l:line, s:setting) + ['', '', ''])[1:2]
    let l:isRepeated = has_key(l:seen.names, l:name)
    if l:name !=# ''
      let l:seen.names[l:name] = 1
    endif
    let l:kind = s:Kind(l:line, l:name, l:value)
    if l:kind !=# '' && !(l:kind ==# 'unknown' && l:isRepeated)
      let l:seen[l:kind] += 1
      let l:seen.weight += s:weights[l:kind]
    endif
    if has_key(s:own, l:name)
      let l:seen.specific += !has_key(s:pool, l:name)
    elseif l:kind ==# 'weak'
      let l:seen.common[l:name] = 1
    endif
  endfor
  let l:seen.known = l:seen.own + l:seen.weak
  let l:seen.isForeign = l:seen.foreign + l:seen.keyed > 0
  return l:seen
endfunction

function! s:IsPool(name, seen) abort
  if a:seen.isForeign
    return 0
  endif
  let l:others = filter(keys(a:seen.names), '!has_key(s:pool, v:val)')
  return a:name =~# 'cpu-\?pool' || len(a:seen.names) > 1 && empty(l:others)
endfunction

" Whether two settings together are a guest's, though the name of each is common.
function! s:HasCommonPair(seen) abort
  return !empty(filter(copy(s:pairs), 'has_key(a:seen.common, v:val[0]) && has_key(a:seen.common, v:val[1])'))
endfunction

" Whether only guests have such a path.
function! s:IsNamedGuest(path, name) abort
  return a:path =~? '/xen/\%(auto/\)\?\%([^/.]*\|[^/]*\.\%(cfg\|hvm\|pv\|pvh\|pvlinux\|pvhlinux\)\)$'
        \ || a:name =~# '\.\%(hvm\|pvlinux\|pvhlinux\)$'
endfunction

" Whether the buffer is a guest, by its path and its text. Of an empty one the path decides.
function! s:IsGuest(path) abort
  let l:name = tolower(fnamemodify(a:path, ':t'))
  let l:seen = s:Weigh()
  if s:IsPool(l:name, l:seen)
    return 1
  elseif has_key(s:others, l:name)
    return l:seen.own > 0 && l:seen.known >= 3 && !l:seen.isForeign
  elseif l:seen.weight <= 0
    return !l:seen.isForeign && s:IsNamedGuest(a:path, l:name)
  elseif l:seen.specific == 0 && l:seen.lines > 2 && !s:HasCommonPair(l:seen)
    return s:IsNamedGuest(a:path, l:name)
  endif
  return l:name =~# '\.\%(cfg\|hvm\|pv\|pvh\|pvlinux\|pvhlinux\)$\|^[^.]*$'
        \ || l:seen.known >= 2 && !l:seen.isForeign
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
