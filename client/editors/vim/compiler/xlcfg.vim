" Vim compiler file
" Compiler: xlcfg, for the config files of Xen's xl
" `:make` checks the file in the buffer, as it is on disk, and fills the quickfix list.

if exists('current_compiler')
  finish
endif
let current_compiler = 'xlcfg'

CompilerSet makeprg=xlcfg\ check\ --\ %:S
" FILE:LINE:COLUMN: SEVERITY CODE: MESSAGE; the indented lines below it, with the excerpt and related places, are passed over.
CompilerSet errorformat=%-G\ %.%#,%f:%l:%c:\ %t%*[a-z]\ %m,%-G%.%#
