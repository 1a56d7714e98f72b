/** What xl and its libraries say of devices other than disks. Facts: xl_parse.c, libxlu_vif.c, libxlu_pci.c, libxl_*.c. */

import { messages, messagesByOption, type XlMessage } from '../message.ts';

const RATE_FAULTS = [
  'invalid rate',
  'invalid replenishment interval',
  'no rate specified',
  'rate overflow',
  'replenishment interval overflow',
];

export const STRING_MESSAGES: readonly XlMessage[] = [
  ...RATE_FAULTS.flatMap((reason) =>
    messages(
      {
        [`config parsing error in vif: ${reason} in \`{rate}'`]: [
          'spec-bad-value',
          'Write the rate as `10Mb/s`, or with an interval, `10Mb/s@20ms`.',
        ],
      },
      'vif',
    ),
  ),
  ...messagesByOption({
    pci: {
      'Unknown PCI_SPEC_STRING option: {key}': ['spec-unknown-key spec-bad-form'],
      'Unknown PCI BDF option: {key}': ['spec-unknown-key spec-bad-form'],
      "Unknown PCI_SPEC_STRING option: {key}unable to parse PCI_SPEC_STRING `{string}' for passthrough": [
        'spec-unknown-key spec-bad-form',
      ],
      "Unknown PCI BDF option: {key}unable to parse PCI BDF `{string}' for passthrough": [
        'spec-unknown-key spec-bad-form',
      ],
      "Unknown RDM policy: {policy}unable to parse PCI_SPEC_STRING `{string}' for passthrough": [
        'spec-bad-value',
      ],
      "{policy} is not an valid PCI RDM property policy: 'strict' or 'relaxed'.": [
        'spec-bad-value',
        'Write `rdm_policy=strict` or `rdm_policy=relaxed`.',
      ],
      "{policy} is not an valid PCI RDM property policy: 'strict' or 'relaxed'.unable to parse PCI BDF `{string}' for passthrough":
        ['spec-bad-value', 'Write `rdm_policy=strict` or `rdm_policy=relaxed`.'],
      "libxlu_pci.c:{line}: xlu_pci_parse_bdf: Assertion `{text}' failed.": [
        'spec-bad-value',
        'xl crashes because of the address of a PCI device. Write it as `03:00.0`.',
      ],
    },
    rdm: {
      'Unknown RDM policy: {policy}': ['spec-bad-value', 'Write `policy=strict` or `policy=relaxed`.'],
      'Unknown RDM property policy value: {policy}': [
        'spec-bad-value',
        'Write `policy=strict` or `policy=relaxed`.',
      ],
      'Unknown RDM state option: {key}': ['spec-unknown-key', 'The keys are `strategy` and `policy`.'],
      'Unknown RDM strategy option: {strategy}': ['spec-bad-value', 'The only strategy is `host`.'],
    },
  }),
];

export const DEVICE_STRING_MESSAGES: readonly XlMessage[] = [
  ...messages({
    'xl: failed to convert "{value}" to number': [
      'spec-bad-value vnuma-nodes',
      'A key of a string wants a number, such as `devid=1` of a NIC. Write digits only.',
    ],
  }),
  ...messagesByOption({
    vif: {
      "unrecognized argument `{string}'": ['spec-unknown-key spec-bad-form spec-bad-value spec-padding'],
      "Invalid parameter `mac'.": [
        'spec-bad-value',
        'Write six pairs of hexadecimal digits, `mac=00:16:3e:12:34:56`.',
      ],
      "Invalid parameter `type'.": ['spec-bad-value', 'Write `type=vif` or `type=ioemu`.'],
      'the accel parameter for vifs is currently not supported': ['spec-deprecated', 'Remove `accel`.'],
      'the netdev parameter is deprecated, please use gatewaydev instead': ['spec-deprecated'],
      'xlu_vif_parse_rate failed: {reason}': ['spec-bad-value', 'Write the rate as `10Mb/s`.'],
    },
    pci: {
      "unable to parse PCI BDF `{string}' for passthrough": [
        'spec-bad-form spec-bad-value spec-unknown-key spec-missing-key spec-conflict',
      ],
      "unable to parse PCI_SPEC_STRING `{string}' for passthrough": [
        'spec-bad-form spec-bad-value spec-missing-key spec-conflict spec-unknown-key',
      ],
    },
    vtpm: {
      "Unknown string `{string}' in vtpm spec": ['spec-unknown-key spec-missing-key spec-bad-form'],
      'vtpm spec missing required backend field!': [
        'spec-missing-key spec-bad-form',
        'Write `vtpm = [ "backend=DOMAIN" ]`.',
      ],
      'Failed to parse vtpm UUID: {uuid}': ['spec-bad-value', 'Write a UUID with its dashes.'],
    },
    p9: {
      "Unknown string `{string}' in 9pfs spec": ['spec-unknown-key spec-missing-key'],
      "Unknown 9pfs parameter '{string}'": ['spec-unknown-key spec-missing-key'],
      '9pfs spec missing required field!': [
        'spec-missing-key spec-bad-form',
        'Write `tag`, `path` and `security_model`.',
      ],
      'failed to parse 9pfs configuration: {string}': ['spec-bad-form spec-missing-key'],
      'failed to parse 9pfs type: {type}': ['spec-bad-value', 'Write `type=xen_9pfsd`, or remove `type`.'],
    },
    pvcalls: { "Unknown string `{string}' in pvcalls spec": ['spec-unknown-key'] },
    usbctrl: {
      "Unknown string `{string}' in usbctrl spec": ['spec-unknown-key spec-bad-form'],
      "Invalid usb controller type '{type}'": ['spec-bad-value spec-separator spec-padding'],
    },
    usbdev: {
      "Unknown string `{string}' in usbdev spec": ['spec-unknown-key spec-missing-key spec-bad-form'],
      'Invalid usb device type: {type}': ['spec-bad-value spec-missing-key', 'Write `type=hostdev`.'],
    },
    vdispl: {
      'Unknown string "{string}" in vdispl spec': ['spec-unknown-key spec-missing-key spec-bad-form'],
      'At least one connector should be specified.': [
        'spec-missing-key spec-bad-value wrong-item',
        'Write `connectors=id0:1920x1080`.',
      ],
      "Can't parse connector resolution": ['spec-bad-value', 'Write the resolution as `id0:1920x1080`.'],
      'free(): double free detected in {text}': [
        'spec-bad-value',
        'xl crashes because of a connector. Write it as `id0:1920x1080`.',
      ],
    },
    vkb: {
      'Unknown string "{string}" in vkb spec': ['spec-unknown-key spec-bad-form spec-missing-key'],
      'Unknown backend_type "{type}" in vkb spec': [
        'spec-bad-value spec-padding',
        'Write `backend-type=qemu` or `backend-type=linux`.',
      ],
      'backend-type should be set in vkb spec': [
        'spec-missing-key spec-bad-value',
        'Write `backend-type=qemu` or `backend-type=linux`.',
      ],
      'multi-touch-width, multi-touch-height, multi-touch-num-contacts should be set for multi touch in vkb spec':
        ['spec-conflict', 'Write all three, or none.'],
    },
    vsnd: {
      'Invalid key: {key}': [
        'spec-bad-form',
        'A sound card begins with `CARD`, then come `PCM` and `STREAM`, in capitals.',
      ],
      'Invalid parameter: {parameter}': ['spec-unknown-key spec-bad-form'],
      'Invalid pcm format: {format}': ['spec-bad-value', 'Write a format such as `s16_le`.'],
      'Invalid stream type: {type}': ['spec-bad-value', 'Write `p` or `c`: playback or capture.'],
      'Failed to get vsnd card list: {reason}': [
        'wrong-item',
        'Write `vsnd = [ [ "CARD, ...", "PCM, ...", "STREAM, ..." ] ]`.',
      ],
      'No pcm device': ['spec-bad-form spec-missing-key', 'A `STREAM` needs a `PCM` before it.'],
      'No vsnd pcm device': ['spec-bad-form spec-missing-key', 'A `STREAM` needs a `PCM` before it.'],
      'No vsnd stream': [
        'spec-bad-form spec-missing-key',
        'The parameters of a stream need `STREAM` before them.',
      ],
    },
    virtio: {
      'Unknown string "{string}" in virtio spec': ['spec-unknown-key spec-bad-form spec-missing-key'],
    },
    channel: {
      'failed to parse channel configuration: {string}': ['spec-bad-form spec-missing-key'],
      "unknown channel connection '{connection}'": [
        'spec-bad-value',
        'Write `connection=pty` or `connection=socket`.',
      ],
      "channel connection 'socket' requires path=..": ['spec-missing-key', 'Add `path=/path/to/socket`.'],
      "channel has unknown 'connection'": [
        'spec-missing-key',
        'Write `connection=pty` or `connection=socket`.',
      ],
      "unknown channel parameter '{key}', ignoring": ['spec-unknown-key'],
    },
  }),
];

export const DEVICE_MESSAGES: readonly XlMessage[] = messagesByOption({
  vif: {
    'trying to create PV or PVH guest with an emulated interface': [
      'spec-conflict',
      'Only HVM guests have emulated NICs. Remove `type=ioemu` and `model`.',
    ],
  },
  p9: {
    '9pfs spec missing required field!': ['spec-missing-key', 'Write `tag`, `path` and `security_model`.'],
    'Illegal 9pfs parameter combination': [
      'spec-conflict spec-bad-value',
      '`max_files`, `max_space` and `auto_delete` need `type=xen_9pfsd`.',
    ],
  },
  channel: {
    'channel {number} has no name': ['spec-missing-key', 'Add `name=...` to the channel.'],
    'channel {number} has no path': ['spec-missing-key', 'Add `path=/path/to/socket` to the channel.'],
    'channel {number} has no defined connection; to where should it be connected?': [
      'spec-missing-key',
      'Add `connection=pty` or `connection=socket`.',
    ],
  },
  vfb: {
    'vncdisplay set, vnclisten contains display': [
      'spec-conflict',
      'Write the display once: remove `:N` from `vnclisten`, or remove `vncdisplay`.',
    ],
  },
  virtio: {
    'Invalid type for virtio device: {type}': ['spec-bad-value'],
    'FDT: make_virtio_mmio_node_device{call} failed: {number} = {reason}': [
      'spec-bad-value',
      'Write a `type` such as `virtio,device22`.',
    ],
    'Unable to set virtio defaults for device {number}':
      'The virtio device lacks a `type` or a `transport`. Write both.',
  },
  name: {
    'Domain with name "{name}" already exists.':
      'A guest of this name runs already. Stop it, or give this one another `name`.',
  },
  pci: {
    'PCI device {address} is not assignable':
      'The device is not bound to pciback in dom0. Run `xl pci-assignable-add` with its address first, or add `seize=1` to the string.',
    'PCI device already attached to a domain':
      'Another guest has the device. Only one guest at a time can have it.',
    '{address} is not assigned to pciback driver':
      'The device is not bound to pciback in dom0. Run `xl pci-assignable-add` with its address first, or add `seize=1` to the string.',
    '{address} already assigned to pciback': 'The device is ready for a guest: nothing to do.',
    'Looks like pciback driver is not loaded':
      'dom0 lacks the driver for passthrough. Run `modprobe xen-pciback`.',
    'Looks like pciback driver not loaded':
      'dom0 lacks the driver for passthrough. Run `modprobe xen-pciback`.',
    "The kernel doesn't support reset from sysfs for PCI device {address}":
      'dom0 cannot reset the device before the guest gets it. Often harmless.',
    'cannot read {attribute} of pci device {address}':
      'dom0 has no such device, or hides what it is. Check the address with `lspci`.',
    'Must specify a v-slot for multi-function devices':
      'For all functions of a device, `00:1d.*`, write the slot that it gets: `00:1d.*@5`.',
    "wrong format for the vdevfn: '{text}'": 'QEMU gave the device a slot that libxl cannot read.',
    'xc_assign_device failed':
      'Xen cannot give the device to the guest: the IOMMU is off, or another guest has the device. Check `xl info` for `hvm_directio`.',
    'Name too long': 'Shorten `name=` in the string.',
    'Names may only include printable characters': 'Remove what is not printable from `name=` in the string.',
    'qemu refused to add device: {reason}': 'QEMU cannot use the PCI device.',
  },
  dtdev: {
    'xc_assign_dtdevice failed: {number}':
      'Xen cannot give the device to the guest. Check the path in the device tree, and that the device is behind an IOMMU.',
  },
  usbdev: {
    'USB device is not assignable.':
      'The host has no such USB device, or it is a hub. Check `lsusb`, and `hostbus` and `hostaddr`.',
    'USB device already attached to a domain': 'Another guest has the device.',
    'USB controller must be specified if you specify port':
      'Add `controller=` to the string, or remove `port=`.',
    "The controller port isn't available":
      'Another device has this `port`, or the controller has fewer. Remove `port=` to get a free one.',
    'No available port under specified controller':
      'All ports of the controller are taken. Raise `ports` in `usbctrl`.',
    'Invalid USB device': 'The string lacks `hostbus` or `hostaddr`. Write both.',
    "opendir failed: '{path}': {reason}": 'dom0 has no USB support, or `/sys` is not mounted.',
  },
  usbctrl: {
    "Don't support adding USB device from non-Dom0 backend":
      'A USB device can only come from dom0. Remove `backend`.',
    'Illegal USB version': ['spec-bad-value spec-conflict', 'Write `version=1`, `2` or `3`.'],
    'USB version for paravirtualized devices must be 1 or 2': [
      'spec-bad-value spec-conflict',
      'Write `version=1` or `version=2`.',
    ],
    'Number of ports for USB controller is limited to {number}': ['spec-bad-value spec-conflict'],
    'Number of ports for USB controller of version 1 is always 2': ['spec-conflict', 'Remove `ports`.'],
    'Number of ports for USB controller of version 2 is always 6': ['spec-conflict', 'Remove `ports`.'],
    'Number of ports for USB controller of version 3 is limited to 15': [
      'spec-conflict',
      'Write at most `ports=15`.',
    ],
    'Unsupported usb controller type': ['spec-conflict', 'Remove `type`.'],
    'backend type not supported by device model':
      'The QEMU of dom0 was built without USB for PV guests. Write `type=pv`.',
  },
});
