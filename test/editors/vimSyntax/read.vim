" Opens each file of the list in $XLCFG_FILES and writes to $XLCFG_RESULT what the editor makes of it, as JSON: the
" filetype, and for each line and byte the names of the groups there, outermost first, with what the last one links to.
set encoding=utf-8 fileencodings=utf-8 hidden noswapfile synmaxcol=0 redrawtime=60000
filetype plugin on
syntax on

function! s:GroupsAt(line, column) abort
  let l:stack = synstack(a:line, a:column)
  if empty(l:stack)
    return ''
  endif
  return join(map(copy(l:stack), 'synIDattr(v:val, "name")') + [synIDattr(synIDtrans(l:stack[-1]), 'name')])
endfunction

let s:results = []
for s:file in json_decode(join(readfile($XLCFG_FILES), ''))
  execute 'silent edit ++enc=utf-8' fnameescape(s:file.path)
  if s:file.coloured
    set syntax=xlcfg
    syntax sync fromstart
  endif
  let s:lines = s:file.coloured ? range(1, line('$')) : []
  call add(s:results, {
        \ 'filetype': &filetype,
        \ 'commentstring': &commentstring,
        \ 'iskeyword': &iskeyword,
        \ 'groups': map(s:lines, 'map(range(1, len(getline(v:val))), "s:GroupsAt(" . v:val . ", v:val)")'),
        \ })
endfor
call writefile([json_encode(s:results)], $XLCFG_RESULT)
quitall!
