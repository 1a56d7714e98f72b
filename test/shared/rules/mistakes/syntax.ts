/** Files that xl rejects: each mistake has one finding, whatever the parser of xl stumbles over after it. */
import type { Mistake } from './mistake.ts';

const N = 'name = "a"\n';

export const SYNTAX: readonly Mistake[] = [
  [`${N}type = "pvh"\nmemory = 512\nkernel = «vmlinuz.gz»\n`, [/strings need quotes\. Quote it\./]],
  [`${N}type = "hvm"\nmemory = 512\nvnclisten = «web1.example.org»\n`, [/strings need quotes\. Quote it\./]],
  [`${N}memory = 512\nextra = «os.environ»\n`, [/This is Python code/]],
  // A block of Python is one mistake, with all its clauses.
  [`${N}«if 1:\n    arch_libdir = "lib64"\nelse:\n    arch_libdir = "lib"»\nmemory = 512\n`, [/Python code/]],
  [`${N}«def f():\n    """Doc,\nstring."""\n\n    return 1»\nmemory = 512\n`, [/Python code/]],
  [
    `${N}«var.check('vmid',\n    use="Virtual machine id",\n    check=vmid_check)»\nmemory = 512\n`,
    [/Python code/],
  ],
  [`${N}«import os\nimport re»\nmemory = 512\n`, [/Remove it: xl needs no modules/]],
  // Its variables are no options.
  [`${N}memory = 64 «+ vmid»\nvmid = 1\nvmid = 2\n`, [/Python code/]],
  [`${N}disk = [ «f(a,\n  b)» ]\n`, [/Python code/]],
  [`${N}vif = «( 'bridge=br0',\n  'bridge=br1' )»\n`, [/Use a list in brackets/]],
  [`${N}extra = «"""quiet"""»\n`, [/triple quotes/]],
  [`«"""\nA file for the web server:\n  name, memory\n"""»\nname = "a"\n`, [/Python code/]],
  [`${N}vfb = [ "vnc=1,vncpasswd=«"secret"" ]»\nmemory = 512\n`, [/The string ends at this quote/]],
  [`${N}«Disk device(s).»\nmemory = 512\n`, [/is not a setting: .*Comment it out with `#`/]],
  [`${N}«This is the web server.\nDo not stop it.»\nmemory = 512\n`, [/Comment it out with `#`/]],
  [`${N}disk = [ '/a,raw,xvda,rw',«\\»\n  '/b,raw,xvdb,rw' ]\n`, [/A backslash does not continue a line/]],
  [`${N}extra = "a" «\\»\n  "b"\nmemory = 512\n`, [/backslash/]],
  // The quotes are there, with something of another language around them.
  [`${N}type = «u"hvm"»\nmemory = 512\n`, [/Use `"hvm"`\./]],
  [`${N}type = «\`hvm\`»\nmemory = 512\n`, [/Use `"hvm"`\./]],
  [`${N}memory = «{{ memory }}»\n`, [/is a template placeholder/]],
  [`${N}memory = «\${MEMORY}»\n`, [/is a template placeholder/]],
  [`${N}memory = «@memory@»\n`, [/is a template placeholder/]],
  [`${N}memory = 2«,048»\n`, [/Use 2048\./]],
  [`${N}memory = 1 «048 576»\n`, [/Use 1048576\./]],
  // In quotes it would be no better.
  [`${N}memory = «-1»\n`, [/Use digits only, in MiB\.$/]],
  [`${N}memory = 512\nrtc_timeoffset = «-3600»\n`, [/quote it/]],
  // These are settings with a slip, and not prose.
  [`${N}«vcpus» 2\n`, [/Expected `=` after/]],
];
