;;; xlcfg-mode.el --- Guest configuration files of Xen's xl -*- lexical-binding: t; -*-

;; SPDX-License-Identifier: MIT
;; Package-Requires: ((emacs "26.1"))
;; Keywords: languages

;;; Commentary:

;; Colours for the files in /etc/xen: options that xl knows and those that
;; are deprecated, the fields of disks, the keys of other devices.
;; Generated from the schema by `npm run sync'.

;;; Code:

(defconst xlcfg--options
  '("acpi" "acpi_firmware" "acpi_laptop_slate" "acpi_s3" "acpi_s4" "altp2m" "altp2m_count"
    "apic" "arm_sci" "autoballoon" "bios" "bios_path_override" "blkdev_start" "boot"
    "bootloader" "bootloader_args" "bootloader_restrict" "bootloader_user" "cap" "channel"
    "claim_mode" "cmdline" "colo.default.proxyscript" "cpu_weight" "cpuid" "cpus" "cpus_soft"
    "device_model_args" "device_model_args_hvm" "device_model_args_pv" "device_model_override"
    "device_model_stubdomain_override" "device_model_stubdomain_seclabel" "device_model_user"
    "device_model_version" "device_tree" "disk" "display" "dm_restrict" "domid_policy"
    "driver_domain" "dtdev" "e820_host" "extra" "extratime" "firmware" "firmware_override"
    "gfx_passthru" "gic_version" "hap" "hdtype" "hpet" "hvm_pirq" "init_seclabel" "iomem"
    "ioports" "irqs" "kernel" "keymap" "llc_colors" "localtime" "lockfile" "max_event_channels"
    "max_grant_frames" "max_grant_version" "max_maptrack_frames" "maxmem" "maxvcpus" "mca_caps"
    "memory" "mmio_hole" "ms_vm_genid" "msr_relaxed" "name" "nestedhvm" "nodes" "nographic"
    "nomigrate" "nr_spis" "nx" "on_crash" "on_poweroff" "on_reboot" "on_soft_reset"
    "on_watchdog" "oos" "output_format" "p9" "pae" "passthrough" "pci" "pci_msitranslate"
    "pci_permissive" "pci_power_mgmt" "pci_seize" "period" "pool" "pvcalls" "pvshim"
    "pvshim_cmdline" "pvshim_extra" "pvshim_path" "ramdisk" "rdm" "rdm_mem_boundary"
    "remus.default.netbufscript" "root" "rtc_timeoffset" "run_hotplug_scripts" "sched" "sdl"
    "seclabel" "serial" "shadow_memory" "smbios" "smbios_firmware" "soundhw" "spice"
    "spice_clipboard_sharing" "spice_image_compression" "spice_streaming_video"
    "spiceagent_mouse" "spicedisable_ticketing" "spicehost" "spicepasswd" "spiceport"
    "spicetls_port" "spiceusbredirection" "spicevdagent" "stubdomain_cmdline"
    "stubdomain_kernel" "stubdomain_memory" "stubdomain_ramdisk" "sve" "tee" "timer_mode"
    "trap_unmapped_accesses" "tsc_mode" "type" "usb" "usbctrl" "usbdev" "usbdevice"
    "usbversion" "uuid" "vcpus" "vdispl" "vendor_device" "vfb" "vga" "videoram" "vif"
    "vif.default.backend" "vif.default.bridge" "vif.default.gatewaydev" "vif.default.script"
    "viridian" "virtio" "vkb" "vkb_device" "vm.cpumask" "vm.hvm.cpumask" "vm.pv.cpumask"
    "vmtrace_buf_kb" "vnc" "vncdisplay" "vnclisten" "vncpasswd" "vncunused" "vnuma" "vpmu"
    "vpt_align" "vsnd" "vtpm" "vuart" "xauthority" "xen_platform_pci" "xen_platform_pci_bar_uc"
    "xend_suspend_evtchn_compat" "xenstore_feature_mask" "xenstore_quota")
  "Options that xl reads.")

(defconst xlcfg--deprecated-options
  '("altp2mhvm" "builder" "defaultbridge" "device_model" "latency" "opengl" "pvh" "slice"
    "stdvga" "vif2" "vifscript" "vncviewer")
  "Options that there is something better for.")

(defconst xlcfg--disk-prefixes
  '("aio" "drbd" "enbd" "file" "ioemu" "iscsi" "nbd" "phy" "qcow" "qcow2" "raw" "tap" "tap2"
    "tapdisk" "vhd")
  "Deprecated prefixes of a disk's target.")

(defconst xlcfg--disk-flags
  '("cdrom" "colo" "direct-io-safe" "discard" "no-colo" "no-discard" "trusted" "untrusted")
  "Words that stand alone in a disk.")

(defconst xlcfg--disk-keys
  '("target" "access" "active-disk" "backend" "backendtype" "colo-export" "colo-host"
    "colo-port" "devtype" "format" "grant_usage" "hidden-disk" "script" "specification" "vdev")
  "Keys of a disk.")

(defconst xlcfg--disk-formats
  '("empty" "qcow" "qcow2" "qed" "raw" "vhd")
  "Formats of a disk.")

(defconst xlcfg--disk-accesses
  '("r" "ro" "rw" "w" "w!")
  "Ways to access a disk.")

(defconst xlcfg--specs
  '(
    (("vif")
     ","
     ("backend" "bridge" "colo_checkpoint_host" "colo_checkpoint_port" "colo_compare_notify_dev"
    "colo_compare_out" "colo_compare_pri_in" "colo_compare_sec_in" "colo_filter_mirror_outdev"
    "colo_filter_mirror_queue" "colo_filter_redirector0_indev" "colo_filter_redirector0_outdev"
    "colo_filter_redirector0_queue" "colo_filter_redirector1_indev"
    "colo_filter_redirector1_outdev" "colo_filter_redirector1_queue"
    "colo_filter_sec_redirector0_indev" "colo_filter_sec_redirector0_outdev"
    "colo_filter_sec_redirector0_queue" "colo_filter_sec_redirector1_indev"
    "colo_filter_sec_redirector1_outdev" "colo_filter_sec_redirector1_queue"
    "colo_filter_sec_rewriter0_queue" "colo_sock_compare_notify_id"
    "colo_sock_compare_notify_ip" "colo_sock_compare_notify_port" "colo_sock_compare_pri_in_id"
    "colo_sock_compare_pri_in_ip" "colo_sock_compare_pri_in_port" "colo_sock_compare_sec_in_id"
    "colo_sock_compare_sec_in_ip" "colo_sock_compare_sec_in_port" "colo_sock_mirror_id"
    "colo_sock_mirror_ip" "colo_sock_mirror_port" "colo_sock_redirector0_id"
    "colo_sock_redirector0_ip" "colo_sock_redirector0_port" "colo_sock_redirector1_id"
    "colo_sock_redirector1_ip" "colo_sock_redirector1_port" "colo_sock_redirector2_id"
    "colo_sock_redirector2_ip" "colo_sock_redirector2_port" "colo_sock_sec_redirector0_id"
    "colo_sock_sec_redirector0_ip" "colo_sock_sec_redirector0_port"
    "colo_sock_sec_redirector1_id" "colo_sock_sec_redirector1_ip"
    "colo_sock_sec_redirector1_port" "devid" "forwarddev" "gatewaydev" "ip" "mac" "model" "mtu"
    "rate" "script" "type" "vifname" "vlan" "accel" "netdev" "trusted" "untrusted"))
    (("vfb")
     ","
     ("display" "keymap" "opengl" "sdl" "vnc" "vncdisplay" "vnclisten" "vncpasswd" "vncunused"
    "xauthority" "type"))
    (("vkb")
     ","
     ("backend" "backend-type" "feature-abs-pointer" "feature-disable-keyboard"
    "feature-disable-pointer" "feature-multi-touch" "feature-raw-pointer" "height"
    "multi-touch-height" "multi-touch-num-contacts" "multi-touch-width" "unique-id" "width"))
    (("usbctrl")
     ","
     ("ports" "type" "version"))
    (("usbdev")
     ","
     ("controller" "hostaddr" "hostbus" "port" "type"))
    (("channel")
     ","
     ("backend" "connection" "name" "path"))
    (("p9")
     ","
     ("auto-delete" "backend" "max-files" "max-open-files" "max-space" "path" "security_model"
    "tag" "type"))
    (("vtpm")
     ","
     ("backend" "uuid"))
    (("vdispl")
     ","
     ("backend" "be-alloc" "connectors"))
    (("virtio")
     ","
     ("backend" "grant_usage" "transport" "type"))
    (("pvcalls")
     ","
     ("backend"))
    (("pci")
     ","
     ("bdf" "msitranslate" "name" "permissive" "power_mgmt" "rdm_policy" "seize" "vslot"))
    (("rdm")
     ","
     ("policy" "strategy"))
    (("cpus")
     ","
     ("all" "cpus" "nodes"))
    (("cpus_soft")
     ","
     ("all" "cpus" "nodes"))
    (("cpuid")
     ","
     ("3dnow" "3dnowext" "3dnowprefetch" "abm" "acpi" "addr-msk-ext" "adx" "aes" "aesni"
    "altmovcr8" "amd-fsrc" "amd-fsrs" "amd-ppin" "amd-prefetchi" "amd-ssbd" "amd-stibp"
    "amx-bf16" "amx-complex" "amx-fp16" "amx-int8" "amx-tile" "apic" "apicidsize" "arat"
    "arch-caps" "arch-lbr" "arch-perf-mon" "auto-ibrs" "avx" "avx-ifma" "avx-ne-convert"
    "avx-vnni" "avx-vnni-int16" "avx-vnni-int8" "avx2" "avx512-4fmaps" "avx512-4vnniw"
    "avx512-bf16" "avx512-bitalg" "avx512-bmm" "avx512-fp16" "avx512-ifma" "avx512-vbmi"
    "avx512-vbmi2" "avx512-vnni" "avx512-vp2intersect" "avx512-vpopcntdq" "avx512bw" "avx512cd"
    "avx512dq" "avx512er" "avx512f" "avx512ifma" "avx512pf" "avx512vbmi" "avx512vl" "bhi-ctrl"
    "bhi-no" "bld" "bmi1" "bmi2" "brandid" "btc-no" "cet-ibt" "cet-ss" "cet-sss" "cldemote"
    "clflush" "clflushopt" "clfsh" "clwb" "clzero" "cmov" "cmp-legacy" "cmpccxadd" "cmplegacy"
    "cmpxchg16" "cmpxchg8" "cmt" "cntxid" "core-caps" "cpb" "cppc" "cpuid-user-dis"
    "cr8-legacy" "cx16" "cx8" "dbext" "dca" "ddp-ctrl" "de" "doitm" "ds" "dscpl" "dtes64"
    "efro" "eibrs" "eist" "energy-filtering" "enqcmd" "epsf" "erms" "est" "extapic" "f16c"
    "family" "fb-clear" "fb-clear-ctrl" "fbsdp-no" "fdp-excp-only" "ffxsr" "fma" "fma4" "fpu"
    "fred" "fs-gs-ns" "fsgsbase" "fsrcs" "fsrm" "fsrs" "fsrsc" "fxsr" "fzrm" "gds-ctrl"
    "gds-no" "gfni" "hle" "htt" "hw-pstate" "hybrid" "hypervisor" "ia64" "ibpb" "ibpb-brtype"
    "ibpb-ret" "ibrs" "ibrs-always" "ibrs-fast" "ibrs-same-mode" "ibrsb" "ibs"
    "if-pschange-mc-no" "ign-umonitor" "intel-ppin" "intel-psfd" "intel-ssb-no" "invpcid"
    "invtsc" "ipred-ctrl" "its-no" "itsc" "l1d-flush" "la57" "lahf-lm" "lahfsahf" "lam" "lass"
    "lfence+" "lfence-dispatch" "lkgs" "lm" "localapicid" "lwp" "maxhvleaf" "maxleaf" "mca"
    "mcdt-no" "mce" "mcu-ctrl" "mcu-ext" "md-clear" "mds-no" "misalignsse" "misc-pkg-ctrl"
    "mmx" "mmxext" "model" "mon-umon-mitg" "monitor" "monitorx" "movbe" "movdir64b" "movdiri"
    "mpx" "msr" "msrlist" "mtrr" "nc" "nmi-src" "no-fpu-sel" "no-invd" "no-lmsl" "no-nest-bp"
    "nodeid" "nodeid-msr" "nscb" "nx" "ospke" "osvw" "osxsave" "ovrclk-status" "pae" "page1gb"
    "pat" "pb-opt-ctrl" "pbe" "pbrsb-no" "pcid" "pclmulqdq" "pconfig" "pdcm" "perfctr_core"
    "perfctr_nb" "pge" "pks" "pku" "popcnt" "ppin" "pqe" "pqm" "prefetchi" "prefetchwt1"
    "proc-trace" "proccount" "procpkg" "psdp-no" "pse" "pse36" "psfd" "psn" "rdcl-no" "rdpid"
    "rdrand" "rdseed" "rdtscp" "rfds-clear" "rfds-no" "rrsba" "rrsba-ctrl" "rsba"
    "rstr-fp-err-ptrs" "rtm" "rtm-always-abort" "sbdr-ssdp-no" "sbpb" "sdbg" "sep" "serialize"
    "sgx" "sgx-keys" "sgx-lc" "sha" "sha512" "skinit" "skip-l1dfl" "slsm" "sm3" "sm4" "smap"
    "smep" "smx" "srbds-ctrl" "srso-msr-fix" "srso-no" "srso-us-no" "ss" "ssb-no" "ssbd" "sse"
    "sse2" "sse3" "sse4-1" "sse4-2" "sse4.1" "sse4.2" "sse4_1" "sse4_2" "sse4a" "ssse3"
    "stepping" "stibp" "stibp-always" "svm" "svm_decode" "svm_lbrv" "svm_npt" "svm_nrips"
    "svm_pausefilt" "svm_tscrate" "svm_vmcbclean" "syscall" "sysenter" "taa-no" "tbm" "tm"
    "tm1" "tm2" "tme" "topoext" "tsa-l1-no" "tsa-sq-no" "tsc" "tsc-adjust" "tsc-deadline"
    "tsc_adjust" "tsx-ctrl" "tsx-force-abort" "tsxldtrk" "uc-lock-dis" "uintr" "uiret-uif"
    "umip" "vaes" "verw-clear" "virt-ssbd" "vme" "vmx" "vpclmulqdq" "waitpkg" "wbnoinvd" "wdt"
    "wrmsrns" "x2apic" "xapic-status" "xfd" "xgetbv1" "xop" "xsave" "xsavec" "xsaveopt"
    "xsaves" "xtpr" "host" "policy"))
    (("vnuma")
     ""
     ("pnode" "size" "vcpus" "vdistances"))
    (("vsnd")
     ","
     ("backend" "buffer-size" "channels-max" "channels-min" "long-name" "name" "sample-formats"
    "sample-rates" "short-name" "type" "unique-id" "CARD" "PCM" "STREAM"))
    (("smbios")
     ""
     ("baseboard_asset_tag" "baseboard_location_in_chassis" "baseboard_manufacturer"
    "baseboard_product_name" "baseboard_serial_number" "baseboard_version"
    "battery_device_name" "battery_manufacturer" "bios_vendor" "bios_version"
    "enclosure_asset_tag" "enclosure_manufacturer" "enclosure_serial_number" "oem"
    "system_manufacturer" "system_product_name" "system_serial_number" "system_version"))
    (("xenstore_quota")
     ""
     ("memory" "node-permissions" "node-size" "nodes" "outstanding" "path-max"
    "transaction-nodes" "transactions" "watches"))
    (("arm_sci")
     ","
     ("type")))
  "Options, separator and words of the strings of other devices.")

(defconst xlcfg--assignment "[ \t]*\\+?=\\(?:[^=]\\|$\\)"
  "What stands behind the name of an option.")

(defun xlcfg--option-regexp (names)
  "Return a regexp for a setting of one of NAMES, which is its first group."
  (concat "\\(?:^\\|;\\)[ \t]*\\(" (regexp-opt names) "\\)" xlcfg--assignment))

(defun xlcfg--in-string-p ()
  "Return the start of the string that point is in, or nil."
  (let ((state (syntax-ppss)))
    (and (nth 3 state) (nth 8 state))))

(defun xlcfg--option-of-string (start)
  "Return the name of the option whose value the string at START is in, or nil."
  (save-excursion
    (goto-char start)
    (let ((list-start (car (last (nth 9 (syntax-ppss))))))
      (goto-char (or (car (nth 9 (syntax-ppss))) list-start start))
      (skip-chars-backward " \t")
      (when (eq (char-before) ?=)
        (backward-char)
        (when (eq (char-before) ?+) (backward-char))
        (skip-chars-backward " \t")
        (let ((end (point)))
          (skip-chars-backward "a-z0-9_.")
          (buffer-substring-no-properties (point) end))))))

(defun xlcfg--is-list (start)
  "Return non-nil if the string at START is in a list."
  (> (car (syntax-ppss start)) 0))

(defun xlcfg--face-of-disk-word (word position)
  "Return the face of the field WORD of a disk at POSITION among the unnamed ones."
  (cond ((member word xlcfg--disk-flags) 'font-lock-keyword-face)
        ((eq position 0) nil)
        ((member word xlcfg--disk-formats) 'font-lock-constant-face)
        ((member word xlcfg--disk-accesses) 'font-lock-builtin-face)
        ((not (string= word "")) 'font-lock-type-face)))

(defun xlcfg--put (start end face)
  "Give the text from START to END the FACE, if there is one."
  (when (and face (< start end))
    (put-text-property start end 'face face)))

(defun xlcfg--fontify-disk (start end)
  "Colour the disk from START to END, quotes excluded."
  (let ((position 0))
    (goto-char start)
    (while (< (point) end)
      (skip-chars-forward " \t" end)
      (while (looking-at (concat (regexp-opt xlcfg--disk-prefixes) ":"))
        (xlcfg--put (point) (match-end 0) 'font-lock-preprocessor-face)
        (goto-char (match-end 0)))
      (let* ((field (point))
             (comma (progn (skip-chars-forward "^," end) (point)))
             (text (buffer-substring-no-properties field comma)))
        (cond
         ((string-match "\\`\\([a-z][-a-z0-9_]*\\)=" text)
          (let* ((key (match-string 1 text))
                 (value (+ field (match-end 0)))
                 (word (buffer-substring-no-properties value comma)))
            (when (member key xlcfg--disk-keys)
              (xlcfg--put field (+ field (length key)) 'font-lock-variable-name-face))
            (cond ((string= key "target") (setq comma end))
                  ((string= key "vdev") (xlcfg--put value comma 'font-lock-type-face))
                  ((member key '("format" "access"))
                   (xlcfg--put value comma (xlcfg--face-of-disk-word word 1))))))
         (t
          (let ((colon (and (> position 0) (string-match ":\\(?:cdrom\\|disk\\)\\'" text)
                            (+ field (match-beginning 0)))))
            (xlcfg--put field (or colon comma)
                        (if colon 'font-lock-type-face
                          (xlcfg--face-of-disk-word text position)))
            (when colon
              (xlcfg--put (1+ colon) comma 'font-lock-constant-face)))
          (unless (member text xlcfg--disk-flags)
            (setq position (1+ position)))))
        (goto-char (min end (1+ comma)))))))

(defun xlcfg--fontify-spec (start end spec)
  "Colour the keys of SPEC in the string from START to END, quotes excluded."
  (let ((separator (nth 1 spec))
        (words (nth 2 spec)))
    (goto-char start)
    (while (< (point) end)
      (skip-chars-forward " \t" end)
      (let ((field (point)))
        (skip-chars-forward "a-zA-Z0-9_-" end)
        (let* ((word-end (point))
               (word (buffer-substring-no-properties field word-end)))
          (skip-chars-forward " \t" end)
          (when (member word words)
            (cond ((eq (char-after) ?=)
                   (xlcfg--put field word-end 'font-lock-variable-name-face))
                  ((or (= (point) end) (looking-at "[,:]"))
                   (xlcfg--put field word-end 'font-lock-keyword-face)))))
        (if (string= separator "")
            (goto-char end)
          (skip-chars-forward (concat "^" separator) end)
          (unless (= (point) end) (forward-char)))))))

(defconst xlcfg--syntax-propertize
  (syntax-propertize-rules
   ;; Comments and closed strings are passed over; a string without its
   ;; quote ends with the line.
   ("#.*\\|\"\\(?:[^\"\\\n]\\|\\\\.\\)*\"\\|'\\(?:[^'\\\n]\\|\\\\.\\)*'\\|\\([\"']\\).*\\(\n\\)"
    (1 "|") (2 "|")))
  "Function for `syntax-propertize-function'.")

(defun xlcfg--fontify-strings (limit)
  "Colour the insides of all strings up to LIMIT; for `font-lock-keywords'."
  (while (re-search-forward "[\"']" limit t)
    (let ((start (xlcfg--in-string-p)))
      (when (and start (= (1+ start) (point)))
        (when (get-text-property start 'syntax-table)
          (xlcfg--put start (1+ start) 'font-lock-warning-face))
        (let ((end (save-excursion
                     (goto-char start)
                     (condition-case nil
                         (progn (forward-sexp) (1- (point)))
                       (scan-error (line-end-position)))))
              (option (xlcfg--option-of-string start)))
          (save-excursion
            (if (equal option "disk")
                (when (xlcfg--is-list start)
                  (xlcfg--fontify-disk (1+ start) end))
              (let ((spec (seq-find (lambda (one) (member option (car one))) xlcfg--specs)))
                (when spec (xlcfg--fontify-spec (1+ start) end spec)))))
          (goto-char (max (point) end))))))
  nil)

(defconst xlcfg-font-lock-keywords
  `((,(xlcfg--option-regexp xlcfg--options) 1 font-lock-function-name-face)
    (,(xlcfg--option-regexp xlcfg--deprecated-options) 1 font-lock-preprocessor-face)
    ("\\(?:^\\|;\\)[ \t]*\\([A-Z_][A-Za-z0-9_.-]*\\|[a-z][a-z0-9_.]*[A-Z-][A-Za-z0-9_.-]*\\)[ \t]*\\+?="
     1 font-lock-warning-face)
    ("[=[,][ \t]*\\([0-9][0-9a-fx]*\\)[ \t]*\\(?:$\\|[],;#]\\)" 1 font-lock-constant-face)
    ("[=[,][ \t]*\\([^] \t\r\n\"'#;,=[0-9][^] \t\r\n\"'#;,=[]+\\|[0-9][0-9a-fx]*[^] \t\r\n\"'#;,=[0-9a-fx][^] \t\r\n\"'#;,=[]+\\)"
     1 font-lock-warning-face)
    (xlcfg--fontify-strings))
  "Colours of `xlcfg-mode', beside those of strings and comments.")

(defvar xlcfg-mode-syntax-table
  (let ((table (make-syntax-table)))
    (modify-syntax-entry ?# "<" table)
    (modify-syntax-entry ?\n ">" table)
    (modify-syntax-entry ?\" "\"" table)
    (modify-syntax-entry ?' "\"" table)
    (modify-syntax-entry ?\\ "\\" table)
    (modify-syntax-entry ?_ "_" table)
    (modify-syntax-entry ?. "_" table)
    (modify-syntax-entry ?- "_" table)
    table)
  "Syntax of `xlcfg-mode'.")

;;;###autoload
(define-derived-mode xlcfg-mode prog-mode "xlcfg"
  "Major mode for the guest configuration files of Xen's xl."
  (setq-local comment-start "# ")
  (setq-local comment-start-skip "#+[ \t]*")
  (setq-local syntax-propertize-function xlcfg--syntax-propertize)
  (setq-local font-lock-defaults '(xlcfg-font-lock-keywords)))

;; Eglot starts this server in buffers of `xlcfg-mode'.
(defvar eglot-server-programs)
(with-eval-after-load 'eglot
  (add-to-list 'eglot-server-programs
               '(xlcfg-mode "xlcfg-language-server" "--stdio")))

;;;###autoload
(add-to-list 'auto-mode-alist '("/xen/\\(?:auto/\\)?[^/]*\\.\\(?:cfg\\|pvh?\\)\\'" . xlcfg-mode))
;;;###autoload
(add-to-list 'auto-mode-alist '("\\.\\(?:hvm\\|pvlinux\\|pvhlinux\\)\\'" . xlcfg-mode))

(provide 'xlcfg-mode)
;;; xlcfg-mode.el ends here
