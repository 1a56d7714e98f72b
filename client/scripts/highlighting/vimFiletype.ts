/** Vim's ftdetect and ftplugin files. What a guest's file is, is told as the language itself tells it (fileKind.ts). */
import { COMMON_NAMES, MAX_LINES, OTHER_NAMES, POOL_NAMES } from '@xlcfg/shared/src/detect/fileKind.ts';
import { OPTIONS, XEND_OPTIONS } from '@xlcfg/shared/src/schema/index.ts';
import { inRows } from './rows.ts';

const HEADER = '" Generated from the schema by `npm run sync -w client`.';

/** The lines of a Vim expression that is true for the words. */
const dictionary = (variable: string, words: Iterable<string>): string[] => {
  const rows = inRows([...new Set(words)].sort());
  return [
    `let ${variable} = {}`,
    "for s:name in split('' .",
    ...rows.map((row, index) => `      \\ '${row} '${index < rows.length - 1 ? ' .' : ')'}`),
    `  let ${variable}[s:name] = 1`,
    'endfor',
  ];
};

const NAMES = [...OPTIONS, ...XEND_OPTIONS].map(({ name }) => name);

/** The patterns are those of fileKind.ts in Vim's notation. */
const DETECTION = `
let s:setting = '^[ \\t]*\\([A-Za-z_][A-Za-z0-9_.-]*\\)[ \\t]*+\\?=[ \\t]*\\(.*\\)$'
let s:xl_value = '^\\%(["''[]\\|[0-9][0-9a-fx]*[ \\t]*\\%([#;]\\|$\\)\\)'
let s:foreign = '^[ \\t]*\\%(\\[[A-Za-z][^]''",]*\\][ \\t]*\\%([#;].*\\)\\?$\\|[A-Za-z0-9_.-]\\+[ \\t]*{\\|}\\|<[A-Za-z0-9_!?/]'
      \\ . '\\|[A-Za-z0-9_-]\\+:\\%([ \\t]\\|$\\)\\|set [a-z]\\|menuentry \\|LABEL \\|DEFAULT \\|define \\|;\\)'

function! s:Weigh() abort
  let l:seen = {'names': {}, 'lines': 0, 'own': 0, 'weak': 0, 'foreign': 0}
  for l:line in getline(1, ${MAX_LINES})
    let l:line = substitute(strpart(l:line, 0, 400), '\\r$', '', '')
    if l:line =~# '^[ \\t\\uFEFF]*\\%(#\\|$\\)'
      continue
    endif
    let l:seen.lines += 1
    let [l:name, l:value] = (matchlist(l:line, s:setting) + ['', '', ''])[1:2]
    if l:name !=# ''
      let l:seen.names[l:name] = 1
    endif
    if has_key(s:own, l:name)
      let l:seen.own += 1
    elseif has_key(s:common, l:name) && l:value =~# s:xl_value
      let l:seen.weak += 1
    elseif l:line =~# s:foreign
      let l:seen.foreign += 1
    endif
  endfor
  return l:seen
endfunction

function! s:IsPool(name, seen) abort
  if a:seen.foreign > 0
    return 0
  endif
  let l:others = filter(keys(a:seen.names), '!has_key(s:pool, v:val)')
  return a:name =~# 'cpu-\\?pool' || len(a:seen.names) > 1 && empty(l:others)
endfunction

" Whether the buffer is a guest, by its path and its text. Of an empty one the path decides.
function! s:IsGuest(path) abort
  let l:name = tolower(fnamemodify(a:path, ':t'))
  let l:seen = s:Weigh()
  if s:IsPool(l:name, l:seen)
    return 1
  elseif has_key(s:others, l:name)
    return l:seen.own > 0 && l:seen.own + l:seen.weak >= 3 && l:seen.foreign == 0
  elseif l:seen.own > 0
    return l:seen.own > l:seen.foreign
  elseif l:seen.foreign > 0
    return 0
  endif
  return l:seen.weak > 0 || a:path =~? '/xen/\\%(auto/\\)\\?[^/]*$' || l:name =~# '\\.\\%(hvm\\|pvlinux\\|pvhlinux\\)$'
endfunction

function! s:Detect() abort
  if s:IsGuest(substitute(expand('<afile>:p'), '\\\\', '/', 'g'))
    set filetype=xlcfg
  endif
endfunction
`;

/** The ftdetect file: looks at files that may be guests, and takes those that are. */
export const vimFtdetect = (): string =>
  [
    '" Vim filetype detection',
    '" Language: guest configuration of Xen\'s xl',
    HEADER,
    '',
    '" The options that only a guest has, and those whose names other programs have too.',
    ...dictionary(
      's:own',
      NAMES.filter((name) => !COMMON_NAMES.has(name)),
    ),
    ...dictionary(
      's:common',
      NAMES.filter((name) => COMMON_NAMES.has(name)),
    ),
    '" The settings of a CPU pool, and files that other programs look for.',
    ...dictionary('s:pool', POOL_NAMES),
    ...dictionary('s:others', OTHER_NAMES),
    'unlet s:name',
    DETECTION,
    '" Vim asks here after its own rules, one of which takes every file that ends in .cfg.',
    'autocmd BufRead,BufNewFile *.cfg,*.hvm,*.pvlinux,*.pvhlinux call s:Detect()',
    'autocmd BufRead,BufNewFile */etc/xen/*.pv,*/etc/xen/*.pvh call s:Detect()',
    'autocmd BufRead,BufNewFile */etc/xen/auto/*,*/etc/xen/x[lm]example* call s:Detect()',
    '',
  ].join('\n');

/** The ftplugin file: comments, words, and the line ends that xl takes. */
export const vimFtplugin = (): string => `" Vim filetype plugin file
" Language: guest configuration of Xen's xl
${HEADER}

if exists('b:did_ftplugin')
  finish
endif
let b:did_ftplugin = 1

setlocal comments=:# commentstring=#\\ %s
" Names of options have dots in them, those of keys inside strings hyphens.
setlocal iskeyword=@,48-57,_,.,-
setlocal formatoptions-=t

let b:undo_ftplugin = 'setlocal comments< commentstring< iskeyword< formatoptions<'
`;
