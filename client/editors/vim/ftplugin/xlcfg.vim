" Vim filetype plugin file
" Language: guest configuration of Xen's xl
" Generated from the schema by `npm run sync`.

if exists('b:did_ftplugin')
  finish
endif
let b:did_ftplugin = 1

setlocal comments=:# commentstring=#\ %s
" Names of options have dots in them, those of keys inside strings hyphens.
setlocal iskeyword=@,48-57,_,.,-
setlocal formatoptions-=t
compiler xlcfg

let b:undo_ftplugin = 'setlocal comments< commentstring< iskeyword< formatoptions< makeprg< errorformat<'
