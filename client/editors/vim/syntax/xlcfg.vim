" Vim syntax file
" Language: guest configuration of Xen's xl
" Generated from the schema by `npm run sync`.

if exists('b:current_syntax')
  finish
endif
let s:cpo = &cpo
set cpo&vim

syntax case match
syntax iskeyword @,48-57,_,.,-
syntax sync minlines=200

" A single character may be the last one of the file, of which xl takes no notice whatever it is.
syntax match xlcfgIllegal /[^[:space:],\[\]=;#"']\{2,}\|[^[:space:],\[\]=;#"'].\@=/
syntax match xlcfgNumber /\%#=1[^[:space:],\[\]=;#"']\@1<![0-9][0-9a-fx]*\ze\%([[:space:],\[\]=;#"']\|.\?$\)/
syntax match xlcfgSeparator /,/ contained
syntax match xlcfgTerminator /;/
syntax match xlcfgComment /#.*/ contains=@Spell
syntax match xlcfgIllegalEscape /\\[^0-7\\"'abfnrtv]/ contained
syntax match xlcfgEscape /\\\%([\\"'abfnrtv]\|[0-7][0-9]\{2,3}\)/ contained
syntax region xlcfgString matchgroup=xlcfgQuote start=/"\%([^"\\]*\%(\\.[^"\\]*\)*"\)\@=/ skip=/\\./ end=/"/ keepend oneline contains=xlcfgEscape,xlcfgIllegalEscape
syntax region xlcfgString matchgroup=xlcfgUnclosed start=/"\%([^"\\]*\%(\\.[^"\\]*\)*"\)\@!.\@=/ end=/$/ end=/$/ keepend oneline contains=xlcfgEscape,xlcfgIllegalEscape
syntax region xlcfgString matchgroup=xlcfgQuote start=/'\%([^'\\]*\%(\\.[^'\\]*\)*'\)\@=/ skip=/\\./ end=/'/ keepend oneline contains=xlcfgEscape,xlcfgIllegalEscape
syntax region xlcfgString matchgroup=xlcfgUnclosed start=/'\%([^'\\]*\%(\\.[^'\\]*\)*'\)\@!.\@=/ end=/$/ end=/$/ keepend oneline contains=xlcfgEscape,xlcfgIllegalEscape
syntax region xlcfgListString matchgroup=xlcfgQuote start=/"\%([^"\\]*\%(\\.[^"\\]*\)*"\)\@=/ skip=/\\./ end=/"/ keepend oneline contains=xlcfgEscape,xlcfgIllegalEscape contained
syntax region xlcfgListString matchgroup=xlcfgUnclosed start=/"\%([^"\\]*\%(\\.[^"\\]*\)*"\)\@!.\@=/ end=/\%([ \t]*\][ \t]*$\)\@=/ end=/$/ keepend oneline contains=xlcfgEscape,xlcfgIllegalEscape contained
syntax region xlcfgListString matchgroup=xlcfgQuote start=/'\%([^'\\]*\%(\\.[^'\\]*\)*'\)\@=/ skip=/\\./ end=/'/ keepend oneline contains=xlcfgEscape,xlcfgIllegalEscape contained
syntax region xlcfgListString matchgroup=xlcfgUnclosed start=/'\%([^'\\]*\%(\\.[^'\\]*\)*'\)\@!.\@=/ end=/\%([ \t]*\][ \t]*$\)\@=/ end=/$/ keepend oneline contains=xlcfgEscape,xlcfgIllegalEscape contained
highlight default link xlcfgListString xlcfgString
syntax region xlcfgList matchgroup=xlcfgBracket start=/\[/ end=/\]/ end=/^\%(\s*[A-Za-z_][A-Za-z0-9_.-]*[ \t]*+\?=\)\@=/ contains=xlcfgComment,xlcfgNumber,xlcfgSeparator,xlcfgIllegal,xlcfgListString,xlcfgList

" Settings
syntax keyword xlcfgOption contained acpi acpi_firmware acpi_laptop_slate acpi_s3 acpi_s4 altp2m altp2m_count apic arm_sci
syntax keyword xlcfgOption contained autoballoon bios bios_path_override blkdev_start boot bootloader bootloader_args
syntax keyword xlcfgOption contained bootloader_restrict bootloader_user cap channel claim_mode cmdline colo.default.proxyscript
syntax keyword xlcfgOption contained cpu_weight cpuid cpus cpus_soft device_model_args device_model_args_hvm
syntax keyword xlcfgOption contained device_model_args_pv device_model_override device_model_stubdomain_override
syntax keyword xlcfgOption contained device_model_stubdomain_seclabel device_model_user device_model_version device_tree disk
syntax keyword xlcfgOption contained display dm_restrict domid_policy driver_domain dtdev e820_host extra extratime firmware
syntax keyword xlcfgOption contained firmware_override gfx_passthru gic_version hap hdtype hpet hvm_pirq init_seclabel iomem
syntax keyword xlcfgOption contained ioports irqs kernel keymap llc_colors localtime lockfile max_event_channels
syntax keyword xlcfgOption contained max_grant_frames max_grant_version max_maptrack_frames maxmem maxvcpus mca_caps memory
syntax keyword xlcfgOption contained mmio_hole ms_vm_genid msr_relaxed name nestedhvm nodes nographic nomigrate nr_spis nx
syntax keyword xlcfgOption contained on_crash on_poweroff on_reboot on_soft_reset on_watchdog oos output_format p9 pae
syntax keyword xlcfgOption contained passthrough pci pci_msitranslate pci_permissive pci_power_mgmt pci_seize period pool
syntax keyword xlcfgOption contained pvcalls pvshim pvshim_cmdline pvshim_extra pvshim_path ramdisk rdm rdm_mem_boundary
syntax keyword xlcfgOption contained remus.default.netbufscript root rtc_timeoffset run_hotplug_scripts sched sdl seclabel
syntax keyword xlcfgOption contained serial shadow_memory smbios smbios_firmware soundhw spice spice_clipboard_sharing
syntax keyword xlcfgOption contained spice_image_compression spice_streaming_video spiceagent_mouse spicedisable_ticketing
syntax keyword xlcfgOption contained spicehost spicepasswd spiceport spicetls_port spiceusbredirection spicevdagent
syntax keyword xlcfgOption contained stubdomain_cmdline stubdomain_kernel stubdomain_memory stubdomain_ramdisk sve tee
syntax keyword xlcfgOption contained timer_mode trap_unmapped_accesses tsc_mode type usb usbctrl usbdev usbdevice usbversion
syntax keyword xlcfgOption contained uuid vcpus vdispl vendor_device vfb vga videoram vif vif.default.backend vif.default.bridge
syntax keyword xlcfgOption contained vif.default.gatewaydev vif.default.script viridian virtio vkb vkb_device vm.cpumask
syntax keyword xlcfgOption contained vm.hvm.cpumask vm.pv.cpumask vmtrace_buf_kb vnc vncdisplay vnclisten vncpasswd vncunused
syntax keyword xlcfgOption contained vnuma vpmu vpt_align vsnd vtpm vuart xauthority xen_platform_pci xen_platform_pci_bar_uc
syntax keyword xlcfgOption contained xend_suspend_evtchn_compat xenstore_feature_mask xenstore_quota
syntax keyword xlcfgDeprecatedOption contained altp2mhvm builder defaultbridge device_model latency opengl pvh slice stdvga vif2 vifscript
syntax keyword xlcfgDeprecatedOption contained vncviewer
syntax match xlcfgOperator /+\?=/ contained
syntax match xlcfgIllegalName /\%#=1[^[:space:],\[\]=;#"']\@1<![^[:space:],\[\]=;#"'+]\+\ze[ \t]*+\?==\@!/ nextgroup=xlcfgOperator skipwhite
syntax match xlcfgUnknownOption /\%#=1[^[:space:],\[\]=;#"']\@1<![a-z][a-z0-9_.]*\ze[ \t]*+\?==\@!/ nextgroup=xlcfgOperator skipwhite contains=xlcfgOption,xlcfgDeprecatedOption

" Disks
syntax match xlcfgSpecSign /[,=:]/ contained
syntax match xlcfgValue /\%([^,\\"']\|\\.\)[^,\\"']*\%(\\.[^,\\"']*\)*/ contained contains=xlcfgEscape,xlcfgIllegalEscape
syntax match xlcfgSpecNumber /[0-9]\+\%([,"']\|$\)\@=/ contained
syntax match xlcfgTarget /\%([^,=[:blank:]\\"']\|\\.\)[^,=\\"']*\%(\\.[^,=\\"']*\)*\%([,"']\|$\)\@=/ contained contains=xlcfgEscape,xlcfgIllegalEscape nextgroup=xlcfgDiskRest
syntax region xlcfgDiskRest start=/,/ end=/$/ contained keepend contains=xlcfgVdev,xlcfgFormat,xlcfgAccess,xlcfgSpecSign,xlcfgFlag,xlcfgUnknownKey,xlcfgKey,xlcfgPrefix
syntax region xlcfgDiskNoTarget start=/["',:]\@1<=,/ end=/$/ contained keepend contains=xlcfgVdev,xlcfgFormat,xlcfgAccess,xlcfgSpecSign,xlcfgFlag,xlcfgUnknownKey,xlcfgKey,xlcfgPrefix
syntax match xlcfgVdev /\%([^,=:[:blank:]\\"']\|\\.\)[^,=:\\"']*\%(\\.[^,=:\\"']*\)*\%(:\%(cdrom\|disk\)\)\?\%([,"']\|$\)\@=/ contained contains=xlcfgDriveOf
syntax match xlcfgDriveOf /:\%(cdrom\|disk\)\%([,"']\|$\)\@=/ contained contains=xlcfgSpecSign,xlcfgDevtype
syntax match xlcfgDevtype /\%(cdrom\|disk\)/ contained
syntax match xlcfgFormat /\%(empty\|qcow\|qcow2\|qed\|raw\|vhd\)\%([,"']\|$\)\@=/ contained
syntax match xlcfgAccess /\%(r\|ro\|rw\|w\|w!\)\%([,"']\|$\)\@=/ contained
syntax match xlcfgFlag /\%(cdrom\|colo\|direct-io-safe\|discard\|no-colo\|no-discard\|trusted\|untrusted\)\%([,"']\|$\)\@=/ contained
syntax match xlcfgPrefix /\%(aio\|drbd\|enbd\|file\|ioemu\|iscsi\|nbd\|phy\|qcow\|qcow2\|raw\|tap\|tap2\|tapdisk\|vhd\):/ contained
syntax match xlcfgUnknownKey /[a-z][-a-z0-9_]*=\@=/ contained nextgroup=xlcfgAnyIs
syntax match xlcfgKey /\%(access\|active-disk\|backend\|backendtype\|colo-export\|colo-host\|colo-port\|devtype\|format\|grant_usage\|hidden-disk\|script\|specification\|vdev\)=\@=/ contained nextgroup=xlcfgAnyIs
syntax match xlcfgAnyIs /=/ contained nextgroup=xlcfgValue,xlcfgSpecNumber
highlight default link xlcfgAnyIs xlcfgSpecSign
syntax match xlcfgKey /format=\@=/ contained nextgroup=xlcfgFormatIs
syntax match xlcfgFormatIs /=/ contained nextgroup=xlcfgFormatWord,xlcfgValue,xlcfgSpecNumber
highlight default link xlcfgFormatIs xlcfgSpecSign
syntax match xlcfgFormatWord /\%(empty\|qcow\|qcow2\|qed\|raw\|vhd\)\%([,"']\|$\)\@=/ contained
highlight default link xlcfgFormatWord xlcfgFormat
syntax match xlcfgKey /access=\@=/ contained nextgroup=xlcfgAccessIs
syntax match xlcfgAccessIs /=/ contained nextgroup=xlcfgAccessWord,xlcfgValue,xlcfgSpecNumber
highlight default link xlcfgAccessIs xlcfgSpecSign
syntax match xlcfgAccessWord /\%(r\|ro\|rw\|w\)\%([,"']\|$\)\@=/ contained
highlight default link xlcfgAccessWord xlcfgAccess
syntax match xlcfgKey /devtype=\@=/ contained nextgroup=xlcfgDevtypeIs
syntax match xlcfgDevtypeIs /=/ contained nextgroup=xlcfgDevtypeWord,xlcfgValue,xlcfgSpecNumber
highlight default link xlcfgDevtypeIs xlcfgSpecSign
syntax match xlcfgDevtypeWord /\%(cdrom\|disk\)\%([,"']\|$\)\@=/ contained
highlight default link xlcfgDevtypeWord xlcfgDevtype
syntax match xlcfgKey /backendtype=\@=/ contained nextgroup=xlcfgBackendtypeIs
syntax match xlcfgBackendtypeIs /=/ contained nextgroup=xlcfgBackendtypeWord,xlcfgValue,xlcfgSpecNumber
highlight default link xlcfgBackendtypeIs xlcfgSpecSign
syntax match xlcfgBackendtypeWord /\%(phy\|qdisk\|standalone\|tap\)\%([,"']\|$\)\@=/ contained
highlight default link xlcfgBackendtypeWord xlcfgWord
syntax match xlcfgKey /specification=\@=/ contained nextgroup=xlcfgSpecificationIs
syntax match xlcfgSpecificationIs /=/ contained nextgroup=xlcfgSpecificationWord,xlcfgValue,xlcfgSpecNumber
highlight default link xlcfgSpecificationIs xlcfgSpecSign
syntax match xlcfgSpecificationWord /\%(virtio\|xen\)\%([,"']\|$\)\@=/ contained
highlight default link xlcfgSpecificationWord xlcfgWord
syntax match xlcfgKey /vdev=\@=/ contained nextgroup=xlcfgVdevIs
syntax match xlcfgVdevIs /=/ contained nextgroup=xlcfgVdevWord
highlight default link xlcfgVdevIs xlcfgSpecSign
syntax match xlcfgVdevWord /\%([^,\\"']\|\\.\)[^,\\"']*\%(\\.[^,\\"']*\)*/ contained
highlight default link xlcfgVdevWord xlcfgVdev
syntax match xlcfgKey /target=\@=/ contained nextgroup=xlcfgTargetIs
syntax match xlcfgTargetIs /=/ contained nextgroup=xlcfgTargetWord
highlight default link xlcfgTargetIs xlcfgSpecSign
syntax match xlcfgTargetWord /\%([^\\"']\|\\.\)[^\\"']*\%(\\.[^\\"']*\)*/ contained contains=xlcfgEscape,xlcfgIllegalEscape
highlight default link xlcfgTargetWord xlcfgTarget
syntax region xlcfgDisk matchgroup=xlcfgQuote start=/"\%([^"\\]*\%(\\.[^"\\]*\)*"\)\@=/ skip=/\\./ end=/"/ keepend oneline contains=xlcfgTarget,xlcfgSpecSign,xlcfgFlag,xlcfgUnknownKey,xlcfgKey,xlcfgPrefix,xlcfgDiskNoTarget contained
syntax region xlcfgDisk matchgroup=xlcfgUnclosed start=/"\%([^"\\]*\%(\\.[^"\\]*\)*"\)\@!.\@=/ end=/\%([ \t]*\][ \t]*$\)\@=/ end=/$/ keepend oneline contains=xlcfgTarget,xlcfgSpecSign,xlcfgFlag,xlcfgUnknownKey,xlcfgKey,xlcfgPrefix,xlcfgDiskNoTarget contained
syntax region xlcfgDisk matchgroup=xlcfgQuote start=/'\%([^'\\]*\%(\\.[^'\\]*\)*'\)\@=/ skip=/\\./ end=/'/ keepend oneline contains=xlcfgTarget,xlcfgSpecSign,xlcfgFlag,xlcfgUnknownKey,xlcfgKey,xlcfgPrefix,xlcfgDiskNoTarget contained
syntax region xlcfgDisk matchgroup=xlcfgUnclosed start=/'\%([^'\\]*\%(\\.[^'\\]*\)*'\)\@!.\@=/ end=/\%([ \t]*\][ \t]*$\)\@=/ end=/$/ keepend oneline contains=xlcfgTarget,xlcfgSpecSign,xlcfgFlag,xlcfgUnknownKey,xlcfgKey,xlcfgPrefix,xlcfgDiskNoTarget contained
highlight default link xlcfgDisk xlcfgString
syntax region xlcfgDiskList matchgroup=xlcfgBracket start=/\[/ end=/\]/ end=/^\%(\s*[A-Za-z_][A-Za-z0-9_.-]*[ \t]*+\?=\)\@=/ contains=xlcfgComment,xlcfgNumber,xlcfgSeparator,xlcfgIllegal,xlcfgDisk,xlcfgList contained
syntax match xlcfgDiskOfSetting /\%#=1[^[:space:],\[\]=;#"']\@1<!disk\ze[ \t]*+\?=[ \t]*\[/ nextgroup=xlcfgDiskOfOperator skipwhite contains=xlcfgOption
syntax match xlcfgDiskOfOperator /+\?=/ contained nextgroup=xlcfgDiskList skipwhite
highlight default link xlcfgDiskOfOperator xlcfgOperator

" The strings of other options
syntax match xlcfgAddress /\<\%(\x\{1,2}\%(:\x\{1,2}\)\{5}\|\%(\x\{1,4}:\)\?\x\{1,2}:\x\{1,2}\.[0-7*]\%(-[0-7]\)\?\)[0-9A-Za-z_:.]\@!/ contained
syntax match xlcfgVifOther /\%([^,[:blank:]\\"']\|\\.\)[^,\\"']*\%(\\.[^,\\"']*\)*/ contained contains=xlcfgAddress,xlcfgEscape,xlcfgIllegalEscape
highlight default link xlcfgVifOther xlcfgString
syntax match xlcfgVifSign /[,]/ contained
highlight default link xlcfgVifSign xlcfgSpecSign
syntax match xlcfgVifFlag /\%(trusted\|untrusted\)\ze[ \t]*\%([,"']\|$\)\@=/ contained
highlight default link xlcfgVifFlag xlcfgFlag
syntax match xlcfgVifKey /\%(backend\|bridge\|colo_checkpoint_host\|colo_checkpoint_port\|colo_compare_notify_dev\|colo_compare_out\|colo_compare_pri_in\|colo_compare_sec_in\|colo_filter_mirror_outdev\|colo_filter_mirror_queue\|colo_filter_redirector0_indev\|colo_filter_redirector0_outdev\|colo_filter_redirector0_queue\|colo_filter_redirector1_indev\|colo_filter_redirector1_outdev\|colo_filter_redirector1_queue\|colo_filter_sec_redirector0_indev\|colo_filter_sec_redirector0_outdev\|colo_filter_sec_redirector0_queue\|colo_filter_sec_redirector1_indev\|colo_filter_sec_redirector1_outdev\|colo_filter_sec_redirector1_queue\|colo_filter_sec_rewriter0_queue\|colo_sock_compare_notify_id\|colo_sock_compare_notify_ip\|colo_sock_compare_notify_port\|colo_sock_compare_pri_in_id\|colo_sock_compare_pri_in_ip\|colo_sock_compare_pri_in_port\|colo_sock_compare_sec_in_id\|colo_sock_compare_sec_in_ip\|colo_sock_compare_sec_in_port\|colo_sock_mirror_id\|colo_sock_mirror_ip\|colo_sock_mirror_port\|colo_sock_redirector0_id\|colo_sock_redirector0_ip\|colo_sock_redirector0_port\|colo_sock_redirector1_id\|colo_sock_redirector1_ip\|colo_sock_redirector1_port\|colo_sock_redirector2_id\|colo_sock_redirector2_ip\|colo_sock_redirector2_port\|colo_sock_sec_redirector0_id\|colo_sock_sec_redirector0_ip\|colo_sock_sec_redirector0_port\|colo_sock_sec_redirector1_id\|colo_sock_sec_redirector1_ip\|colo_sock_sec_redirector1_port\|devid\|forwarddev\|gatewaydev\|ip\|mac\|model\|mtu\|rate\|script\|type\|vifname\|vlan\)\ze[ \t]*=/ contained nextgroup=xlcfgVifIs skipwhite
highlight default link xlcfgVifKey xlcfgKey
syntax match xlcfgVifDeprecatedKey /\%(accel\|netdev\)\ze[ \t]*=/ contained nextgroup=xlcfgVifIs skipwhite
highlight default link xlcfgVifDeprecatedKey xlcfgDeprecatedKey
syntax match xlcfgVifIs /=/ contained nextgroup=xlcfgVifValue,xlcfgVifNumber
highlight default link xlcfgVifIs xlcfgSpecSign
syntax match xlcfgVifValue /\%([^,\\"']\|\\.\)[^,\\"']*\%(\\.[^,\\"']*\)*/ contained contains=xlcfgAddress,xlcfgEscape,xlcfgIllegalEscape
highlight default link xlcfgVifValue xlcfgString
syntax match xlcfgVifNumber /[0-9]\+\ze[ \t]*\%([,"']\|$\)\@=/ contained
highlight default link xlcfgVifNumber xlcfgSpecNumber
syntax match xlcfgVifOfSetting /\%#=1[^[:space:],\[\]=;#"']\@1<!\%(vif\)\ze[ \t]*+\?=[ \t]*\[/ nextgroup=xlcfgVifOfOperator skipwhite contains=xlcfgOption
syntax match xlcfgVifOfOperator /+\?=/ contained nextgroup=xlcfgVifList skipwhite
highlight default link xlcfgVifOfOperator xlcfgOperator
syntax region xlcfgVifList matchgroup=xlcfgBracket start=/\[/ end=/\]/ end=/^\%(\s*[A-Za-z_][A-Za-z0-9_.-]*[ \t]*+\?=\)\@=/ contains=xlcfgComment,xlcfgNumber,xlcfgSeparator,xlcfgIllegal,xlcfgVifItem,xlcfgVifList contained
syntax region xlcfgVifItem matchgroup=xlcfgQuote start=/"\%([^"\\]*\%(\\.[^"\\]*\)*"\)\@=/ skip=/\\./ end=/"/ keepend oneline contains=xlcfgVifOther,xlcfgVifSign,xlcfgVifFlag,xlcfgVifKey,xlcfgVifDeprecatedKey contained
syntax region xlcfgVifItem matchgroup=xlcfgUnclosed start=/"\%([^"\\]*\%(\\.[^"\\]*\)*"\)\@!.\@=/ end=/\%([ \t]*\][ \t]*$\)\@=/ end=/$/ keepend oneline contains=xlcfgVifOther,xlcfgVifSign,xlcfgVifFlag,xlcfgVifKey,xlcfgVifDeprecatedKey contained
syntax region xlcfgVifItem matchgroup=xlcfgQuote start=/'\%([^'\\]*\%(\\.[^'\\]*\)*'\)\@=/ skip=/\\./ end=/'/ keepend oneline contains=xlcfgVifOther,xlcfgVifSign,xlcfgVifFlag,xlcfgVifKey,xlcfgVifDeprecatedKey contained
syntax region xlcfgVifItem matchgroup=xlcfgUnclosed start=/'\%([^'\\]*\%(\\.[^'\\]*\)*'\)\@!.\@=/ end=/\%([ \t]*\][ \t]*$\)\@=/ end=/$/ keepend oneline contains=xlcfgVifOther,xlcfgVifSign,xlcfgVifFlag,xlcfgVifKey,xlcfgVifDeprecatedKey contained
highlight default link xlcfgVifItem xlcfgString
syntax match xlcfgVfbOther /\%([^,[:blank:]\\"']\|\\.\)[^,\\"']*\%(\\.[^,\\"']*\)*/ contained contains=xlcfgAddress,xlcfgEscape,xlcfgIllegalEscape
highlight default link xlcfgVfbOther xlcfgString
syntax match xlcfgVfbSign /[,]/ contained
highlight default link xlcfgVfbSign xlcfgSpecSign
syntax match xlcfgVfbKey /\%(display\|keymap\|opengl\|sdl\|vnc\|vncdisplay\|vnclisten\|vncpasswd\|vncunused\|xauthority\)\ze[ \t]*=/ contained nextgroup=xlcfgVfbIs skipwhite
highlight default link xlcfgVfbKey xlcfgKey
syntax match xlcfgVfbDeprecatedKey /\%(type\)\ze[ \t]*=/ contained nextgroup=xlcfgVfbIs skipwhite
highlight default link xlcfgVfbDeprecatedKey xlcfgDeprecatedKey
syntax match xlcfgVfbIs /=/ contained nextgroup=xlcfgVfbValue,xlcfgVfbNumber
highlight default link xlcfgVfbIs xlcfgSpecSign
syntax match xlcfgVfbValue /\%([^,\\"']\|\\.\)[^,\\"']*\%(\\.[^,\\"']*\)*/ contained contains=xlcfgAddress,xlcfgEscape,xlcfgIllegalEscape
highlight default link xlcfgVfbValue xlcfgString
syntax match xlcfgVfbNumber /[0-9]\+\ze[ \t]*\%([,"']\|$\)\@=/ contained
highlight default link xlcfgVfbNumber xlcfgSpecNumber
syntax match xlcfgVfbOfSetting /\%#=1[^[:space:],\[\]=;#"']\@1<!\%(vfb\)\ze[ \t]*+\?=[ \t]*\[/ nextgroup=xlcfgVfbOfOperator skipwhite contains=xlcfgOption
syntax match xlcfgVfbOfOperator /+\?=/ contained nextgroup=xlcfgVfbList skipwhite
highlight default link xlcfgVfbOfOperator xlcfgOperator
syntax region xlcfgVfbList matchgroup=xlcfgBracket start=/\[/ end=/\]/ end=/^\%(\s*[A-Za-z_][A-Za-z0-9_.-]*[ \t]*+\?=\)\@=/ contains=xlcfgComment,xlcfgNumber,xlcfgSeparator,xlcfgIllegal,xlcfgVfbItem,xlcfgVfbList contained
syntax region xlcfgVfbItem matchgroup=xlcfgQuote start=/"\%([^"\\]*\%(\\.[^"\\]*\)*"\)\@=/ skip=/\\./ end=/"/ keepend oneline contains=xlcfgVfbOther,xlcfgVfbSign,xlcfgVfbKey,xlcfgVfbDeprecatedKey contained
syntax region xlcfgVfbItem matchgroup=xlcfgUnclosed start=/"\%([^"\\]*\%(\\.[^"\\]*\)*"\)\@!.\@=/ end=/\%([ \t]*\][ \t]*$\)\@=/ end=/$/ keepend oneline contains=xlcfgVfbOther,xlcfgVfbSign,xlcfgVfbKey,xlcfgVfbDeprecatedKey contained
syntax region xlcfgVfbItem matchgroup=xlcfgQuote start=/'\%([^'\\]*\%(\\.[^'\\]*\)*'\)\@=/ skip=/\\./ end=/'/ keepend oneline contains=xlcfgVfbOther,xlcfgVfbSign,xlcfgVfbKey,xlcfgVfbDeprecatedKey contained
syntax region xlcfgVfbItem matchgroup=xlcfgUnclosed start=/'\%([^'\\]*\%(\\.[^'\\]*\)*'\)\@!.\@=/ end=/\%([ \t]*\][ \t]*$\)\@=/ end=/$/ keepend oneline contains=xlcfgVfbOther,xlcfgVfbSign,xlcfgVfbKey,xlcfgVfbDeprecatedKey contained
highlight default link xlcfgVfbItem xlcfgString
syntax match xlcfgVkbOther /\%([^,[:blank:]\\"']\|\\.\)[^,\\"']*\%(\\.[^,\\"']*\)*/ contained contains=xlcfgAddress,xlcfgEscape,xlcfgIllegalEscape
highlight default link xlcfgVkbOther xlcfgString
syntax match xlcfgVkbSign /[,]/ contained
highlight default link xlcfgVkbSign xlcfgSpecSign
syntax match xlcfgVkbKey /\%(backend\|backend-type\|feature-abs-pointer\|feature-disable-keyboard\|feature-disable-pointer\|feature-multi-touch\|feature-raw-pointer\|height\|multi-touch-height\|multi-touch-num-contacts\|multi-touch-width\|unique-id\|width\)\ze[ \t]*=/ contained nextgroup=xlcfgVkbIs skipwhite
highlight default link xlcfgVkbKey xlcfgKey
syntax match xlcfgVkbIs /=/ contained nextgroup=xlcfgVkbValue,xlcfgVkbNumber
highlight default link xlcfgVkbIs xlcfgSpecSign
syntax match xlcfgVkbValue /\%([^,\\"']\|\\.\)[^,\\"']*\%(\\.[^,\\"']*\)*/ contained contains=xlcfgAddress,xlcfgEscape,xlcfgIllegalEscape
highlight default link xlcfgVkbValue xlcfgString
syntax match xlcfgVkbNumber /[0-9]\+\ze[ \t]*\%([,"']\|$\)\@=/ contained
highlight default link xlcfgVkbNumber xlcfgSpecNumber
syntax match xlcfgVkbOfSetting /\%#=1[^[:space:],\[\]=;#"']\@1<!\%(vkb\)\ze[ \t]*+\?=[ \t]*\[/ nextgroup=xlcfgVkbOfOperator skipwhite contains=xlcfgOption
syntax match xlcfgVkbOfOperator /+\?=/ contained nextgroup=xlcfgVkbList skipwhite
highlight default link xlcfgVkbOfOperator xlcfgOperator
syntax region xlcfgVkbList matchgroup=xlcfgBracket start=/\[/ end=/\]/ end=/^\%(\s*[A-Za-z_][A-Za-z0-9_.-]*[ \t]*+\?=\)\@=/ contains=xlcfgComment,xlcfgNumber,xlcfgSeparator,xlcfgIllegal,xlcfgVkbItem,xlcfgVkbList contained
syntax region xlcfgVkbItem matchgroup=xlcfgQuote start=/"\%([^"\\]*\%(\\.[^"\\]*\)*"\)\@=/ skip=/\\./ end=/"/ keepend oneline contains=xlcfgVkbOther,xlcfgVkbSign,xlcfgVkbKey contained
syntax region xlcfgVkbItem matchgroup=xlcfgUnclosed start=/"\%([^"\\]*\%(\\.[^"\\]*\)*"\)\@!.\@=/ end=/\%([ \t]*\][ \t]*$\)\@=/ end=/$/ keepend oneline contains=xlcfgVkbOther,xlcfgVkbSign,xlcfgVkbKey contained
syntax region xlcfgVkbItem matchgroup=xlcfgQuote start=/'\%([^'\\]*\%(\\.[^'\\]*\)*'\)\@=/ skip=/\\./ end=/'/ keepend oneline contains=xlcfgVkbOther,xlcfgVkbSign,xlcfgVkbKey contained
syntax region xlcfgVkbItem matchgroup=xlcfgUnclosed start=/'\%([^'\\]*\%(\\.[^'\\]*\)*'\)\@!.\@=/ end=/\%([ \t]*\][ \t]*$\)\@=/ end=/$/ keepend oneline contains=xlcfgVkbOther,xlcfgVkbSign,xlcfgVkbKey contained
highlight default link xlcfgVkbItem xlcfgString
syntax match xlcfgUsbctrlOther /\%([^,[:blank:]\\"']\|\\.\)[^,\\"']*\%(\\.[^,\\"']*\)*/ contained contains=xlcfgAddress,xlcfgEscape,xlcfgIllegalEscape
highlight default link xlcfgUsbctrlOther xlcfgString
syntax match xlcfgUsbctrlSign /[,]/ contained
highlight default link xlcfgUsbctrlSign xlcfgSpecSign
syntax match xlcfgUsbctrlKey /\%(ports\|type\|version\)\ze[ \t]*=/ contained nextgroup=xlcfgUsbctrlIs skipwhite
highlight default link xlcfgUsbctrlKey xlcfgKey
syntax match xlcfgUsbctrlIs /=/ contained nextgroup=xlcfgUsbctrlValue,xlcfgUsbctrlNumber
highlight default link xlcfgUsbctrlIs xlcfgSpecSign
syntax match xlcfgUsbctrlValue /\%([^,\\"']\|\\.\)[^,\\"']*\%(\\.[^,\\"']*\)*/ contained contains=xlcfgAddress,xlcfgEscape,xlcfgIllegalEscape
highlight default link xlcfgUsbctrlValue xlcfgString
syntax match xlcfgUsbctrlNumber /[0-9]\+\ze[ \t]*\%([,"']\|$\)\@=/ contained
highlight default link xlcfgUsbctrlNumber xlcfgSpecNumber
syntax match xlcfgUsbctrlOfSetting /\%#=1[^[:space:],\[\]=;#"']\@1<!\%(usbctrl\)\ze[ \t]*+\?=[ \t]*\[/ nextgroup=xlcfgUsbctrlOfOperator skipwhite contains=xlcfgOption
syntax match xlcfgUsbctrlOfOperator /+\?=/ contained nextgroup=xlcfgUsbctrlList skipwhite
highlight default link xlcfgUsbctrlOfOperator xlcfgOperator
syntax region xlcfgUsbctrlList matchgroup=xlcfgBracket start=/\[/ end=/\]/ end=/^\%(\s*[A-Za-z_][A-Za-z0-9_.-]*[ \t]*+\?=\)\@=/ contains=xlcfgComment,xlcfgNumber,xlcfgSeparator,xlcfgIllegal,xlcfgUsbctrlItem,xlcfgUsbctrlList contained
syntax region xlcfgUsbctrlItem matchgroup=xlcfgQuote start=/"\%([^"\\]*\%(\\.[^"\\]*\)*"\)\@=/ skip=/\\./ end=/"/ keepend oneline contains=xlcfgUsbctrlOther,xlcfgUsbctrlSign,xlcfgUsbctrlKey contained
syntax region xlcfgUsbctrlItem matchgroup=xlcfgUnclosed start=/"\%([^"\\]*\%(\\.[^"\\]*\)*"\)\@!.\@=/ end=/\%([ \t]*\][ \t]*$\)\@=/ end=/$/ keepend oneline contains=xlcfgUsbctrlOther,xlcfgUsbctrlSign,xlcfgUsbctrlKey contained
syntax region xlcfgUsbctrlItem matchgroup=xlcfgQuote start=/'\%([^'\\]*\%(\\.[^'\\]*\)*'\)\@=/ skip=/\\./ end=/'/ keepend oneline contains=xlcfgUsbctrlOther,xlcfgUsbctrlSign,xlcfgUsbctrlKey contained
syntax region xlcfgUsbctrlItem matchgroup=xlcfgUnclosed start=/'\%([^'\\]*\%(\\.[^'\\]*\)*'\)\@!.\@=/ end=/\%([ \t]*\][ \t]*$\)\@=/ end=/$/ keepend oneline contains=xlcfgUsbctrlOther,xlcfgUsbctrlSign,xlcfgUsbctrlKey contained
highlight default link xlcfgUsbctrlItem xlcfgString
syntax match xlcfgUsbdevOther /\%([^,[:blank:]\\"']\|\\.\)[^,\\"']*\%(\\.[^,\\"']*\)*/ contained contains=xlcfgAddress,xlcfgEscape,xlcfgIllegalEscape
highlight default link xlcfgUsbdevOther xlcfgString
syntax match xlcfgUsbdevSign /[,]/ contained
highlight default link xlcfgUsbdevSign xlcfgSpecSign
syntax match xlcfgUsbdevKey /\%(controller\|hostaddr\|hostbus\|port\|type\)\ze[ \t]*=/ contained nextgroup=xlcfgUsbdevIs skipwhite
highlight default link xlcfgUsbdevKey xlcfgKey
syntax match xlcfgUsbdevIs /=/ contained nextgroup=xlcfgUsbdevValue,xlcfgUsbdevNumber
highlight default link xlcfgUsbdevIs xlcfgSpecSign
syntax match xlcfgUsbdevValue /\%([^,\\"']\|\\.\)[^,\\"']*\%(\\.[^,\\"']*\)*/ contained contains=xlcfgAddress,xlcfgEscape,xlcfgIllegalEscape
highlight default link xlcfgUsbdevValue xlcfgString
syntax match xlcfgUsbdevNumber /[0-9]\+\ze[ \t]*\%([,"']\|$\)\@=/ contained
highlight default link xlcfgUsbdevNumber xlcfgSpecNumber
syntax match xlcfgUsbdevOfSetting /\%#=1[^[:space:],\[\]=;#"']\@1<!\%(usbdev\)\ze[ \t]*+\?=[ \t]*\[/ nextgroup=xlcfgUsbdevOfOperator skipwhite contains=xlcfgOption
syntax match xlcfgUsbdevOfOperator /+\?=/ contained nextgroup=xlcfgUsbdevList skipwhite
highlight default link xlcfgUsbdevOfOperator xlcfgOperator
syntax region xlcfgUsbdevList matchgroup=xlcfgBracket start=/\[/ end=/\]/ end=/^\%(\s*[A-Za-z_][A-Za-z0-9_.-]*[ \t]*+\?=\)\@=/ contains=xlcfgComment,xlcfgNumber,xlcfgSeparator,xlcfgIllegal,xlcfgUsbdevItem,xlcfgUsbdevList contained
syntax region xlcfgUsbdevItem matchgroup=xlcfgQuote start=/"\%([^"\\]*\%(\\.[^"\\]*\)*"\)\@=/ skip=/\\./ end=/"/ keepend oneline contains=xlcfgUsbdevOther,xlcfgUsbdevSign,xlcfgUsbdevKey contained
syntax region xlcfgUsbdevItem matchgroup=xlcfgUnclosed start=/"\%([^"\\]*\%(\\.[^"\\]*\)*"\)\@!.\@=/ end=/\%([ \t]*\][ \t]*$\)\@=/ end=/$/ keepend oneline contains=xlcfgUsbdevOther,xlcfgUsbdevSign,xlcfgUsbdevKey contained
syntax region xlcfgUsbdevItem matchgroup=xlcfgQuote start=/'\%([^'\\]*\%(\\.[^'\\]*\)*'\)\@=/ skip=/\\./ end=/'/ keepend oneline contains=xlcfgUsbdevOther,xlcfgUsbdevSign,xlcfgUsbdevKey contained
syntax region xlcfgUsbdevItem matchgroup=xlcfgUnclosed start=/'\%([^'\\]*\%(\\.[^'\\]*\)*'\)\@!.\@=/ end=/\%([ \t]*\][ \t]*$\)\@=/ end=/$/ keepend oneline contains=xlcfgUsbdevOther,xlcfgUsbdevSign,xlcfgUsbdevKey contained
highlight default link xlcfgUsbdevItem xlcfgString
syntax match xlcfgChannelOther /\%([^,[:blank:]\\"']\|\\.\)[^,\\"']*\%(\\.[^,\\"']*\)*/ contained contains=xlcfgAddress,xlcfgEscape,xlcfgIllegalEscape
highlight default link xlcfgChannelOther xlcfgString
syntax match xlcfgChannelSign /[,]/ contained
highlight default link xlcfgChannelSign xlcfgSpecSign
syntax match xlcfgChannelKey /\%(backend\|connection\|name\|path\)\ze[ \t]*=/ contained nextgroup=xlcfgChannelIs skipwhite
highlight default link xlcfgChannelKey xlcfgKey
syntax match xlcfgChannelIs /=/ contained nextgroup=xlcfgChannelValue,xlcfgChannelNumber
highlight default link xlcfgChannelIs xlcfgSpecSign
syntax match xlcfgChannelValue /\%([^,\\"']\|\\.\)[^,\\"']*\%(\\.[^,\\"']*\)*/ contained contains=xlcfgAddress,xlcfgEscape,xlcfgIllegalEscape
highlight default link xlcfgChannelValue xlcfgString
syntax match xlcfgChannelNumber /[0-9]\+\ze[ \t]*\%([,"']\|$\)\@=/ contained
highlight default link xlcfgChannelNumber xlcfgSpecNumber
syntax match xlcfgChannelOfSetting /\%#=1[^[:space:],\[\]=;#"']\@1<!\%(channel\)\ze[ \t]*+\?=[ \t]*\[/ nextgroup=xlcfgChannelOfOperator skipwhite contains=xlcfgOption
syntax match xlcfgChannelOfOperator /+\?=/ contained nextgroup=xlcfgChannelList skipwhite
highlight default link xlcfgChannelOfOperator xlcfgOperator
syntax region xlcfgChannelList matchgroup=xlcfgBracket start=/\[/ end=/\]/ end=/^\%(\s*[A-Za-z_][A-Za-z0-9_.-]*[ \t]*+\?=\)\@=/ contains=xlcfgComment,xlcfgNumber,xlcfgSeparator,xlcfgIllegal,xlcfgChannelItem,xlcfgChannelList contained
syntax region xlcfgChannelItem matchgroup=xlcfgQuote start=/"\%([^"\\]*\%(\\.[^"\\]*\)*"\)\@=/ skip=/\\./ end=/"/ keepend oneline contains=xlcfgChannelOther,xlcfgChannelSign,xlcfgChannelKey contained
syntax region xlcfgChannelItem matchgroup=xlcfgUnclosed start=/"\%([^"\\]*\%(\\.[^"\\]*\)*"\)\@!.\@=/ end=/\%([ \t]*\][ \t]*$\)\@=/ end=/$/ keepend oneline contains=xlcfgChannelOther,xlcfgChannelSign,xlcfgChannelKey contained
syntax region xlcfgChannelItem matchgroup=xlcfgQuote start=/'\%([^'\\]*\%(\\.[^'\\]*\)*'\)\@=/ skip=/\\./ end=/'/ keepend oneline contains=xlcfgChannelOther,xlcfgChannelSign,xlcfgChannelKey contained
syntax region xlcfgChannelItem matchgroup=xlcfgUnclosed start=/'\%([^'\\]*\%(\\.[^'\\]*\)*'\)\@!.\@=/ end=/\%([ \t]*\][ \t]*$\)\@=/ end=/$/ keepend oneline contains=xlcfgChannelOther,xlcfgChannelSign,xlcfgChannelKey contained
highlight default link xlcfgChannelItem xlcfgString
syntax match xlcfgP9Other /\%([^,[:blank:]\\"']\|\\.\)[^,\\"']*\%(\\.[^,\\"']*\)*/ contained contains=xlcfgAddress,xlcfgEscape,xlcfgIllegalEscape
highlight default link xlcfgP9Other xlcfgString
syntax match xlcfgP9Sign /[,]/ contained
highlight default link xlcfgP9Sign xlcfgSpecSign
syntax match xlcfgP9Key /\%(auto-delete\|backend\|max-files\|max-open-files\|max-space\|path\|security_model\|tag\|type\)\ze[ \t]*=/ contained nextgroup=xlcfgP9Is skipwhite
highlight default link xlcfgP9Key xlcfgKey
syntax match xlcfgP9Is /=/ contained nextgroup=xlcfgP9Value,xlcfgP9Number
highlight default link xlcfgP9Is xlcfgSpecSign
syntax match xlcfgP9Value /\%([^,\\"']\|\\.\)[^,\\"']*\%(\\.[^,\\"']*\)*/ contained contains=xlcfgAddress,xlcfgEscape,xlcfgIllegalEscape
highlight default link xlcfgP9Value xlcfgString
syntax match xlcfgP9Number /[0-9]\+\ze[ \t]*\%([,"']\|$\)\@=/ contained
highlight default link xlcfgP9Number xlcfgSpecNumber
syntax match xlcfgP9OfSetting /\%#=1[^[:space:],\[\]=;#"']\@1<!\%(p9\)\ze[ \t]*+\?=[ \t]*\[/ nextgroup=xlcfgP9OfOperator skipwhite contains=xlcfgOption
syntax match xlcfgP9OfOperator /+\?=/ contained nextgroup=xlcfgP9List skipwhite
highlight default link xlcfgP9OfOperator xlcfgOperator
syntax region xlcfgP9List matchgroup=xlcfgBracket start=/\[/ end=/\]/ end=/^\%(\s*[A-Za-z_][A-Za-z0-9_.-]*[ \t]*+\?=\)\@=/ contains=xlcfgComment,xlcfgNumber,xlcfgSeparator,xlcfgIllegal,xlcfgP9Item,xlcfgP9List contained
syntax region xlcfgP9Item matchgroup=xlcfgQuote start=/"\%([^"\\]*\%(\\.[^"\\]*\)*"\)\@=/ skip=/\\./ end=/"/ keepend oneline contains=xlcfgP9Other,xlcfgP9Sign,xlcfgP9Key contained
syntax region xlcfgP9Item matchgroup=xlcfgUnclosed start=/"\%([^"\\]*\%(\\.[^"\\]*\)*"\)\@!.\@=/ end=/\%([ \t]*\][ \t]*$\)\@=/ end=/$/ keepend oneline contains=xlcfgP9Other,xlcfgP9Sign,xlcfgP9Key contained
syntax region xlcfgP9Item matchgroup=xlcfgQuote start=/'\%([^'\\]*\%(\\.[^'\\]*\)*'\)\@=/ skip=/\\./ end=/'/ keepend oneline contains=xlcfgP9Other,xlcfgP9Sign,xlcfgP9Key contained
syntax region xlcfgP9Item matchgroup=xlcfgUnclosed start=/'\%([^'\\]*\%(\\.[^'\\]*\)*'\)\@!.\@=/ end=/\%([ \t]*\][ \t]*$\)\@=/ end=/$/ keepend oneline contains=xlcfgP9Other,xlcfgP9Sign,xlcfgP9Key contained
highlight default link xlcfgP9Item xlcfgString
syntax match xlcfgVtpmOther /\%([^,[:blank:]\\"']\|\\.\)[^,\\"']*\%(\\.[^,\\"']*\)*/ contained contains=xlcfgAddress,xlcfgEscape,xlcfgIllegalEscape
highlight default link xlcfgVtpmOther xlcfgString
syntax match xlcfgVtpmSign /[,]/ contained
highlight default link xlcfgVtpmSign xlcfgSpecSign
syntax match xlcfgVtpmKey /\%(backend\|uuid\)\ze[ \t]*=/ contained nextgroup=xlcfgVtpmIs skipwhite
highlight default link xlcfgVtpmKey xlcfgKey
syntax match xlcfgVtpmIs /=/ contained nextgroup=xlcfgVtpmValue,xlcfgVtpmNumber
highlight default link xlcfgVtpmIs xlcfgSpecSign
syntax match xlcfgVtpmValue /\%([^,\\"']\|\\.\)[^,\\"']*\%(\\.[^,\\"']*\)*/ contained contains=xlcfgAddress,xlcfgEscape,xlcfgIllegalEscape
highlight default link xlcfgVtpmValue xlcfgString
syntax match xlcfgVtpmNumber /[0-9]\+\ze[ \t]*\%([,"']\|$\)\@=/ contained
highlight default link xlcfgVtpmNumber xlcfgSpecNumber
syntax match xlcfgVtpmOfSetting /\%#=1[^[:space:],\[\]=;#"']\@1<!\%(vtpm\)\ze[ \t]*+\?=[ \t]*\[/ nextgroup=xlcfgVtpmOfOperator skipwhite contains=xlcfgOption
syntax match xlcfgVtpmOfOperator /+\?=/ contained nextgroup=xlcfgVtpmList skipwhite
highlight default link xlcfgVtpmOfOperator xlcfgOperator
syntax region xlcfgVtpmList matchgroup=xlcfgBracket start=/\[/ end=/\]/ end=/^\%(\s*[A-Za-z_][A-Za-z0-9_.-]*[ \t]*+\?=\)\@=/ contains=xlcfgComment,xlcfgNumber,xlcfgSeparator,xlcfgIllegal,xlcfgVtpmItem,xlcfgVtpmList contained
syntax region xlcfgVtpmItem matchgroup=xlcfgQuote start=/"\%([^"\\]*\%(\\.[^"\\]*\)*"\)\@=/ skip=/\\./ end=/"/ keepend oneline contains=xlcfgVtpmOther,xlcfgVtpmSign,xlcfgVtpmKey contained
syntax region xlcfgVtpmItem matchgroup=xlcfgUnclosed start=/"\%([^"\\]*\%(\\.[^"\\]*\)*"\)\@!.\@=/ end=/\%([ \t]*\][ \t]*$\)\@=/ end=/$/ keepend oneline contains=xlcfgVtpmOther,xlcfgVtpmSign,xlcfgVtpmKey contained
syntax region xlcfgVtpmItem matchgroup=xlcfgQuote start=/'\%([^'\\]*\%(\\.[^'\\]*\)*'\)\@=/ skip=/\\./ end=/'/ keepend oneline contains=xlcfgVtpmOther,xlcfgVtpmSign,xlcfgVtpmKey contained
syntax region xlcfgVtpmItem matchgroup=xlcfgUnclosed start=/'\%([^'\\]*\%(\\.[^'\\]*\)*'\)\@!.\@=/ end=/\%([ \t]*\][ \t]*$\)\@=/ end=/$/ keepend oneline contains=xlcfgVtpmOther,xlcfgVtpmSign,xlcfgVtpmKey contained
highlight default link xlcfgVtpmItem xlcfgString
syntax match xlcfgVdisplOther /\%([^,[:blank:]\\"']\|\\.\)[^,\\"']*\%(\\.[^,\\"']*\)*/ contained contains=xlcfgAddress,xlcfgEscape,xlcfgIllegalEscape
highlight default link xlcfgVdisplOther xlcfgString
syntax match xlcfgVdisplSign /[,]/ contained
highlight default link xlcfgVdisplSign xlcfgSpecSign
syntax match xlcfgVdisplKey /\%(backend\|be-alloc\|connectors\)\ze[ \t]*=/ contained nextgroup=xlcfgVdisplIs skipwhite
highlight default link xlcfgVdisplKey xlcfgKey
syntax match xlcfgVdisplIs /=/ contained nextgroup=xlcfgVdisplValue,xlcfgVdisplNumber
highlight default link xlcfgVdisplIs xlcfgSpecSign
syntax match xlcfgVdisplValue /\%([^,\\"']\|\\.\)[^,\\"']*\%(\\.[^,\\"']*\)*/ contained contains=xlcfgAddress,xlcfgEscape,xlcfgIllegalEscape
highlight default link xlcfgVdisplValue xlcfgString
syntax match xlcfgVdisplNumber /[0-9]\+\ze[ \t]*\%([,"']\|$\)\@=/ contained
highlight default link xlcfgVdisplNumber xlcfgSpecNumber
syntax match xlcfgVdisplOfSetting /\%#=1[^[:space:],\[\]=;#"']\@1<!\%(vdispl\)\ze[ \t]*+\?=[ \t]*\[/ nextgroup=xlcfgVdisplOfOperator skipwhite contains=xlcfgOption
syntax match xlcfgVdisplOfOperator /+\?=/ contained nextgroup=xlcfgVdisplList skipwhite
highlight default link xlcfgVdisplOfOperator xlcfgOperator
syntax region xlcfgVdisplList matchgroup=xlcfgBracket start=/\[/ end=/\]/ end=/^\%(\s*[A-Za-z_][A-Za-z0-9_.-]*[ \t]*+\?=\)\@=/ contains=xlcfgComment,xlcfgNumber,xlcfgSeparator,xlcfgIllegal,xlcfgVdisplItem,xlcfgVdisplList contained
syntax region xlcfgVdisplItem matchgroup=xlcfgQuote start=/"\%([^"\\]*\%(\\.[^"\\]*\)*"\)\@=/ skip=/\\./ end=/"/ keepend oneline contains=xlcfgVdisplOther,xlcfgVdisplSign,xlcfgVdisplKey contained
syntax region xlcfgVdisplItem matchgroup=xlcfgUnclosed start=/"\%([^"\\]*\%(\\.[^"\\]*\)*"\)\@!.\@=/ end=/\%([ \t]*\][ \t]*$\)\@=/ end=/$/ keepend oneline contains=xlcfgVdisplOther,xlcfgVdisplSign,xlcfgVdisplKey contained
syntax region xlcfgVdisplItem matchgroup=xlcfgQuote start=/'\%([^'\\]*\%(\\.[^'\\]*\)*'\)\@=/ skip=/\\./ end=/'/ keepend oneline contains=xlcfgVdisplOther,xlcfgVdisplSign,xlcfgVdisplKey contained
syntax region xlcfgVdisplItem matchgroup=xlcfgUnclosed start=/'\%([^'\\]*\%(\\.[^'\\]*\)*'\)\@!.\@=/ end=/\%([ \t]*\][ \t]*$\)\@=/ end=/$/ keepend oneline contains=xlcfgVdisplOther,xlcfgVdisplSign,xlcfgVdisplKey contained
highlight default link xlcfgVdisplItem xlcfgString
syntax match xlcfgVirtioOther /\%([^,[:blank:]\\"']\|\\.\)[^,\\"']*\%(\\.[^,\\"']*\)*/ contained contains=xlcfgAddress,xlcfgEscape,xlcfgIllegalEscape
highlight default link xlcfgVirtioOther xlcfgString
syntax match xlcfgVirtioSign /[,]/ contained
highlight default link xlcfgVirtioSign xlcfgSpecSign
syntax match xlcfgVirtioKey /\%(backend\|grant_usage\|transport\|type\)\ze[ \t]*=/ contained nextgroup=xlcfgVirtioIs skipwhite
highlight default link xlcfgVirtioKey xlcfgKey
syntax match xlcfgVirtioIs /=/ contained nextgroup=xlcfgVirtioValue,xlcfgVirtioNumber
highlight default link xlcfgVirtioIs xlcfgSpecSign
syntax match xlcfgVirtioValue /\%([^,\\"']\|\\.\)[^,\\"']*\%(\\.[^,\\"']*\)*/ contained contains=xlcfgAddress,xlcfgEscape,xlcfgIllegalEscape
highlight default link xlcfgVirtioValue xlcfgString
syntax match xlcfgVirtioNumber /[0-9]\+\ze[ \t]*\%([,"']\|$\)\@=/ contained
highlight default link xlcfgVirtioNumber xlcfgSpecNumber
syntax match xlcfgVirtioOfSetting /\%#=1[^[:space:],\[\]=;#"']\@1<!\%(virtio\)\ze[ \t]*+\?=[ \t]*\[/ nextgroup=xlcfgVirtioOfOperator skipwhite contains=xlcfgOption
syntax match xlcfgVirtioOfOperator /+\?=/ contained nextgroup=xlcfgVirtioList skipwhite
highlight default link xlcfgVirtioOfOperator xlcfgOperator
syntax region xlcfgVirtioList matchgroup=xlcfgBracket start=/\[/ end=/\]/ end=/^\%(\s*[A-Za-z_][A-Za-z0-9_.-]*[ \t]*+\?=\)\@=/ contains=xlcfgComment,xlcfgNumber,xlcfgSeparator,xlcfgIllegal,xlcfgVirtioItem,xlcfgVirtioList contained
syntax region xlcfgVirtioItem matchgroup=xlcfgQuote start=/"\%([^"\\]*\%(\\.[^"\\]*\)*"\)\@=/ skip=/\\./ end=/"/ keepend oneline contains=xlcfgVirtioOther,xlcfgVirtioSign,xlcfgVirtioKey contained
syntax region xlcfgVirtioItem matchgroup=xlcfgUnclosed start=/"\%([^"\\]*\%(\\.[^"\\]*\)*"\)\@!.\@=/ end=/\%([ \t]*\][ \t]*$\)\@=/ end=/$/ keepend oneline contains=xlcfgVirtioOther,xlcfgVirtioSign,xlcfgVirtioKey contained
syntax region xlcfgVirtioItem matchgroup=xlcfgQuote start=/'\%([^'\\]*\%(\\.[^'\\]*\)*'\)\@=/ skip=/\\./ end=/'/ keepend oneline contains=xlcfgVirtioOther,xlcfgVirtioSign,xlcfgVirtioKey contained
syntax region xlcfgVirtioItem matchgroup=xlcfgUnclosed start=/'\%([^'\\]*\%(\\.[^'\\]*\)*'\)\@!.\@=/ end=/\%([ \t]*\][ \t]*$\)\@=/ end=/$/ keepend oneline contains=xlcfgVirtioOther,xlcfgVirtioSign,xlcfgVirtioKey contained
highlight default link xlcfgVirtioItem xlcfgString
syntax match xlcfgPvcallsOther /\%([^,[:blank:]\\"']\|\\.\)[^,\\"']*\%(\\.[^,\\"']*\)*/ contained contains=xlcfgAddress,xlcfgEscape,xlcfgIllegalEscape
highlight default link xlcfgPvcallsOther xlcfgString
syntax match xlcfgPvcallsSign /[,]/ contained
highlight default link xlcfgPvcallsSign xlcfgSpecSign
syntax match xlcfgPvcallsKey /\%(backend\)\ze[ \t]*=/ contained nextgroup=xlcfgPvcallsIs skipwhite
highlight default link xlcfgPvcallsKey xlcfgKey
syntax match xlcfgPvcallsIs /=/ contained nextgroup=xlcfgPvcallsValue,xlcfgPvcallsNumber
highlight default link xlcfgPvcallsIs xlcfgSpecSign
syntax match xlcfgPvcallsValue /\%([^,\\"']\|\\.\)[^,\\"']*\%(\\.[^,\\"']*\)*/ contained contains=xlcfgAddress,xlcfgEscape,xlcfgIllegalEscape
highlight default link xlcfgPvcallsValue xlcfgString
syntax match xlcfgPvcallsNumber /[0-9]\+\ze[ \t]*\%([,"']\|$\)\@=/ contained
highlight default link xlcfgPvcallsNumber xlcfgSpecNumber
syntax match xlcfgPvcallsOfSetting /\%#=1[^[:space:],\[\]=;#"']\@1<!\%(pvcalls\)\ze[ \t]*+\?=[ \t]*\[/ nextgroup=xlcfgPvcallsOfOperator skipwhite contains=xlcfgOption
syntax match xlcfgPvcallsOfOperator /+\?=/ contained nextgroup=xlcfgPvcallsList skipwhite
highlight default link xlcfgPvcallsOfOperator xlcfgOperator
syntax region xlcfgPvcallsList matchgroup=xlcfgBracket start=/\[/ end=/\]/ end=/^\%(\s*[A-Za-z_][A-Za-z0-9_.-]*[ \t]*+\?=\)\@=/ contains=xlcfgComment,xlcfgNumber,xlcfgSeparator,xlcfgIllegal,xlcfgPvcallsItem,xlcfgPvcallsList contained
syntax region xlcfgPvcallsItem matchgroup=xlcfgQuote start=/"\%([^"\\]*\%(\\.[^"\\]*\)*"\)\@=/ skip=/\\./ end=/"/ keepend oneline contains=xlcfgPvcallsOther,xlcfgPvcallsSign,xlcfgPvcallsKey contained
syntax region xlcfgPvcallsItem matchgroup=xlcfgUnclosed start=/"\%([^"\\]*\%(\\.[^"\\]*\)*"\)\@!.\@=/ end=/\%([ \t]*\][ \t]*$\)\@=/ end=/$/ keepend oneline contains=xlcfgPvcallsOther,xlcfgPvcallsSign,xlcfgPvcallsKey contained
syntax region xlcfgPvcallsItem matchgroup=xlcfgQuote start=/'\%([^'\\]*\%(\\.[^'\\]*\)*'\)\@=/ skip=/\\./ end=/'/ keepend oneline contains=xlcfgPvcallsOther,xlcfgPvcallsSign,xlcfgPvcallsKey contained
syntax region xlcfgPvcallsItem matchgroup=xlcfgUnclosed start=/'\%([^'\\]*\%(\\.[^'\\]*\)*'\)\@!.\@=/ end=/\%([ \t]*\][ \t]*$\)\@=/ end=/$/ keepend oneline contains=xlcfgPvcallsOther,xlcfgPvcallsSign,xlcfgPvcallsKey contained
highlight default link xlcfgPvcallsItem xlcfgString
syntax match xlcfgPciOther /\%([^,[:blank:]\\"']\|\\.\)[^,\\"']*\%(\\.[^,\\"']*\)*/ contained contains=xlcfgAddress,xlcfgEscape,xlcfgIllegalEscape
highlight default link xlcfgPciOther xlcfgString
syntax match xlcfgPciSign /[,]/ contained
highlight default link xlcfgPciSign xlcfgSpecSign
syntax match xlcfgPciKey /\%(bdf\|msitranslate\|name\|permissive\|power_mgmt\|rdm_policy\|seize\|vslot\)\ze[ \t]*=/ contained nextgroup=xlcfgPciIs skipwhite
highlight default link xlcfgPciKey xlcfgKey
syntax match xlcfgPciIs /=/ contained nextgroup=xlcfgPciValue,xlcfgPciNumber
highlight default link xlcfgPciIs xlcfgSpecSign
syntax match xlcfgPciValue /\%([^,\\"']\|\\.\)[^,\\"']*\%(\\.[^,\\"']*\)*/ contained contains=xlcfgAddress,xlcfgEscape,xlcfgIllegalEscape
highlight default link xlcfgPciValue xlcfgString
syntax match xlcfgPciNumber /[0-9]\+\ze[ \t]*\%([,"']\|$\)\@=/ contained
highlight default link xlcfgPciNumber xlcfgSpecNumber
syntax match xlcfgPciOfSetting /\%#=1[^[:space:],\[\]=;#"']\@1<!\%(pci\)\ze[ \t]*+\?=[ \t]*\[/ nextgroup=xlcfgPciOfOperator skipwhite contains=xlcfgOption
syntax match xlcfgPciOfOperator /+\?=/ contained nextgroup=xlcfgPciList skipwhite
highlight default link xlcfgPciOfOperator xlcfgOperator
syntax region xlcfgPciList matchgroup=xlcfgBracket start=/\[/ end=/\]/ end=/^\%(\s*[A-Za-z_][A-Za-z0-9_.-]*[ \t]*+\?=\)\@=/ contains=xlcfgComment,xlcfgNumber,xlcfgSeparator,xlcfgIllegal,xlcfgPciItem,xlcfgPciList contained
syntax region xlcfgPciItem matchgroup=xlcfgQuote start=/"\%([^"\\]*\%(\\.[^"\\]*\)*"\)\@=/ skip=/\\./ end=/"/ keepend oneline contains=xlcfgPciOther,xlcfgPciSign,xlcfgPciKey contained
syntax region xlcfgPciItem matchgroup=xlcfgUnclosed start=/"\%([^"\\]*\%(\\.[^"\\]*\)*"\)\@!.\@=/ end=/\%([ \t]*\][ \t]*$\)\@=/ end=/$/ keepend oneline contains=xlcfgPciOther,xlcfgPciSign,xlcfgPciKey contained
syntax region xlcfgPciItem matchgroup=xlcfgQuote start=/'\%([^'\\]*\%(\\.[^'\\]*\)*'\)\@=/ skip=/\\./ end=/'/ keepend oneline contains=xlcfgPciOther,xlcfgPciSign,xlcfgPciKey contained
syntax region xlcfgPciItem matchgroup=xlcfgUnclosed start=/'\%([^'\\]*\%(\\.[^'\\]*\)*'\)\@!.\@=/ end=/\%([ \t]*\][ \t]*$\)\@=/ end=/$/ keepend oneline contains=xlcfgPciOther,xlcfgPciSign,xlcfgPciKey contained
highlight default link xlcfgPciItem xlcfgString
syntax match xlcfgRdmOther /\%([^,[:blank:]\\"']\|\\.\)[^,\\"']*\%(\\.[^,\\"']*\)*/ contained contains=xlcfgAddress,xlcfgEscape,xlcfgIllegalEscape
highlight default link xlcfgRdmOther xlcfgString
syntax match xlcfgRdmSign /[,]/ contained
highlight default link xlcfgRdmSign xlcfgSpecSign
syntax match xlcfgRdmKey /\%(policy\|strategy\)\ze[ \t]*=/ contained nextgroup=xlcfgRdmIs skipwhite
highlight default link xlcfgRdmKey xlcfgKey
syntax match xlcfgRdmIs /=/ contained nextgroup=xlcfgRdmValue,xlcfgRdmNumber
highlight default link xlcfgRdmIs xlcfgSpecSign
syntax match xlcfgRdmValue /\%([^,\\"']\|\\.\)[^,\\"']*\%(\\.[^,\\"']*\)*/ contained contains=xlcfgAddress,xlcfgEscape,xlcfgIllegalEscape
highlight default link xlcfgRdmValue xlcfgString
syntax match xlcfgRdmNumber /[0-9]\+\ze[ \t]*\%([,"']\|$\)\@=/ contained
highlight default link xlcfgRdmNumber xlcfgSpecNumber
syntax match xlcfgRdmIsSetting /\%#=1[^[:space:],\[\]=;#"']\@1<!\%(rdm\)\ze[ \t]*+\?=[ \t]*["']/ nextgroup=xlcfgRdmIsOperator skipwhite contains=xlcfgOption
syntax match xlcfgRdmIsOperator /+\?=/ contained nextgroup=xlcfgRdmText skipwhite
highlight default link xlcfgRdmIsOperator xlcfgOperator
syntax region xlcfgRdmText matchgroup=xlcfgQuote start=/"\%([^"\\]*\%(\\.[^"\\]*\)*"\)\@=/ skip=/\\./ end=/"/ keepend oneline contains=xlcfgRdmOther,xlcfgRdmSign,xlcfgRdmKey contained
syntax region xlcfgRdmText matchgroup=xlcfgUnclosed start=/"\%([^"\\]*\%(\\.[^"\\]*\)*"\)\@!.\@=/ end=/$/ end=/$/ keepend oneline contains=xlcfgRdmOther,xlcfgRdmSign,xlcfgRdmKey contained
syntax region xlcfgRdmText matchgroup=xlcfgQuote start=/'\%([^'\\]*\%(\\.[^'\\]*\)*'\)\@=/ skip=/\\./ end=/'/ keepend oneline contains=xlcfgRdmOther,xlcfgRdmSign,xlcfgRdmKey contained
syntax region xlcfgRdmText matchgroup=xlcfgUnclosed start=/'\%([^'\\]*\%(\\.[^'\\]*\)*'\)\@!.\@=/ end=/$/ end=/$/ keepend oneline contains=xlcfgRdmOther,xlcfgRdmSign,xlcfgRdmKey contained
highlight default link xlcfgRdmText xlcfgString
syntax match xlcfgCpusOther /\%([^,[:blank:]\\"']\|\\.\)[^,\\"']*\%(\\.[^,\\"']*\)*/ contained contains=xlcfgAddress,xlcfgEscape,xlcfgIllegalEscape
highlight default link xlcfgCpusOther xlcfgString
syntax match xlcfgCpusSign /[,]/ contained
highlight default link xlcfgCpusSign xlcfgSpecSign
syntax match xlcfgCpusFlag /\%(all\|cpus\|nodes\)\ze[ \t]*\%([,"']\|$\)\@=/ contained
highlight default link xlcfgCpusFlag xlcfgFlag
syntax match xlcfgCpusIs /=/ contained nextgroup=xlcfgCpusValue,xlcfgCpusNumber
highlight default link xlcfgCpusIs xlcfgSpecSign
syntax match xlcfgCpusValue /\%([^,\\"']\|\\.\)[^,\\"']*\%(\\.[^,\\"']*\)*/ contained contains=xlcfgAddress,xlcfgEscape,xlcfgIllegalEscape
highlight default link xlcfgCpusValue xlcfgString
syntax match xlcfgCpusNumber /[0-9]\+\ze[ \t]*\%([,"']\|$\)\@=/ contained
highlight default link xlcfgCpusNumber xlcfgSpecNumber
syntax match xlcfgCpusOfSetting /\%#=1[^[:space:],\[\]=;#"']\@1<!\%(cpus\)\ze[ \t]*+\?=[ \t]*\[/ nextgroup=xlcfgCpusOfOperator skipwhite contains=xlcfgOption
syntax match xlcfgCpusOfOperator /+\?=/ contained nextgroup=xlcfgCpusList skipwhite
highlight default link xlcfgCpusOfOperator xlcfgOperator
syntax region xlcfgCpusList matchgroup=xlcfgBracket start=/\[/ end=/\]/ end=/^\%(\s*[A-Za-z_][A-Za-z0-9_.-]*[ \t]*+\?=\)\@=/ contains=xlcfgComment,xlcfgNumber,xlcfgSeparator,xlcfgIllegal,xlcfgCpusItem,xlcfgCpusList contained
syntax region xlcfgCpusItem matchgroup=xlcfgQuote start=/"\%([^"\\]*\%(\\.[^"\\]*\)*"\)\@=/ skip=/\\./ end=/"/ keepend oneline contains=xlcfgCpusOther,xlcfgCpusSign,xlcfgCpusFlag contained
syntax region xlcfgCpusItem matchgroup=xlcfgUnclosed start=/"\%([^"\\]*\%(\\.[^"\\]*\)*"\)\@!.\@=/ end=/\%([ \t]*\][ \t]*$\)\@=/ end=/$/ keepend oneline contains=xlcfgCpusOther,xlcfgCpusSign,xlcfgCpusFlag contained
syntax region xlcfgCpusItem matchgroup=xlcfgQuote start=/'\%([^'\\]*\%(\\.[^'\\]*\)*'\)\@=/ skip=/\\./ end=/'/ keepend oneline contains=xlcfgCpusOther,xlcfgCpusSign,xlcfgCpusFlag contained
syntax region xlcfgCpusItem matchgroup=xlcfgUnclosed start=/'\%([^'\\]*\%(\\.[^'\\]*\)*'\)\@!.\@=/ end=/\%([ \t]*\][ \t]*$\)\@=/ end=/$/ keepend oneline contains=xlcfgCpusOther,xlcfgCpusSign,xlcfgCpusFlag contained
highlight default link xlcfgCpusItem xlcfgString
syntax match xlcfgCpusIsSetting /\%#=1[^[:space:],\[\]=;#"']\@1<!\%(cpus\)\ze[ \t]*+\?=[ \t]*["']/ nextgroup=xlcfgCpusIsOperator skipwhite contains=xlcfgOption
syntax match xlcfgCpusIsOperator /+\?=/ contained nextgroup=xlcfgCpusText skipwhite
highlight default link xlcfgCpusIsOperator xlcfgOperator
syntax region xlcfgCpusText matchgroup=xlcfgQuote start=/"\%([^"\\]*\%(\\.[^"\\]*\)*"\)\@=/ skip=/\\./ end=/"/ keepend oneline contains=xlcfgCpusOther,xlcfgCpusSign,xlcfgCpusFlag contained
syntax region xlcfgCpusText matchgroup=xlcfgUnclosed start=/"\%([^"\\]*\%(\\.[^"\\]*\)*"\)\@!.\@=/ end=/$/ end=/$/ keepend oneline contains=xlcfgCpusOther,xlcfgCpusSign,xlcfgCpusFlag contained
syntax region xlcfgCpusText matchgroup=xlcfgQuote start=/'\%([^'\\]*\%(\\.[^'\\]*\)*'\)\@=/ skip=/\\./ end=/'/ keepend oneline contains=xlcfgCpusOther,xlcfgCpusSign,xlcfgCpusFlag contained
syntax region xlcfgCpusText matchgroup=xlcfgUnclosed start=/'\%([^'\\]*\%(\\.[^'\\]*\)*'\)\@!.\@=/ end=/$/ end=/$/ keepend oneline contains=xlcfgCpusOther,xlcfgCpusSign,xlcfgCpusFlag contained
highlight default link xlcfgCpusText xlcfgString
syntax match xlcfgCpussoftOther /\%([^,[:blank:]\\"']\|\\.\)[^,\\"']*\%(\\.[^,\\"']*\)*/ contained contains=xlcfgAddress,xlcfgEscape,xlcfgIllegalEscape
highlight default link xlcfgCpussoftOther xlcfgString
syntax match xlcfgCpussoftSign /[,]/ contained
highlight default link xlcfgCpussoftSign xlcfgSpecSign
syntax match xlcfgCpussoftFlag /\%(all\|cpus\|nodes\)\ze[ \t]*\%([,"']\|$\)\@=/ contained
highlight default link xlcfgCpussoftFlag xlcfgFlag
syntax match xlcfgCpussoftIs /=/ contained nextgroup=xlcfgCpussoftValue,xlcfgCpussoftNumber
highlight default link xlcfgCpussoftIs xlcfgSpecSign
syntax match xlcfgCpussoftValue /\%([^,\\"']\|\\.\)[^,\\"']*\%(\\.[^,\\"']*\)*/ contained contains=xlcfgAddress,xlcfgEscape,xlcfgIllegalEscape
highlight default link xlcfgCpussoftValue xlcfgString
syntax match xlcfgCpussoftNumber /[0-9]\+\ze[ \t]*\%([,"']\|$\)\@=/ contained
highlight default link xlcfgCpussoftNumber xlcfgSpecNumber
syntax match xlcfgCpussoftOfSetting /\%#=1[^[:space:],\[\]=;#"']\@1<!\%(cpus_soft\)\ze[ \t]*+\?=[ \t]*\[/ nextgroup=xlcfgCpussoftOfOperator skipwhite contains=xlcfgOption
syntax match xlcfgCpussoftOfOperator /+\?=/ contained nextgroup=xlcfgCpussoftList skipwhite
highlight default link xlcfgCpussoftOfOperator xlcfgOperator
syntax region xlcfgCpussoftList matchgroup=xlcfgBracket start=/\[/ end=/\]/ end=/^\%(\s*[A-Za-z_][A-Za-z0-9_.-]*[ \t]*+\?=\)\@=/ contains=xlcfgComment,xlcfgNumber,xlcfgSeparator,xlcfgIllegal,xlcfgCpussoftItem,xlcfgCpussoftList contained
syntax region xlcfgCpussoftItem matchgroup=xlcfgQuote start=/"\%([^"\\]*\%(\\.[^"\\]*\)*"\)\@=/ skip=/\\./ end=/"/ keepend oneline contains=xlcfgCpussoftOther,xlcfgCpussoftSign,xlcfgCpussoftFlag contained
syntax region xlcfgCpussoftItem matchgroup=xlcfgUnclosed start=/"\%([^"\\]*\%(\\.[^"\\]*\)*"\)\@!.\@=/ end=/\%([ \t]*\][ \t]*$\)\@=/ end=/$/ keepend oneline contains=xlcfgCpussoftOther,xlcfgCpussoftSign,xlcfgCpussoftFlag contained
syntax region xlcfgCpussoftItem matchgroup=xlcfgQuote start=/'\%([^'\\]*\%(\\.[^'\\]*\)*'\)\@=/ skip=/\\./ end=/'/ keepend oneline contains=xlcfgCpussoftOther,xlcfgCpussoftSign,xlcfgCpussoftFlag contained
syntax region xlcfgCpussoftItem matchgroup=xlcfgUnclosed start=/'\%([^'\\]*\%(\\.[^'\\]*\)*'\)\@!.\@=/ end=/\%([ \t]*\][ \t]*$\)\@=/ end=/$/ keepend oneline contains=xlcfgCpussoftOther,xlcfgCpussoftSign,xlcfgCpussoftFlag contained
highlight default link xlcfgCpussoftItem xlcfgString
syntax match xlcfgCpussoftIsSetting /\%#=1[^[:space:],\[\]=;#"']\@1<!\%(cpus_soft\)\ze[ \t]*+\?=[ \t]*["']/ nextgroup=xlcfgCpussoftIsOperator skipwhite contains=xlcfgOption
syntax match xlcfgCpussoftIsOperator /+\?=/ contained nextgroup=xlcfgCpussoftText skipwhite
highlight default link xlcfgCpussoftIsOperator xlcfgOperator
syntax region xlcfgCpussoftText matchgroup=xlcfgQuote start=/"\%([^"\\]*\%(\\.[^"\\]*\)*"\)\@=/ skip=/\\./ end=/"/ keepend oneline contains=xlcfgCpussoftOther,xlcfgCpussoftSign,xlcfgCpussoftFlag contained
syntax region xlcfgCpussoftText matchgroup=xlcfgUnclosed start=/"\%([^"\\]*\%(\\.[^"\\]*\)*"\)\@!.\@=/ end=/$/ end=/$/ keepend oneline contains=xlcfgCpussoftOther,xlcfgCpussoftSign,xlcfgCpussoftFlag contained
syntax region xlcfgCpussoftText matchgroup=xlcfgQuote start=/'\%([^'\\]*\%(\\.[^'\\]*\)*'\)\@=/ skip=/\\./ end=/'/ keepend oneline contains=xlcfgCpussoftOther,xlcfgCpussoftSign,xlcfgCpussoftFlag contained
syntax region xlcfgCpussoftText matchgroup=xlcfgUnclosed start=/'\%([^'\\]*\%(\\.[^'\\]*\)*'\)\@!.\@=/ end=/$/ end=/$/ keepend oneline contains=xlcfgCpussoftOther,xlcfgCpussoftSign,xlcfgCpussoftFlag contained
highlight default link xlcfgCpussoftText xlcfgString
syntax match xlcfgCpuidOther /\%([^,[:blank:]\\"']\|\\.\)[^,\\"']*\%(\\.[^,\\"']*\)*/ contained contains=xlcfgAddress,xlcfgEscape,xlcfgIllegalEscape
highlight default link xlcfgCpuidOther xlcfgString
syntax match xlcfgCpuidSign /[,]/ contained
highlight default link xlcfgCpuidSign xlcfgSpecSign
syntax match xlcfgCpuidFlag /\%(host\|policy\)\ze[ \t]*\%([,"']\|$\)\@=/ contained
highlight default link xlcfgCpuidFlag xlcfgFlag
syntax match xlcfgCpuidKey /\%(3dnow\|3dnowext\|3dnowprefetch\|abm\|acpi\|addr-msk-ext\|adx\|aes\|aesni\|altmovcr8\|amd-fsrc\|amd-fsrs\|amd-ppin\|amd-prefetchi\|amd-ssbd\|amd-stibp\|amx-bf16\|amx-complex\|amx-fp16\|amx-int8\|amx-tile\|apic\|apicidsize\|arat\|arch-caps\|arch-lbr\|arch-perf-mon\|auto-ibrs\|avx\|avx-ifma\|avx-ne-convert\|avx-vnni\|avx-vnni-int16\|avx-vnni-int8\|avx2\|avx512-4fmaps\|avx512-4vnniw\|avx512-bf16\|avx512-bitalg\|avx512-bmm\|avx512-fp16\|avx512-ifma\|avx512-vbmi\|avx512-vbmi2\|avx512-vnni\|avx512-vp2intersect\|avx512-vpopcntdq\|avx512bw\|avx512cd\|avx512dq\|avx512er\|avx512f\|avx512ifma\|avx512pf\|avx512vbmi\|avx512vl\|bhi-ctrl\|bhi-no\|bld\|bmi1\|bmi2\|brandid\|btc-no\|cet-ibt\|cet-ss\|cet-sss\|cldemote\|clflush\|clflushopt\|clfsh\|clwb\|clzero\|cmov\|cmp-legacy\|cmpccxadd\|cmplegacy\|cmpxchg16\|cmpxchg8\|cmt\|cntxid\|core-caps\|cpb\|cppc\|cpuid-user-dis\|cr8-legacy\|cx16\|cx8\|dbext\|dca\|ddp-ctrl\|de\|doitm\|ds\|dscpl\|dtes64\|efro\|eibrs\|eist\|energy-filtering\|enqcmd\|epsf\|erms\|est\|extapic\|f16c\|family\|fb-clear\|fb-clear-ctrl\|fbsdp-no\|fdp-excp-only\|ffxsr\|fma\|fma4\|fpu\|fred\|fs-gs-ns\|fsgsbase\|fsrcs\|fsrm\|fsrs\|fsrsc\|fxsr\|fzrm\|gds-ctrl\|gds-no\|gfni\|hle\|htt\|hw-pstate\|hybrid\|hypervisor\|ia64\|ibpb\|ibpb-brtype\|ibpb-ret\|ibrs\|ibrs-always\|ibrs-fast\|ibrs-same-mode\|ibrsb\|ibs\|if-pschange-mc-no\|ign-umonitor\|intel-ppin\|intel-psfd\|intel-ssb-no\|invpcid\|invtsc\|ipred-ctrl\|its-no\|itsc\|l1d-flush\|la57\|lahf-lm\|lahfsahf\|lam\|lass\|lfence+\|lfence-dispatch\|lkgs\|lm\|localapicid\|lwp\|maxhvleaf\|maxleaf\|mca\|mcdt-no\|mce\|mcu-ctrl\|mcu-ext\|md-clear\|mds-no\|misalignsse\|misc-pkg-ctrl\|mmx\|mmxext\|model\|mon-umon-mitg\|monitor\|monitorx\|movbe\|movdir64b\|movdiri\|mpx\|msr\|msrlist\|mtrr\|nc\|nmi-src\|no-fpu-sel\|no-invd\|no-lmsl\|no-nest-bp\|nodeid\|nodeid-msr\|nscb\|nx\|ospke\|osvw\|osxsave\|ovrclk-status\|pae\|page1gb\|pat\|pb-opt-ctrl\|pbe\|pbrsb-no\|pcid\|pclmulqdq\|pconfig\|pdcm\|perfctr_core\|perfctr_nb\|pge\|pks\|pku\|popcnt\|ppin\|pqe\|pqm\|prefetchi\|prefetchwt1\|proc-trace\|proccount\|procpkg\|psdp-no\|pse\|pse36\|psfd\|psn\|rdcl-no\|rdpid\|rdrand\|rdseed\|rdtscp\|rfds-clear\|rfds-no\|rrsba\|rrsba-ctrl\|rsba\|rstr-fp-err-ptrs\|rtm\|rtm-always-abort\|sbdr-ssdp-no\|sbpb\|sdbg\|sep\|serialize\|sgx\|sgx-keys\|sgx-lc\|sha\|sha512\|skinit\|skip-l1dfl\|slsm\|sm3\|sm4\|smap\|smep\|smx\|srbds-ctrl\|srso-msr-fix\|srso-no\|srso-us-no\|ss\|ssb-no\|ssbd\|sse\|sse2\|sse3\|sse4-1\|sse4-2\|sse4.1\|sse4.2\|sse4_1\|sse4_2\|sse4a\|ssse3\|stepping\|stibp\|stibp-always\|svm\|svm_decode\|svm_lbrv\|svm_npt\|svm_nrips\|svm_pausefilt\|svm_tscrate\|svm_vmcbclean\|syscall\|sysenter\|taa-no\|tbm\|tm\|tm1\|tm2\|tme\|topoext\|tsa-l1-no\|tsa-sq-no\|tsc\|tsc-adjust\|tsc-deadline\|tsc_adjust\|tsx-ctrl\|tsx-force-abort\|tsxldtrk\|uc-lock-dis\|uintr\|uiret-uif\|umip\|vaes\|verw-clear\|virt-ssbd\|vme\|vmx\|vpclmulqdq\|waitpkg\|wbnoinvd\|wdt\|wrmsrns\|x2apic\|xapic-status\|xfd\|xgetbv1\|xop\|xsave\|xsavec\|xsaveopt\|xsaves\|xtpr\)\ze[ \t]*=/ contained nextgroup=xlcfgCpuidIs skipwhite
highlight default link xlcfgCpuidKey xlcfgKey
syntax match xlcfgCpuidIs /=/ contained nextgroup=xlcfgCpuidValue,xlcfgCpuidNumber
highlight default link xlcfgCpuidIs xlcfgSpecSign
syntax match xlcfgCpuidValue /\%([^,\\"']\|\\.\)[^,\\"']*\%(\\.[^,\\"']*\)*/ contained contains=xlcfgAddress,xlcfgEscape,xlcfgIllegalEscape
highlight default link xlcfgCpuidValue xlcfgString
syntax match xlcfgCpuidNumber /[0-9]\+\ze[ \t]*\%([,"']\|$\)\@=/ contained
highlight default link xlcfgCpuidNumber xlcfgSpecNumber
syntax match xlcfgCpuidOfSetting /\%#=1[^[:space:],\[\]=;#"']\@1<!\%(cpuid\)\ze[ \t]*+\?=[ \t]*\[/ nextgroup=xlcfgCpuidOfOperator skipwhite contains=xlcfgOption
syntax match xlcfgCpuidOfOperator /+\?=/ contained nextgroup=xlcfgCpuidList skipwhite
highlight default link xlcfgCpuidOfOperator xlcfgOperator
syntax region xlcfgCpuidList matchgroup=xlcfgBracket start=/\[/ end=/\]/ end=/^\%(\s*[A-Za-z_][A-Za-z0-9_.-]*[ \t]*+\?=\)\@=/ contains=xlcfgComment,xlcfgNumber,xlcfgSeparator,xlcfgIllegal,xlcfgCpuidItem,xlcfgCpuidList contained
syntax region xlcfgCpuidItem matchgroup=xlcfgQuote start=/"\%([^"\\]*\%(\\.[^"\\]*\)*"\)\@=/ skip=/\\./ end=/"/ keepend oneline contains=xlcfgCpuidOther,xlcfgCpuidSign,xlcfgCpuidFlag,xlcfgCpuidKey contained
syntax region xlcfgCpuidItem matchgroup=xlcfgUnclosed start=/"\%([^"\\]*\%(\\.[^"\\]*\)*"\)\@!.\@=/ end=/\%([ \t]*\][ \t]*$\)\@=/ end=/$/ keepend oneline contains=xlcfgCpuidOther,xlcfgCpuidSign,xlcfgCpuidFlag,xlcfgCpuidKey contained
syntax region xlcfgCpuidItem matchgroup=xlcfgQuote start=/'\%([^'\\]*\%(\\.[^'\\]*\)*'\)\@=/ skip=/\\./ end=/'/ keepend oneline contains=xlcfgCpuidOther,xlcfgCpuidSign,xlcfgCpuidFlag,xlcfgCpuidKey contained
syntax region xlcfgCpuidItem matchgroup=xlcfgUnclosed start=/'\%([^'\\]*\%(\\.[^'\\]*\)*'\)\@!.\@=/ end=/\%([ \t]*\][ \t]*$\)\@=/ end=/$/ keepend oneline contains=xlcfgCpuidOther,xlcfgCpuidSign,xlcfgCpuidFlag,xlcfgCpuidKey contained
highlight default link xlcfgCpuidItem xlcfgString
syntax match xlcfgCpuidIsSetting /\%#=1[^[:space:],\[\]=;#"']\@1<!\%(cpuid\)\ze[ \t]*+\?=[ \t]*["']/ nextgroup=xlcfgCpuidIsOperator skipwhite contains=xlcfgOption
syntax match xlcfgCpuidIsOperator /+\?=/ contained nextgroup=xlcfgCpuidText skipwhite
highlight default link xlcfgCpuidIsOperator xlcfgOperator
syntax region xlcfgCpuidText matchgroup=xlcfgQuote start=/"\%([^"\\]*\%(\\.[^"\\]*\)*"\)\@=/ skip=/\\./ end=/"/ keepend oneline contains=xlcfgCpuidOther,xlcfgCpuidSign,xlcfgCpuidFlag,xlcfgCpuidKey contained
syntax region xlcfgCpuidText matchgroup=xlcfgUnclosed start=/"\%([^"\\]*\%(\\.[^"\\]*\)*"\)\@!.\@=/ end=/$/ end=/$/ keepend oneline contains=xlcfgCpuidOther,xlcfgCpuidSign,xlcfgCpuidFlag,xlcfgCpuidKey contained
syntax region xlcfgCpuidText matchgroup=xlcfgQuote start=/'\%([^'\\]*\%(\\.[^'\\]*\)*'\)\@=/ skip=/\\./ end=/'/ keepend oneline contains=xlcfgCpuidOther,xlcfgCpuidSign,xlcfgCpuidFlag,xlcfgCpuidKey contained
syntax region xlcfgCpuidText matchgroup=xlcfgUnclosed start=/'\%([^'\\]*\%(\\.[^'\\]*\)*'\)\@!.\@=/ end=/$/ end=/$/ keepend oneline contains=xlcfgCpuidOther,xlcfgCpuidSign,xlcfgCpuidFlag,xlcfgCpuidKey contained
highlight default link xlcfgCpuidText xlcfgString
syntax match xlcfgVnumaOther /\%([^[:blank:]\\"']\|\\.\)[^\\"']*\%(\\.[^\\"']*\)*/ contained contains=xlcfgAddress,xlcfgEscape,xlcfgIllegalEscape
highlight default link xlcfgVnumaOther xlcfgString
syntax match xlcfgVnumaKey /\%(pnode\|size\|vcpus\|vdistances\)\ze[ \t]*=/ contained nextgroup=xlcfgVnumaIs skipwhite
highlight default link xlcfgVnumaKey xlcfgKey
syntax match xlcfgVnumaIs /=/ contained nextgroup=xlcfgVnumaValue,xlcfgVnumaNumber
highlight default link xlcfgVnumaIs xlcfgSpecSign
syntax match xlcfgVnumaValue /\%([^\\"']\|\\.\)[^\\"']*\%(\\.[^\\"']*\)*/ contained contains=xlcfgAddress,xlcfgEscape,xlcfgIllegalEscape
highlight default link xlcfgVnumaValue xlcfgString
syntax match xlcfgVnumaNumber /[0-9]\+\ze[ \t]*\%(["']\|$\)\@=/ contained
highlight default link xlcfgVnumaNumber xlcfgSpecNumber
syntax match xlcfgVnumaOfSetting /\%#=1[^[:space:],\[\]=;#"']\@1<!\%(vnuma\)\ze[ \t]*+\?=[ \t]*\[/ nextgroup=xlcfgVnumaOfOperator skipwhite contains=xlcfgOption
syntax match xlcfgVnumaOfOperator /+\?=/ contained nextgroup=xlcfgVnumaList skipwhite
highlight default link xlcfgVnumaOfOperator xlcfgOperator
syntax region xlcfgVnumaList matchgroup=xlcfgBracket start=/\[/ end=/\]/ end=/^\%(\s*[A-Za-z_][A-Za-z0-9_.-]*[ \t]*+\?=\)\@=/ contains=xlcfgComment,xlcfgNumber,xlcfgSeparator,xlcfgIllegal,xlcfgVnumaItem,xlcfgVnumaList contained
syntax region xlcfgVnumaItem matchgroup=xlcfgQuote start=/"\%([^"\\]*\%(\\.[^"\\]*\)*"\)\@=/ skip=/\\./ end=/"/ keepend oneline contains=xlcfgVnumaOther,xlcfgVnumaKey contained
syntax region xlcfgVnumaItem matchgroup=xlcfgUnclosed start=/"\%([^"\\]*\%(\\.[^"\\]*\)*"\)\@!.\@=/ end=/\%([ \t]*\][ \t]*$\)\@=/ end=/$/ keepend oneline contains=xlcfgVnumaOther,xlcfgVnumaKey contained
syntax region xlcfgVnumaItem matchgroup=xlcfgQuote start=/'\%([^'\\]*\%(\\.[^'\\]*\)*'\)\@=/ skip=/\\./ end=/'/ keepend oneline contains=xlcfgVnumaOther,xlcfgVnumaKey contained
syntax region xlcfgVnumaItem matchgroup=xlcfgUnclosed start=/'\%([^'\\]*\%(\\.[^'\\]*\)*'\)\@!.\@=/ end=/\%([ \t]*\][ \t]*$\)\@=/ end=/$/ keepend oneline contains=xlcfgVnumaOther,xlcfgVnumaKey contained
highlight default link xlcfgVnumaItem xlcfgString
syntax match xlcfgVsndOther /\%([^,[:blank:]\\"']\|\\.\)[^,\\"']*\%(\\.[^,\\"']*\)*/ contained contains=xlcfgAddress,xlcfgEscape,xlcfgIllegalEscape
highlight default link xlcfgVsndOther xlcfgString
syntax match xlcfgVsndSign /[,]/ contained
highlight default link xlcfgVsndSign xlcfgSpecSign
syntax match xlcfgVsndFlag /\%(CARD\|PCM\|STREAM\)\ze[ \t]*\%([,"']\|$\)\@=/ contained
highlight default link xlcfgVsndFlag xlcfgFlag
syntax match xlcfgVsndKey /\%(backend\|buffer-size\|channels-max\|channels-min\|long-name\|name\|sample-formats\|sample-rates\|short-name\|type\|unique-id\)\ze[ \t]*=/ contained nextgroup=xlcfgVsndIs skipwhite
highlight default link xlcfgVsndKey xlcfgKey
syntax match xlcfgVsndIs /=/ contained nextgroup=xlcfgVsndValue,xlcfgVsndNumber
highlight default link xlcfgVsndIs xlcfgSpecSign
syntax match xlcfgVsndValue /\%([^,\\"']\|\\.\)[^,\\"']*\%(\\.[^,\\"']*\)*/ contained contains=xlcfgAddress,xlcfgEscape,xlcfgIllegalEscape
highlight default link xlcfgVsndValue xlcfgString
syntax match xlcfgVsndNumber /[0-9]\+\ze[ \t]*\%([,"']\|$\)\@=/ contained
highlight default link xlcfgVsndNumber xlcfgSpecNumber
syntax match xlcfgVsndOfSetting /\%#=1[^[:space:],\[\]=;#"']\@1<!\%(vsnd\)\ze[ \t]*+\?=[ \t]*\[/ nextgroup=xlcfgVsndOfOperator skipwhite contains=xlcfgOption
syntax match xlcfgVsndOfOperator /+\?=/ contained nextgroup=xlcfgVsndList skipwhite
highlight default link xlcfgVsndOfOperator xlcfgOperator
syntax region xlcfgVsndList matchgroup=xlcfgBracket start=/\[/ end=/\]/ end=/^\%(\s*[A-Za-z_][A-Za-z0-9_.-]*[ \t]*+\?=\)\@=/ contains=xlcfgComment,xlcfgNumber,xlcfgSeparator,xlcfgIllegal,xlcfgVsndItem,xlcfgVsndList contained
syntax region xlcfgVsndItem matchgroup=xlcfgQuote start=/"\%([^"\\]*\%(\\.[^"\\]*\)*"\)\@=/ skip=/\\./ end=/"/ keepend oneline contains=xlcfgVsndOther,xlcfgVsndSign,xlcfgVsndFlag,xlcfgVsndKey contained
syntax region xlcfgVsndItem matchgroup=xlcfgUnclosed start=/"\%([^"\\]*\%(\\.[^"\\]*\)*"\)\@!.\@=/ end=/\%([ \t]*\][ \t]*$\)\@=/ end=/$/ keepend oneline contains=xlcfgVsndOther,xlcfgVsndSign,xlcfgVsndFlag,xlcfgVsndKey contained
syntax region xlcfgVsndItem matchgroup=xlcfgQuote start=/'\%([^'\\]*\%(\\.[^'\\]*\)*'\)\@=/ skip=/\\./ end=/'/ keepend oneline contains=xlcfgVsndOther,xlcfgVsndSign,xlcfgVsndFlag,xlcfgVsndKey contained
syntax region xlcfgVsndItem matchgroup=xlcfgUnclosed start=/'\%([^'\\]*\%(\\.[^'\\]*\)*'\)\@!.\@=/ end=/\%([ \t]*\][ \t]*$\)\@=/ end=/$/ keepend oneline contains=xlcfgVsndOther,xlcfgVsndSign,xlcfgVsndFlag,xlcfgVsndKey contained
highlight default link xlcfgVsndItem xlcfgString
syntax match xlcfgSmbiosOther /\%([^[:blank:]\\"']\|\\.\)[^\\"']*\%(\\.[^\\"']*\)*/ contained contains=xlcfgAddress,xlcfgEscape,xlcfgIllegalEscape
highlight default link xlcfgSmbiosOther xlcfgString
syntax match xlcfgSmbiosKey /\%(baseboard_asset_tag\|baseboard_location_in_chassis\|baseboard_manufacturer\|baseboard_product_name\|baseboard_serial_number\|baseboard_version\|battery_device_name\|battery_manufacturer\|bios_vendor\|bios_version\|enclosure_asset_tag\|enclosure_manufacturer\|enclosure_serial_number\|oem\|system_manufacturer\|system_product_name\|system_serial_number\|system_version\)\ze[ \t]*=/ contained nextgroup=xlcfgSmbiosIs skipwhite
highlight default link xlcfgSmbiosKey xlcfgKey
syntax match xlcfgSmbiosIs /=/ contained nextgroup=xlcfgSmbiosValue,xlcfgSmbiosNumber
highlight default link xlcfgSmbiosIs xlcfgSpecSign
syntax match xlcfgSmbiosValue /\%([^\\"']\|\\.\)[^\\"']*\%(\\.[^\\"']*\)*/ contained contains=xlcfgAddress,xlcfgEscape,xlcfgIllegalEscape
highlight default link xlcfgSmbiosValue xlcfgString
syntax match xlcfgSmbiosNumber /[0-9]\+\ze[ \t]*\%(["']\|$\)\@=/ contained
highlight default link xlcfgSmbiosNumber xlcfgSpecNumber
syntax match xlcfgSmbiosOfSetting /\%#=1[^[:space:],\[\]=;#"']\@1<!\%(smbios\)\ze[ \t]*+\?=[ \t]*\[/ nextgroup=xlcfgSmbiosOfOperator skipwhite contains=xlcfgOption
syntax match xlcfgSmbiosOfOperator /+\?=/ contained nextgroup=xlcfgSmbiosList skipwhite
highlight default link xlcfgSmbiosOfOperator xlcfgOperator
syntax region xlcfgSmbiosList matchgroup=xlcfgBracket start=/\[/ end=/\]/ end=/^\%(\s*[A-Za-z_][A-Za-z0-9_.-]*[ \t]*+\?=\)\@=/ contains=xlcfgComment,xlcfgNumber,xlcfgSeparator,xlcfgIllegal,xlcfgSmbiosItem,xlcfgSmbiosList contained
syntax region xlcfgSmbiosItem matchgroup=xlcfgQuote start=/"\%([^"\\]*\%(\\.[^"\\]*\)*"\)\@=/ skip=/\\./ end=/"/ keepend oneline contains=xlcfgSmbiosOther,xlcfgSmbiosKey contained
syntax region xlcfgSmbiosItem matchgroup=xlcfgUnclosed start=/"\%([^"\\]*\%(\\.[^"\\]*\)*"\)\@!.\@=/ end=/\%([ \t]*\][ \t]*$\)\@=/ end=/$/ keepend oneline contains=xlcfgSmbiosOther,xlcfgSmbiosKey contained
syntax region xlcfgSmbiosItem matchgroup=xlcfgQuote start=/'\%([^'\\]*\%(\\.[^'\\]*\)*'\)\@=/ skip=/\\./ end=/'/ keepend oneline contains=xlcfgSmbiosOther,xlcfgSmbiosKey contained
syntax region xlcfgSmbiosItem matchgroup=xlcfgUnclosed start=/'\%([^'\\]*\%(\\.[^'\\]*\)*'\)\@!.\@=/ end=/\%([ \t]*\][ \t]*$\)\@=/ end=/$/ keepend oneline contains=xlcfgSmbiosOther,xlcfgSmbiosKey contained
highlight default link xlcfgSmbiosItem xlcfgString
syntax match xlcfgXenstorequotaOther /\%([^[:blank:]\\"']\|\\.\)[^\\"']*\%(\\.[^\\"']*\)*/ contained contains=xlcfgAddress,xlcfgEscape,xlcfgIllegalEscape
highlight default link xlcfgXenstorequotaOther xlcfgString
syntax match xlcfgXenstorequotaKey /\%(memory\|node-permissions\|node-size\|nodes\|outstanding\|path-max\|transaction-nodes\|transactions\|watches\)\ze[ \t]*=/ contained nextgroup=xlcfgXenstorequotaIs skipwhite
highlight default link xlcfgXenstorequotaKey xlcfgKey
syntax match xlcfgXenstorequotaIs /=/ contained nextgroup=xlcfgXenstorequotaValue,xlcfgXenstorequotaNumber
highlight default link xlcfgXenstorequotaIs xlcfgSpecSign
syntax match xlcfgXenstorequotaValue /\%([^\\"']\|\\.\)[^\\"']*\%(\\.[^\\"']*\)*/ contained contains=xlcfgAddress,xlcfgEscape,xlcfgIllegalEscape
highlight default link xlcfgXenstorequotaValue xlcfgString
syntax match xlcfgXenstorequotaNumber /[0-9]\+\ze[ \t]*\%(["']\|$\)\@=/ contained
highlight default link xlcfgXenstorequotaNumber xlcfgSpecNumber
syntax match xlcfgXenstorequotaOfSetting /\%#=1[^[:space:],\[\]=;#"']\@1<!\%(xenstore_quota\)\ze[ \t]*+\?=[ \t]*\[/ nextgroup=xlcfgXenstorequotaOfOperator skipwhite contains=xlcfgOption
syntax match xlcfgXenstorequotaOfOperator /+\?=/ contained nextgroup=xlcfgXenstorequotaList skipwhite
highlight default link xlcfgXenstorequotaOfOperator xlcfgOperator
syntax region xlcfgXenstorequotaList matchgroup=xlcfgBracket start=/\[/ end=/\]/ end=/^\%(\s*[A-Za-z_][A-Za-z0-9_.-]*[ \t]*+\?=\)\@=/ contains=xlcfgComment,xlcfgNumber,xlcfgSeparator,xlcfgIllegal,xlcfgXenstorequotaItem,xlcfgXenstorequotaList contained
syntax region xlcfgXenstorequotaItem matchgroup=xlcfgQuote start=/"\%([^"\\]*\%(\\.[^"\\]*\)*"\)\@=/ skip=/\\./ end=/"/ keepend oneline contains=xlcfgXenstorequotaOther,xlcfgXenstorequotaKey contained
syntax region xlcfgXenstorequotaItem matchgroup=xlcfgUnclosed start=/"\%([^"\\]*\%(\\.[^"\\]*\)*"\)\@!.\@=/ end=/\%([ \t]*\][ \t]*$\)\@=/ end=/$/ keepend oneline contains=xlcfgXenstorequotaOther,xlcfgXenstorequotaKey contained
syntax region xlcfgXenstorequotaItem matchgroup=xlcfgQuote start=/'\%([^'\\]*\%(\\.[^'\\]*\)*'\)\@=/ skip=/\\./ end=/'/ keepend oneline contains=xlcfgXenstorequotaOther,xlcfgXenstorequotaKey contained
syntax region xlcfgXenstorequotaItem matchgroup=xlcfgUnclosed start=/'\%([^'\\]*\%(\\.[^'\\]*\)*'\)\@!.\@=/ end=/\%([ \t]*\][ \t]*$\)\@=/ end=/$/ keepend oneline contains=xlcfgXenstorequotaOther,xlcfgXenstorequotaKey contained
highlight default link xlcfgXenstorequotaItem xlcfgString
syntax match xlcfgArmsciOther /\%([^,[:blank:]\\"']\|\\.\)[^,\\"']*\%(\\.[^,\\"']*\)*/ contained contains=xlcfgAddress,xlcfgEscape,xlcfgIllegalEscape
highlight default link xlcfgArmsciOther xlcfgString
syntax match xlcfgArmsciSign /[,]/ contained
highlight default link xlcfgArmsciSign xlcfgSpecSign
syntax match xlcfgArmsciKey /\%(type\)\ze[ \t]*=/ contained nextgroup=xlcfgArmsciIs skipwhite
highlight default link xlcfgArmsciKey xlcfgKey
syntax match xlcfgArmsciIs /=/ contained nextgroup=xlcfgArmsciValue,xlcfgArmsciNumber
highlight default link xlcfgArmsciIs xlcfgSpecSign
syntax match xlcfgArmsciValue /\%([^,\\"']\|\\.\)[^,\\"']*\%(\\.[^,\\"']*\)*/ contained contains=xlcfgAddress,xlcfgEscape,xlcfgIllegalEscape
highlight default link xlcfgArmsciValue xlcfgString
syntax match xlcfgArmsciNumber /[0-9]\+\ze[ \t]*\%([,"']\|$\)\@=/ contained
highlight default link xlcfgArmsciNumber xlcfgSpecNumber
syntax match xlcfgArmsciIsSetting /\%#=1[^[:space:],\[\]=;#"']\@1<!\%(arm_sci\)\ze[ \t]*+\?=[ \t]*["']/ nextgroup=xlcfgArmsciIsOperator skipwhite contains=xlcfgOption
syntax match xlcfgArmsciIsOperator /+\?=/ contained nextgroup=xlcfgArmsciText skipwhite
highlight default link xlcfgArmsciIsOperator xlcfgOperator
syntax region xlcfgArmsciText matchgroup=xlcfgQuote start=/"\%([^"\\]*\%(\\.[^"\\]*\)*"\)\@=/ skip=/\\./ end=/"/ keepend oneline contains=xlcfgArmsciOther,xlcfgArmsciSign,xlcfgArmsciKey contained
syntax region xlcfgArmsciText matchgroup=xlcfgUnclosed start=/"\%([^"\\]*\%(\\.[^"\\]*\)*"\)\@!.\@=/ end=/$/ end=/$/ keepend oneline contains=xlcfgArmsciOther,xlcfgArmsciSign,xlcfgArmsciKey contained
syntax region xlcfgArmsciText matchgroup=xlcfgQuote start=/'\%([^'\\]*\%(\\.[^'\\]*\)*'\)\@=/ skip=/\\./ end=/'/ keepend oneline contains=xlcfgArmsciOther,xlcfgArmsciSign,xlcfgArmsciKey contained
syntax region xlcfgArmsciText matchgroup=xlcfgUnclosed start=/'\%([^'\\]*\%(\\.[^'\\]*\)*'\)\@!.\@=/ end=/$/ end=/$/ keepend oneline contains=xlcfgArmsciOther,xlcfgArmsciSign,xlcfgArmsciKey contained
highlight default link xlcfgArmsciText xlcfgString

highlight default link xlcfgComment Comment
highlight default link xlcfgOption Identifier
highlight default link xlcfgDeprecatedOption PreProc
highlight default link xlcfgOperator Operator
highlight default link xlcfgNumber Number
highlight default link xlcfgString String
highlight default link xlcfgQuote xlcfgString
highlight default link xlcfgEscape SpecialChar
highlight default link xlcfgBracket Delimiter
highlight default link xlcfgSeparator Delimiter
highlight default link xlcfgTerminator Delimiter
highlight default link xlcfgIllegal Error
highlight default link xlcfgIllegalName xlcfgIllegal
highlight default link xlcfgIllegalEscape xlcfgIllegal
highlight default link xlcfgUnclosed xlcfgIllegal
highlight default link xlcfgPrefix PreProc
highlight default link xlcfgValue String
highlight default link xlcfgTarget String
highlight default link xlcfgFormat Type
highlight default link xlcfgVdev Identifier
highlight default link xlcfgAccess Statement
highlight default link xlcfgDevtype Type
highlight default link xlcfgWord Type
highlight default link xlcfgFlag Keyword
highlight default link xlcfgKey Label
highlight default link xlcfgDeprecatedKey PreProc
highlight default link xlcfgSpecSign Delimiter
highlight default link xlcfgSpecNumber Number
highlight default link xlcfgAddress Number

let b:current_syntax = 'xlcfg'
let &cpo = s:cpo
unlet s:cpo
