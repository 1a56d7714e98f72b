" Writes what Vim or Neovim makes of the file to /root/seen.json: the file type, and the highlight group at each place.

function! s:GroupAt(pattern) abort
  call cursor(1, 1)
  let [l:line, l:column] = searchpos(a:pattern, 'c')
  return synIDattr(synID(l:line, l:column, 1), 'name')
endfunction

let s:groups = {}
for s:pattern in json_decode($PATTERNS)
  let s:groups[s:pattern] = s:GroupAt(s:pattern)
endfor
call writefile([json_encode({'filetype': &filetype, 'groups': s:groups})], '/root/seen.json')
