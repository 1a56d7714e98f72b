/** Files of kinds that the whole guests are not, to type and to complete within. */
import type { FileKindName } from '@xlcfg/shared/src/schema/kinds/index.ts';

export interface TypedFile {
  readonly what: string;
  readonly kind: FileKindName;
  readonly text: string;
}

export const TYPED_FILES: readonly TypedFile[] = [
  {
    what: 'an Arm guest',
    kind: 'guest',
    text: `name = "edge"
kernel = "/boot/Image"
ramdisk = "/boot/initrd.img"
extra = "console=ttyAMA0"
memory = 512
vcpus = 2
gic_version = "v3"
vuart = "sbsa_uart"
dtdev = [ "/soc/ethernet@fe30000" ]
device_tree = "/srv/edge.dtb"
irqs = [ 50 ]
iomem = [ "fe300,1" ]
passthrough = "enabled"
virtio = [ "type=virtio,device22,transport=mmio" ]
disk = [ 'vdev=xvda,backendtype=standalone,specification=virtio,target=/dev/vg7/edge' ]
`,
  },
  {
    what: 'a driver domain',
    kind: 'guest',
    text: `name = "storage"
type = "pvh"
kernel = "/boot/vmlinuz-6.1"
driver_domain = 1
memory = 1024
pci = [ '03:00.0,permissive=1', '04:00.1@5' ]
pci_seize = 1
vif = [
    'bridge=br8,backend=netdom,script=vif-openvswitch,rate=10Mb/s',
    'type=vif,mac=00:16:3e:11:22:34',
]
cpu_weight = 512
cap = 50
p9 = [ 'tag=a,path=/srv,security_model=none' ]
channel = [ 'connection=socket,path=/run/storage.sock,name=org.example.agent' ]
uuid = "01234567-89ab-cdef-0123-456789abcdef"
nestedhvm = 0
`,
  },
  {
    what: 'xl.conf',
    kind: 'xl.conf',
    text: `autoballoon="off"
lockfile="/run/lock/xl"
vif.default.bridge="br7"
vif.default.script="vif-bridge"
output_format="json"
vm.cpumask="all"
max_grant_frames=64
`,
  },
  {
    what: 'a CPU pool',
    kind: 'cpupool',
    text: `name = "rt"
sched = "rtds"
cpus = "4-7"
`,
  },
];
