/** Guests of any size, for measurements. */

const HEAD = `# A web server with many disks.
name = "web1"
type = "hvm"
memory = 2048
maxmem = 4096
vcpus = 4
uuid = "5e8a5b1c-8a6e-4c0e-9a57-0f7f3c6d2b10"
boot = "cd"
vif = [ 'mac=00:16:3e:00:00:01,bridge=xenbr0', 'mac=00:16:3e:00:00:02,bridge=xenbr1' ]
vnc = 1
vnclisten = "127.0.0.1"
keymap = "de"
usb = 1
usbdevice = [ 'tablet' ]
serial = "pty"
on_poweroff = "destroy"
on_reboot = "restart"
on_crash = "restart"
pci = [ '03:00.0,permissive=1', '03:00.1' ]
cpus = "0-3,^1"
`;

/** `a` to `z`, `aa`, ... */
const letters = (index: number): string =>
  (index < 26 ? '' : letters(Math.floor(index / 26) - 1)) + String.fromCharCode(97 + (index % 26));

const disk = (index: number): string =>
  `  '/dev/vg0/web1-data-${index},raw,xvd${letters(index)},rw',    # volume ${index}\n`;

/** A guest of about `size` bytes, in which nothing is wrong: settings, then a list of disks that is as long as it takes. */
export const guestText = (size: number): string => {
  const lines = [HEAD, 'disk = [\n'];
  let length = HEAD.length;
  for (let index = 0; length < size; index += 1) {
    const line = disk(index);
    lines.push(line);
    length += line.length;
  }
  lines.push(']\n');
  return lines.join('');
};

const byte = (value: number): string => (value & 255).toString(16).padStart(2, '0');

const nic = (index: number): string =>
  `  'mac=00:16:3e:${byte(index >> 16)}:${byte(index >> 8)}:${byte(index)},bridge=xenbr0,vifname=vif${index}',\n`;

/** A guest of about `size` bytes with one long list of disks or of interfaces, no two of them the same. */
export function listText(option: 'disk' | 'vif', size: number): string {
  const item = option === 'disk' ? disk : nic;
  const items: string[] = [];
  for (let length = 0; length < size; length += items.at(-1)?.length ?? 0) items.push(item(items.length));
  return `name = "a"\ntype = "pvh"\nmemory = 512\n${option} = [\n${items.join('')}]\n`;
}

/** One guest of a fleet: about 1 KB, from 2009, with a misspelt option. */
export const fleetText = (index: number): string => {
  return `# guest ${index}, set up in 2009 and carried on ever since
name = "web${index}"
builder = 'hvm'
memory = 2048
vcpus = 2
uuid = "5e8a5b1c-8a6e-4c0e-9a57-${index.toString(16).padStart(12, '0')}"
disk = [ 'tap:aio:/srv/xen/web${index}.img,xvda,w',
         'phy:/dev/vg0/web${index}-data,xvdb,w',
         'file:/srv/iso/debian-12.iso,hdc:cdrom,r' ]
vif = [ 'mac=00:16:3e:${byte(index >> 16)}:${byte(index >> 8)}:${byte(index)},bridge=xenbr0' ]
# What happens when the guest stops
on_poweroff = "destroy"
on_reboot = "restart"
on_crash = "restart"
# The screen
vnc = 1
vnclisten = "127.0.0.1"
keymap = "de"
serial = "pty"
memroy = 4096
localtime = 0
boot = "dc"
cpus = "0-3"
# Kept from the old host: bridge br0, gateway 192.0.2.1, backup at 02:00, restored once in 2014,
# moved to the new volume group in 2017, see the log of changes.
`;
};
