/** The rules of the grammar. What is rejected at all, and where exactly, is in test/shared/syntax. */
import type { RuleCases } from './case.ts';

export const SYNTAX_CASES: readonly RuleCases[] = [
  {
    code: 'unexpected-character',
    fires: [
      ['«//» my guest\n', 'error', null],
      ['memory«\u00a0»=«\u00a0»512\n', 'error', 'memory = 512\n'],
    ],
    silent: [['# // my guest\n'], ['name = "a\u00a0b"\n']],
  },
  {
    code: 'unexpected-token',
    fires: [
      ['vcpus = 2 «memory» = 512\n', 'error', 'vcpus = 2\nmemory = 512\n'],
      ['«[section]»\nvcpus = 2\n', 'error', '# [section]\nvcpus = 2\n'],
      ['vcpus = 2 «more»\n', 'error', 'vcpus = 2 # more\n'],
      ['vcpus = 2 «more»', 'error', 'vcpus = 2 # more\n'],
      ['vcpus = 2 «// two»\n', 'error', 'vcpus = 2 # two\n'],
      ['vcpus = 2«,»\n', 'error', 'vcpus = 2\n'],
      // UTF-16, as it is read byte by byte.
      ['«ÿþn\0a\0»', 'error', null],
      ['vcpus = 2«, memory = 512»\n', 'error', 'vcpus = 2; memory = 512\n'],
      ['cpus = [ "1" «;» ]\n', 'error', null],
    ],
    silent: [['vcpus = 2; memory = 512\n'], ['vcpus = 2 # more\n']],
  },
  {
    code: 'carriage-return',
    fires: [
      ['vcpus = 2«\r»\nmemory = 512\r\n', 'error', 'vcpus = 2\nmemory = 512\n'],
      ['# note\r\nvcpus = 2«\r»\r\n', 'error', '# note\nvcpus = 2\n'],
    ],
    silent: [['# note\r\nvcpus = 2\n'], ['name = "a\rb"\n']],
  },
  {
    code: 'byte-order-mark',
    fires: [['«\ufeff»vcpus = 2\n', 'error', 'vcpus = 2\n']],
    silent: [['name = "\ufeff"\n']],
  },
  {
    code: 'comment-at-end',
    fires: [['vcpus = 2\n«# note»', 'error', 'vcpus = 2\n# note\n']],
    silent: [['vcpus = 2\n# note\n'], ['vcpus = 2\n#']],
  },
  {
    code: 'unclosed-string',
    fires: [
      ['name = «"web1»\n', 'error', 'name = "web1"\n'],
      ["name = «'web1»\n", 'error', "name = 'web1'\n"],
      ['cpus = [ «"1» ]\n', 'error', 'cpus = [ "1" ]\n'],
      ['extra = «"console=hvc0\\»\n', 'error', 'extra = "console=hvc0"\n'],
      ['extra = «"C:\\\\»\n', 'error', 'extra = "C:\\\\"\n'],
    ],
    silent: [['name = "web1"\n'], ['# "\n']],
  },
  {
    code: 'nul-in-string',
    fires: [['name = "we«\0»b1"\n', 'error', 'name = "web1"\n']],
    silent: [['# \0\n']],
  },
  {
    code: 'bad-escape',
    fires: [
      ['extra = "a«\\e»b"\n', 'error', 'extra = "a\\\\eb"\n'],
      ['extra = "«\\x»41"\n', 'error', 'extra = "\\\\x41"\n'],
      ['extra = "«\\1»"\n', 'error', 'extra = "\\\\1"\n'],
    ],
    silent: [['extra = "a\\tb\\\\e"\n'], ['extra = "\\012"\n']],
  },
  {
    code: 'bad-name',
    fires: [
      ['«Memory» = 512\n', 'error', 'memory = 512\n'],
      ['«on-crash» = "restart"\n', 'error', 'on_crash = "restart"\n'],
      ['«Owner» = "me"\n', 'error', null],
    ],
    silent: [['memory = 512\n']],
  },
  {
    code: 'missing-operator',
    fires: [
      ['«memory»\n', 'error', '# memory\n'],
      ['«memory» 512\n', 'error', '# memory 512\n'],
      ['«name»: "web1"\n', 'error', ['name = "web1"\n', '# name: "web1"\n']],
      ['«name» : "web1"\n', 'error', ['name = "web1"\n', '# name : "web1"\n']],
      ['«memory» := 512\n', 'error', ['memory = 512\n', '# memory := 512\n']],
    ],
    silent: [['memory = 512\n'], ['memory += 512\n']],
  },
  {
    code: 'missing-value',
    fires: [
      ['extra «=»\n', 'error', 'extra = ""\n'],
      ['extra «+=» # note\n', 'error', 'extra += "" # note\n'],
    ],
    silent: [['extra = ""\n'], ['cpus = [\n]\n']],
  },
  {
    code: 'bare-value',
    fires: [
      ['type = «hvm»\n', 'error', 'type = "hvm"\n'],
      ['kernel = «/boot/vmlinuz» # new\n', 'error', 'kernel = "/boot/vmlinuz" # new\n'],
      ['localtime = «True»\n', 'error', 'localtime = 1\n'],
      ['localtime = «no»\n', 'error', 'localtime = 0\n'],
      ['memory = «0x1FF»\n', 'error', 'memory = 0x1ff\n'],
      ['rtc_timeoffset = «-3600»\n', 'error', 'rtc_timeoffset = "-3600"\n'],
      ['cpus = [ «all» ]\n', 'error', 'cpus = [ "all" ]\n'],
      ['extra = «C:\\x»\n', 'error', 'extra = "C:\\\\x"\n'],
      ['extra = «a "b" c»\n', 'error', null],
      // Quotes of word processors.
      ['type = «“hvm”»\n', 'error', 'type = "hvm"\n'],
      ['type = «‘hvm’»\n', 'error', 'type = "hvm"\n'],
      ['extra = «“a "b"”»\n', 'error', null],
      // Numbers with units: in quotes xl would go on without the option.
      ['memory = «2G»\n', 'error', 'memory = 2048\n'],
      ['memory = «512MiB»\n', 'error', 'memory = 512\n'],
      ['memory = «64k»\n', 'error', null],
      ['memory = «1_024»\n', 'error', null],
      ['vcpus = «2G»\n', 'error', null],
      ['vcpus = «four»\n', 'error', null],
      ['foo = «2G»\n', 'error', 'foo = "2G"\n'],
      // Signs of other languages.
      ['memory =«= 2048»\n', 'error', 'memory =2048\n'],
      ['vcpus =«>2»\n', 'error', 'vcpus =2\n'],
      ['name =«= web»\n', 'error', null],
      ['vif = «None»\n', 'error', null],
      ['cpus = [ "1", «// pinned»\n]\n', 'error', 'cpus = [ "1", # pinned\n]\n'],
      ['cpus = [ "1", «// pinned» ]\n', 'error', null],
      // One string without its quotes.
      ['disk = [ «/dev/a»,«raw»,«xvda» ]\n', 'error', 'disk = [ "/dev/a,raw,xvda" ]\n'],
      [
        'vif = [«mac=00:16:3e:00:00:01»,«bridge=br0»]\n',
        'error',
        'vif = ["mac=00:16:3e:00:00:01,bridge=br0"]\n',
      ],
      ['cpus = [ «all», «none» ]\n', 'error', 'cpus = [ "all", "none" ]\n'],
    ],
    silent: [['type = "hvm"\n'], ['localtime = 1\n'], ['memory = 0x1ff\n']],
  },
  {
    code: 'missing-comma',
    fires: [
      ['cpus = [ "1" «"2"» ]\n', 'error', 'cpus = [ "1", "2" ]\n'],
      ['cpus = [ "1", "2" «"3"» ]\n', 'error', 'cpus = [ "1", "2", "3" ]\n'],
      ['cpus = [ "1" ; «"2"» ]\n', 'error', 'cpus = [ "1", "2" ]\n'],
      ['cpus = [ "1,\n «"2"» ]\n', 'error', null],
    ],
    silent: [['cpus = [ "1", "2", ]\n']],
  },
  {
    code: 'unexpected-comma',
    fires: [['cpus = [ "1",«,» "2" ]\n', 'error', 'cpus = [ "1", "2" ]\n']],
    silent: [['cpus = [ "1", "2", ]\n']],
  },
  {
    code: 'unclosed-list',
    fires: [
      ['cpus = «[» "1",\nvcpus = 1\n', 'error', 'cpus = [ "1", ]\nvcpus = 1\n'],
      ['cpus = «[» "1" # pinned\nvcpus = 1\n', 'error', 'cpus = [ "1" ] # pinned\nvcpus = 1\n'],
      ["cpus = «[» '1\n", 'error', null],
      ['cpus = «[» [ "1 ]\n', 'error', null],
    ],
    silent: [['cpus = [ "1",\n]\nvcpus = 1\n']],
  },
  {
    code: 'nested-too-deep',
    fires: [[`a = ${'['.repeat(4997)}«]»${']'.repeat(4996)}\n`, 'error', null]],
    silent: [[`a = ${'['.repeat(4996)}${']'.repeat(4996)}\n`]],
  },
  {
    code: 'mixed-addition',
    fires: [
      ['vif = [ "" ]\nvif «+= "bridge=br0"»\n', 'error', 'vif = [ "" ]\nvif += [ "bridge=br0" ]\n'],
      ['extra = "a"\nextra «+= [ "b" ]»\n', 'error', null],
    ],
    silent: [['vif = [ "" ]\nvif += [ "bridge=br0" ]\n'], ['extra = "a"\nextra += "b"\n']],
  },
  {
    code: 'triple-quotes',
    fires: [
      ['extra = «"""quiet"""»\n', 'error', 'extra = "quiet"\n'],
      ["vif = [ «'''bridge=br0'''» ]\n", 'error', "vif = [ 'bridge=br0' ]\n"],
      ['extra = «"""quiet\nro"""»\nvcpus = 2\n', 'error', null],
      ['extra = «"""quiet»\nvcpus = 2\n', 'error', null],
    ],
    // The last byte of a file is one that xl does not notice.
    silent: [['extra = ""\n'], ["extra = \"'''\"\n"], ['extra = """']],
  },
  {
    code: 'nested-quotes',
    fires: [
      ['vfb = [ "vnc=1,vncpasswd=«"secret"" ]»\n', 'error', null],
      ['vfb = ["vnc=1,vncpasswd=«"secret"»\n"]\nmemory = 512\n', 'error', null],
      ['extra = "a «"b" c"»\n', 'error', null],
      ['name = "web1«""»\n', 'error', null],
    ],
    silent: [['vfb = [ "vnc=1", "vnc=0" ]\n'], ['extra = "a \'b\' c"\n'], ['vif = [ "a" "b" ]\n']],
  },
  {
    code: 'line-continuation',
    fires: [
      [
        "disk = [ '/a,raw,xvda', «\\»\n  '/b,raw,xvdb' ]\n",
        'error',
        "disk = [ '/a,raw,xvda',\n  '/b,raw,xvdb' ]\n",
      ],
      ['extra = "a" «\\»\n"b"\n', 'error', null],
    ],
    silent: [['extra = "a\\\\"\n'], ['# a \\\n']],
  },
  {
    code: 'python-code',
    fires: [
      ['vif = [ "ip=%s" «% ip» ]\n', 'error', null],
      ['«import os»\n', 'error', ''],
      ['name = "web%d" «% 1»\n', 'error', null],
      ['kernel = «boot("vmlinuz")»\n', 'error', null],
    ],
    silent: [['import = 1\n'], ['extra = "import os"\n']],
  },
];
