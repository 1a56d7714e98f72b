" Vim compiler file
" Compiler: xlcfg, for the config files of Xen's xl
" `:make` checks the file in the buffer, as it is on disk, and fills the quickfix list.

if exists('current_compiler')
  finish
endif
let current_compiler = 'xlcfg'

CompilerSet makeprg=xlcfg\ check\ --\ %:S
" FILE:LINE:COLUMN: SEVERITY CODE: MESSAGE; the lines of the excerpt below it are passed over.
CompilerSet errorformat=%f:%l:%c:\ %t%*[a-z]\ %m,%-G%.%#
