/** Generates Vim's ftdetect and ftplugin files. Files are detected like in fileKind.ts. */
import {
  AMBIGUOUS_OPTIONS,
  COMMON_PAIRS,
  CPUPOOL_OPTIONS,
  FOREIGN_FILE_NAMES,
  MAX_LINES,
  WEIGHTS,
} from '@xlcfg/shared/src/detect/fileKind.ts';
import { OPTIONS, XEND_OPTIONS } from '@xlcfg/shared/src/schema/index.ts';
import { wrapWords } from './wrapWords.ts';

const HEADER = '" Generated from the schema by `npm run sync`.';

/** The lines of a Vim dictionary with the words as keys. */
const dictionary = (variable: string, words: Iterable<string>): string[] => {
  const rows = wrapWords([...new Set(words)].sort());
  return [
    `let ${variable} = {}`,
    "for s:name in split('' .",
    ...rows.map((row, index) => `      \\ '${row} '${index < rows.length - 1 ? ' .' : ')'}`),
    `  let ${variable}[s:name] = 1`,
    'endfor',
  ];
};

const OPTION_NAMES = OPTIONS.map(({ name }) => name);
/** Options that only xend has, and options whose names are common in other formats, are weak evidence. */
const WEAK_NAMES = [
  ...OPTION_NAMES.filter((name) => AMBIGUOUS_OPTIONS.has(name)),
  ...XEND_OPTIONS.map(({ name }) => name).filter((name) => !OPTION_NAMES.includes(name)),
];

const weights = `{${Object.entries(WEIGHTS)
  .map(([kind, weight]) => `'${kind}': ${weight}`)
  .join(', ')}}`;

const pairs = `[${COMMON_PAIRS.map((pair) => `['${pair.join("', '")}']`).join(', ')}]`;

/** The patterns of fileKind.ts in Vim's syntax. */
const DETECTION = `
let s:setting = '^[ \\t]*\\([A-Za-z_][A-Za-z0-9_.-]*\\)[ \\t]*+\\?=[ \\t]*\\(.*\\)$'
let s:xl_value = '^\\%(["''[]\\|[0-9][0-9a-fx]*[ \\t]*\\%([#;]\\|$\\)\\)'
let s:xl_type = '^["'']\\%(hvm\\|pvh\\?\\)["'']'
let s:foreign = '^[ \\t]*\\%(\\[[A-Za-z][^]''",]*\\][ \\t]*\\%([#;].*\\)\\?$\\|[A-Za-z0-9_.-]\\+[ \\t]*\\%({\\|[=:][ \\t]*[({]\\)'
      \\ . '\\|<[A-Za-z0-9_!?/]\\|set [a-z]\\|menuentry \\|LABEL \\|DEFAULT \\|define \\)'
      \\ . '\\|^[^#={]*{[ \\t]*$'
let s:keyed = '^[ \\t]*[A-Za-z0-9_-]\\+:\\%([ \\t]\\|$\\)'

" What a line tells, see s:weights; nothing: ''.
function! s:Kind(line, name, value) abort
  let l:isXl = a:value =~# s:xl_value && (a:name !=# 'type' || a:value =~# s:xl_type)
  if has_key(s:own, a:name)
    return l:isXl ? 'own' : 'weak'
  elseif l:isXl && has_key(s:common, a:name)
    return 'weak'
  elseif a:line =~# s:foreign
    return 'foreign'
  elseif a:name !=# ''
    return 'unknown'
  endif
  return a:line =~# s:keyed ? 'keyed' : ''
endfunction

function! s:Weigh() abort
  let l:seen = {'names': {}, 'lines': 0, 'weight': 0, 'common': {}, 'specific': 0}
  call extend(l:seen, map(copy(s:weights), 0))
  for l:line in getline(1, ${MAX_LINES})
    let l:line = substitute(strpart(l:line, 0, 400), '\\r$', '', '')
    if l:line =~# '^[ \\t\\uFEFF]*\\%(#\\|$\\)'
      continue
    endif
    let l:seen.lines += 1
    let [l:name, l:value] = (matchlist(l:line, s:setting) + ['', '', ''])[1:2]
    let l:isRepeated = has_key(l:seen.names, l:name)
    if l:name !=# ''
      let l:seen.names[l:name] = 1
    endif
    let l:kind = s:Kind(l:line, l:name, l:value)
    if l:kind !=# '' && !(l:kind ==# 'unknown' && l:isRepeated)
      let l:seen[l:kind] += 1
      let l:seen.weight += s:weights[l:kind]
    endif
    if has_key(s:own, l:name)
      let l:seen.specific += !has_key(s:pool, l:name)
    elseif l:kind ==# 'weak'
      let l:seen.common[l:name] = 1
    endif
  endfor
  let l:seen.known = l:seen.own + l:seen.weak
  let l:seen.isForeign = l:seen.foreign + l:seen.keyed > 0
  return l:seen
endfunction

function! s:IsPool(name, seen) abort
  if a:seen.isForeign
    return 0
  endif
  let l:others = filter(keys(a:seen.names), '!has_key(s:pool, v:val)')
  return a:name =~# 'cpu-\\?pool' || len(a:seen.names) > 1 && empty(l:others)
endfunction

" Whether two settings together are a guest's, though the name of each is common.
function! s:HasCommonPair(seen) abort
  return !empty(filter(copy(s:pairs), 'has_key(a:seen.common, v:val[0]) && has_key(a:seen.common, v:val[1])'))
endfunction

" Whether only guests have such a path.
function! s:IsNamedGuest(path, name) abort
  return a:path =~? '/xen/\\%(auto/\\)\\?\\%([^/.]*\\|[^/]*\\.\\%(cfg\\|hvm\\|pv\\|pvh\\|pvlinux\\|pvhlinux\\)\\)$'
        \\ || a:name =~# '\\.\\%(hvm\\|pvlinux\\|pvhlinux\\)$'
endfunction

" Whether the buffer is a guest, by its path and its text. Of an empty one the path decides.
function! s:IsGuest(path) abort
  let l:name = tolower(fnamemodify(a:path, ':t'))
  let l:seen = s:Weigh()
  if s:IsPool(l:name, l:seen)
    return 1
  elseif has_key(s:others, l:name)
    return l:seen.own > 0 && l:seen.known >= 3 && !l:seen.isForeign
  elseif l:seen.weight <= 0
    return !l:seen.isForeign && s:IsNamedGuest(a:path, l:name)
  elseif l:seen.specific == 0 && l:seen.lines > 2 && !s:HasCommonPair(l:seen)
    return s:IsNamedGuest(a:path, l:name)
  endif
  return l:name =~# '\\.\\%(cfg\\|hvm\\|pv\\|pvh\\|pvlinux\\|pvhlinux\\)$\\|^[^.]*$'
        \\ || l:seen.known >= 2 && !l:seen.isForeign
endfunction

function! s:Detect() abort
  if s:IsGuest(substitute(expand('<afile>:p'), '\\\\', '/', 'g'))
    set filetype=xlcfg
  endif
endfunction
`;

/** The ftdetect file. */
export const vimFtdetect = (): string =>
  [
    '" Vim filetype detection',
    '" Language: guest configuration of Xen\'s xl',
    HEADER,
    '',
    '" The options that only a guest has, and those whose names other programs have too.',
    ...dictionary(
      's:own',
      OPTION_NAMES.filter((name) => !AMBIGUOUS_OPTIONS.has(name)),
    ),
    ...dictionary('s:common', WEAK_NAMES),
    '" The settings of a CPU pool, and files that other programs look for.',
    ...dictionary('s:pool', CPUPOOL_OPTIONS),
    ...dictionary('s:others', FOREIGN_FILE_NAMES),
    'unlet s:name',
    '" What each kind of line tells: more than nothing in all makes a guest.',
    `let s:weights = ${weights}`,
    '" Common names of which two together are a guest\'s.',
    `let s:pairs = ${pairs}`,
    DETECTION,
    '" Vim asks here after its own rules, one of which takes every file that ends in .cfg.',
    'autocmd BufRead,BufNewFile *.cfg,*.hvm,*.pvlinux,*.pvhlinux call s:Detect()',
    'autocmd BufRead,BufNewFile */etc/xen/*.pv,*/etc/xen/*.pvh call s:Detect()',
    'autocmd BufRead,BufNewFile */etc/xen/auto/*,*/etc/xen/x[lm]example* call s:Detect()',
    '',
  ].join('\n');

/** The ftplugin file: comments, keywords, line endings. */
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
compiler xlcfg

let b:undo_ftplugin = 'setlocal comments< commentstring< iskeyword< formatoptions< makeprg< errorformat<'
`;
