/** Paravirtual devices. Facts: parse_config_data and its helpers of Xen 4.1 to 4.22, xl.cfg(5) and the manuals it names. */
import { optionsFor } from '../types.ts';
import { ALL } from './guestTypes.ts';

export const DEVICE_OPTIONS = optionsFor(ALL, [
  {
    name: 'disk',
    source: 'xl_parse.c:parse_config_data xl_parse.c:parse_disk_config libxlu_disk_l.l',
    kind: 'list',
    since: '4.1',
    use: 1,
    summary: 'The disks and CD-ROM drives of the guest, one string for each.',
    details:
      'In the short form target, format, name in the guest and access, in this order: `/dev/vg/web1,raw,xvda,rw`. ' +
      'Everything can also be written as `key=value`; a target with a comma in it needs `target=`, as the last one.\n\n' +
      'The old prefixes `phy:`, `file:` and `tap:aio:` are still accepted. A plain string instead of the list is warned of, ' +
      'and the guest starts without the disk. An item that is not a string drops itself and all that follow, silently.',
    defaultValue: 'none',
    example: "disk = [ '/dev/vg/web1,raw,xvda,rw' ]",
  },
  {
    name: 'vif',
    source: 'xl_parse.c:parse_config_data xl_parse.c:parse_nic_config',
    kind: 'list',
    since: '4.1',
    use: 1,
    summary: 'The network interfaces of the guest, one string for each.',
    details:
      "Each string has `key=value` parts: `bridge=`, `mac=`, `script=`, `ip=`, `model=` ... The empty string `''` is an " +
      'interface with all defaults. Without `mac=` the address is new at each start, and the guest may count its ' +
      'interfaces anew.\n\n' +
      'xl prints what it does not understand, without a line number, and goes on; a bad `rate`, `mtu` or `devid` ends ' +
      'it. A plain string instead of the list is warned of, and the guest starts without network.',
    defaultValue: 'none',
    example: "vif = [ 'mac=00:16:3e:5e:6c:00,bridge=xenbr0' ]",
  },
  {
    name: 'vif2',
    source: 'xl_parse.c:parse_config_data',
    kind: 'list',
    since: '4.1',
    summary: 'Network interfaces of the netchannel2 protocol, which was never finished.',
    details:
      'Whatever it says, xl prints a warning and makes no interface. Only the manual of 4.2 mentions it.',
    example: "vif2 = [ 'bridge=xenbr0' ]",
    warns: 'always',
    unused: true,
    deprecated: { since: '4.2', instead: '`vif`' },
  },
  {
    name: 'vtpm',
    source: 'xl_parse.c:parse_config_data',
    kind: 'list',
    since: '4.3',
    use: 4,
    summary: 'Virtual TPMs, each served by a guest that runs the vTPM program.',
    details:
      '`backend=` names that guest and must be there; `uuid=` tells the TPM apart and is made up where it is missing. ' +
      'Other keys are rejected.',
    example: "vtpm = [ 'backend=vtpm-web1' ]",
  },
  {
    name: 'p9',
    source: 'xl_parse.c:parse_config_data',
    kind: 'list',
    since: '4.9',
    use: 4,
    summary: 'Directories of the host that the guest can mount by 9pfs.',
    details:
      '`tag=` is the name to mount, `path=` the directory, `security_model=none` goes with them. A string that lacks one ' +
      'of the three is rejected, up to 4.18 by xl, since then by libxl ("9pfs spec missing required field!"). Since 4.19 ' +
      '`type=xen_9pfsd` has a daemon serve it, with limits (`max-space` ...).',
    example: "p9 = [ 'tag=share,path=/srv/share,security_model=none' ]",
  },
  {
    name: 'pvcalls',
    source: 'xl_parse.c:parse_config_data',
    kind: 'list',
    since: '4.11',
    summary: "Connections by which the guest's sockets are opened in another domain.",
    details: 'A network without network interface. The one key is `backend=`; others are rejected.',
    example: "pvcalls = [ 'backend=0' ]",
  },
  {
    name: 'channel',
    source: 'xl_parse.c:parse_config_data',
    kind: 'list',
    since: '4.5',
    use: 4,
    summary: 'Byte streams between a program on the host and one in the guest, such as an agent.',
    details:
      '`connection=pty` or `connection=socket,path=...` must be there, and so must `name=`, which the guest looks for: ' +
      'without one of them the guest is not created. A key that xl does not know is printed and ignored. An empty ' +
      'string makes xl crash.',
    example: "channel = [ 'connection=socket,path=/run/web1.sock,name=org.example.agent.1' ]",
  },
  {
    name: 'vdispl',
    source: 'xl_parse.c:parse_config_data xl_parse.c:parse_vdispl_config',
    kind: 'list',
    since: '4.10',
    summary: 'Paravirtual displays, for embedded systems.',
    details:
      '`connectors=id:WIDTHxHEIGHT;...` must be there. `backend=` names the domain that shows them, `be-alloc=1` lets that ' +
      'domain provide the memory. Without a colon in a connector xl crashes.',
    example: "vdispl = [ 'connectors=id0:1920x1080' ]",
  },
  {
    name: 'vsnd',
    source: 'xl_parse.c:parse_vsnd_config',
    kind: 'list',
    since: '4.12',
    summary: 'Paravirtual sound cards, for embedded systems.',
    details:
      'One inner list for each card, whose strings begin with `CARD`, `PCM` or `STREAM` and have `key=value` parts. What ' +
      'a card says (rates, formats, channels) holds for its devices and streams where they do not narrow it.',
    example: "vsnd = [ [ 'CARD, short-name=Main', 'PCM, name=Main', 'STREAM, unique-id=0, type=p' ] ]",
  },
  {
    name: 'vkb',
    source: 'xl_parse.c:parse_vkb_list,parse_vkb_config',
    kind: 'list',
    since: '4.12',
    summary: 'Paravirtual keyboards, pointers and touch screens.',
    details:
      '`backend-type=` (`qemu` or `linux`) must be there. A key that xl does not know, and `feature-multi-touch=1` without ' +
      'size or number of contacts, is rejected.',
    example: "vkb = [ 'backend-type=qemu' ]",
  },
  {
    name: 'virtio',
    source: 'xl_parse.c:parse_virtio_list,parse_virtio_config',
    kind: 'list',
    since: '4.18',
    summary: 'Virtio devices that another domain serves.',
    details:
      'Keys: `backend=`, `type=`, `transport=mmio`, `grant_usage=`; others are rejected. A type such as `virtio,device22` ' +
      'has a comma in it: xl takes the next part along for each type that begins with `virtio`, and crashes where there ' +
      'is none. Made for Arm.',
    example: "virtio = [ 'type=virtio,device22,transport=mmio' ]",
  },
]);
