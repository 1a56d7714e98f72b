/** Which of xl's files a file is, by its name and its text; `-` where it is none of them. */

import { fileKind, isBarelyBegun } from '@xlcfg/shared/src/detect/fileKind.ts';
import { describe, expect, it } from 'vitest';
import { anyText, law } from '../../support/laws.ts';
import { slowdown } from '../../support/slowdown.ts';

const expectKind = (kind: string, path: string, text: string): void =>
  expect(fileKind(path, text) ?? '-').toBe(kind);

const PVH =
  'name = "web1"\ntype = "pvh"\nkernel = "/boot/vmlinuz"\nmemory = 1024\ndisk = [ "/dev/vg/web1,raw,xvda,rw" ]\n';

describe('guests', () => {
  it.each([
    ['of today', 'web1.cfg', PVH],
    ['in the folder of Xen', '/etc/xen/web1', PVH],
    ['among those that start with the host', '/etc/xen/auto/web1', PVH],
    ['by a URI', 'file:///etc/xen/web1.cfg', PVH],
    ['by a path of Windows', 'C:\\xen\\WEB1.CFG', PVH],
    ['with another name', 'notes.txt', PVH],
    ['with the name of something else', 'server.cfg', PVH],
    ['with Windows line ends', 'a.cfg', PVH.replace(/\n/g, '\r\n')],
    ['with a byte order mark', 'a.cfg', `\ufeff${PVH}`],
    [
      'of 2006',
      'a.cfg',
      'kernel = "/boot/vmlinuz-2.6-xen"\nroot = "/dev/hda1 ro"\nmemory = 64\nvif = [ "" ]\n',
    ],
    [
      'of xm, with Python in it',
      'xmexample1.cfg',
      "import os, re\narch = os.uname()[4]\nif re.search('64', arch):\n    arch_libdir = 'lib64'\nbuilder='hvm'\ndevice_model = '/usr/' + arch_libdir\nvnc=1\nusbdevice='tablet'\n",
    ],
    ['of hvm', 'win.hvm', 'builder = "hvm"\nvnc = 1\nboot = "d"\n'],
    [
      'for Arm',
      'domu.cfg',
      '# comment\nseclabel = "system_u"\nname = "DomU"\ndtdev = [ "/soc/x" ]\nvcpus = 4\n',
    ],
    [
      'with settings behind many comments',
      'a.cfg',
      `${'# Licensed under the GPL\n'.repeat(60)}vif = [ "" ]\nname = "a"\n`,
    ],
    ['with an empty line at first', 'a.cfg', '\nvif = [ "" ]\n'],
    ['that is being written', 'a.cfg', 'name = "a"\nmem'],
    ['with nothing in it yet', 'a.cfg', ''],
    ['with half a name in it so far', 'a.cfg', '# my guest\n\nmem'],
    ['with half a setting in it so far', 'Untitled-1', 'type = '],
    ['with comments in it so far', 'a.cfg', '# my guest\n'],
    ['with a word that tells nothing, in the folder of Xen', '/etc/xen/a.cfg', 'foo = "x"\n'],
    ['with a mistake in every line', 'a.cfg', 'vcpus = two\nMemory = 512\nvif [ "" ]\ndisk = "x"\n'],
    ['with one line in the way of YAML', 'a.cfg', 'name="a"\ntype="pvh"\nkernel="/k"\nmemory: 2048\n'],
    ['with a list in the way of YAML', 'a.cfg', 'name="a"\nkernel="/k"\nvcpus=2\ndisk: ["/a,raw,xvda"]\n'],
    ['with a stray brace', 'a.cfg', 'name = "a"\nkernel = "/k"\nmemory = 512\n}\n'],
    ['with a setting behind a semicolon', 'a.cfg', 'name = "a"\nkernel = "/k"\nmemory = 512\n;vcpus = 2\n'],
    ['with a misspelt option', 'a.cfg', 'name = "a"\nvcps = 2\n'],
    ['with a misspelt type', 'a.cfg', 'name = "a"\nkernel = "/k"\ntype = "xyz"\n'],
    ['of an old kind, by its name', 'a.pvhlinux', 'foo = "x"\n'],
    ['whatever its name, by two settings', 'helloworld.conf', 'name = "a"\nmemroy = 512\nkernel = "/k"\n'],
    ['with the name of a pool', 'cpupool.cfg', PVH],
    ['on one line', 'a.conf', 'name="web"; kernel="/k"; memory=512\n'],
  ])('%s', (_what, path, text) => expectKind('guest', path, text));

  it.each([
    ['nothing in it', ''],
    ['comments in it', '# managed by puppet\n'],
    ['half a setting in it', 'type = '],
  ])('with %s is a guest only in an editor', (_what, text) => {
    expect(fileKind('a.cfg', text, false)).toBeNull();
  });
});

it.each([
  ['two common settings', 'serial = "/dev/ttyS0"\nbaud = 9600\n'],
  ['a single common setting', 'name = "a"\n'],
])('%s make a guest in an editor only, where more may follow', (_what, text) => {
  expect(fileKind('a.cfg', text, false)).toBeNull();
});

it.each([
  ['', true],
  ['# my guest\n', true],
  ['# my guest\n\nmem', true],
  ['memory =', true],
  ['memory = 512\n', false],
  ['import os\n', false],
])('%j has barely begun: %s', (text, expected) => expect(isBarelyBegun(text)).toBe(expected));

describe("xl's other files", () => {
  it.each([
    ['xl.conf', '/etc/xen/xl.conf', 'autoballoon = "off"\nvif.default.bridge = "xenbr0"\n'],
    ['xl.conf', '/etc/xen/xl.conf', '# comments\n'],
    ['cpupool', '/etc/xen/cpupool', 'name = "pool1"\nsched = "credit2"\ncpus = [ "2", "3" ]\n'],
    ['cpupool', 'pool1.cfg', 'name = "pool1"\nsched = "null"\n'],
    ['cpupool', 'pool1.cfg', 'name = "pool1"\nnodes = [ "0" ]\n'],
    ['guest', 'pool1.cfg', 'name = "a"\ncpus = "0"\nvcpus = 1\n'],
  ])('%s: %s %j', (kind, path, text) => expectKind(kind, path, text));
});

describe('files of other programs', () => {
  it.each([
    [
      'setup of a Python package',
      'setup.cfg',
      '[metadata]\nname = demo\nversion = 1.0\n\n[options]\npackages = find:\n',
    ],
    ['setup, in the folder of Xen', '/home/me/xen/setup.cfg', '[bdist_wheel]\nuniversal = 1\n'],
    ['flake8', '.flake8.cfg', '[flake8]\nmax-line-length = 110\n'],
    ['Ansible', 'ansible.cfg', '[defaults]\ninventory = hosts\ntimeout = 30\n'],
    ['tox', 'tox.cfg', '[tox]\nenvlist = py311\n[testenv]\ncommands = pytest\n'],
    ['Mercurial', 'hg.cfg', '[ui]\nusername = me <me@example.org>\n'],
    [
      'HAProxy',
      'haproxy.cfg',
      'global\n    maxconn 4096\n    user haproxy\ndefaults\n    mode http\nfrontend www\n    bind *:80\n    default_backend web\n',
    ],
    [
      'GRUB',
      'grub.cfg',
      'set default="0"\nset timeout=5\nmenuentry "Debian" {\n  linux /vmlinuz root=/dev/sda1\n}\n',
    ],
    ['SYSLINUX', 'syslinux.cfg', 'DEFAULT linux\nLABEL linux\n  KERNEL vmlinuz\n  APPEND root=/dev/sda1\n'],
    ['Nagios', 'hosts.cfg', 'define host {\n  host_name  web1\n  address    192.0.2.1\n}\n'],
    ['Nagios, main', 'nagios.cfg', 'log_file=/var/log/nagios.log\ncfg_file=/etc/nagios/x.cfg\n'],
    ['Supervisor', 'supervisord.cfg', '[program:web]\ncommand=/bin/cat\nautostart=true\nuser=web\n'],
    [
      'Kickstart',
      'ks.cfg',
      'install\nlang en_US.UTF-8\nkeyboard us\nrootpw --iscrypted x\nnetwork --bootproto=dhcp\n',
    ],
    ['kickstart by another name', 'base.cfg', '%packages\n@core\n%end\nlang: en\n'],
    [
      'preseed',
      'preseed.cfg',
      'd-i debian-installer/locale string en_US\nd-i netcfg/choose_interface select auto\n',
    ],
    ['OpenOCD', 'board.cfg', 'source [find interface/jlink.cfg]\nset CHIPNAME stm32\nadapter speed 1000\n'],
    ['YAML', 'a.cfg', 'name: web1\nmemory: 512\ndisks:\n  - /dev/x\n'],
    ['JSON', 'a.cfg', '{\n  "name": "web1",\n  "memory": 512\n}\n'],
    ['XML', 'a.cfg', '<?xml version="1.0"?>\n<config>\n  <name>x</name>\n</config>\n'],
    ['Kodi', 'a.cfg', '<settings version="2">\n</settings>\n'],
    ['libconfig', 'a.cfg', 'window:\n{\n  title = "x";\n  size = { w = 640; h = 480; };\n};\n'],
    ['a game', 'config.cfg', '// generated\nbind "w" "+forward"\nsensitivity "3"\n'],
    ['Terraform', 'main.cfg', 'resource "x" "y" {\n  name = "web1"\n  memory = 512\n}\n'],
    ['a shell script', 'a.cfg', 'if [ -f /etc/x ]; then\n  echo hello\nfi\nset -e\nexport A=b\n'],
    [
      'logging of Python',
      'logging.cfg',
      '[loggers]\nkeys=root\n\n[handler_console]\nclass=StreamHandler\nlevel=INFO\n',
    ],
    ['something long, with a setting far below', 'a.cfg', `${'hello\n'.repeat(400)}vif = [ "" ]\n`],
    ['words', 'a.cfg', 'hello world\nhow are you\n'],
    ['key and value without quotes', 'app.cfg', 'name=demo\nport=8080\nhost=localhost\n'],
    ['two words', 'a.cfg', 'some\nwords\n'],
    ['a network', 'net.cfg', 'hostname=web1\nip=10.0.0.5\nnetmask=255.255.255.0\n'],
    ['a network with a section', 'net.cfg', '[network]\nhostname=web1\ngateway=10.0.0.1\n'],
    ['gunicorn', 'gun.cfg', 'bind="x"\nname="web"\nworkers=4\n'],
    ['a package', 'package.cfg', 'type="module"\nname="x"\nversion="1"\n'],
    ['libconfig without a block', 'a.cfg', 'name = "Books";\nlist = ( "a", 2 );\n'],
    ['nothing yet, with the name of something else', 'setup.cfg', ''],
    [
      "xenstored's, in the folder of Xen",
      '/etc/xen/oxenstored.conf',
      '# comment\npid-file = /run/xen/xenstored.pid\nmerge-activate = true\nquota-maxentity = 1000\n',
    ],
    ['a page, in the folder of Xen', '/etc/xen/README', 'Guests are described here.\nOne file each.\n'],
    ['a script, in the folder of Xen', '/etc/xen/x.sh', '#!/bin/sh\nA=1\necho $A\n'],
    ['a version', 'a.cfg', 'v1.2\n'],
    ['a package with a version', 'a.cfg', 'name = "x"\nversion = "1"\nauthor = "y"\n'],
    ['a serial line', 'tty.cfg', 'serial = "/dev/ttyUSB0"\nbaud = 115200\nparity = "none"\n'],
    ['a kiosk', 'kiosk.cfg', 'display = 1\ntimeout = 10\nroot = "/srv"\n'],
    [
      "xen.efi's",
      'xen.cfg',
      '[global]\ndefault=xen\n\n[xen]\noptions=console=vga\nkernel=vmlinuz root=/dev/sda1\nramdisk=initrd.img\n',
    ],
    ['a network, in quotes', 'net.cfg', 'hostname = "web1"\nip = "192.0.2.1"\ngateway = "192.0.2.254"\n'],
  ])('%s', (_what, path, text) => expectKind('-', path, text));
});

it('never throws, whatever the name and the text', () => {
  law(anyText, (text) => expect(['guest', 'xl.conf', 'cpupool', '-']).toContain(fileKind(text, text) ?? '-'));
});

it.each<readonly [string, (n: number) => string]>([
  ['lines', (n) => 'vif = [ "" ]\n'.repeat(n)],
  ['a long line', (n) => `name = "${'x'.repeat(4 * n)}"`],
  ['a long word', (n) => 'x'.repeat(8 * n)],
  ['blanks', (n) => ' '.repeat(8 * n)],
  ['dots', (n) => `${'a.'.repeat(4 * n)}{`],
])('takes linear time: %s', (_what, text) => {
  expect(slowdown((n) => fileKind('a.cfg', text(n)))).toBeLessThan(10);
});
