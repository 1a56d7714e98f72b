" Asks Vim what ALE shows of the guest, by the commands and functions that ALE has for people.

let s:questions = json_decode($XLCFG_QUESTIONS)
let s:seen = {}
let s:wait_seconds = 180

function! s:Await(what, holds) abort
  let l:started = localtime()
  while !a:holds()
    if localtime() - l:started > s:wait_seconds
      throw 'Waited in vain for ' . a:what
    endif
    sleep 50m
  endwhile
endfunction

function! s:Text() abort
  return join(getline(1, '$'), "\n") . "\n"
endfunction

function! s:Go(place) abort
  call cursor(a:place.line + 1, a:place.character + 1)
endfunction

" What the text becomes; the buffer is as before afterwards.
function! s:Changed(what, Change) abort
  let l:before = s:Text()
  call a:Change()
  call s:Await(a:what, {-> s:Text() !=# l:before})
  let l:after = s:Text()
  silent undo
  if s:Text() !=# l:before
    throw 'Undo brings back something else after ' . a:what
  endif
  return l:after
endfunction

" As in the echoed line: the location list has the code before the message, and warnings for notes.
function! s:Diagnostics() abort
  call s:Await('diagnostics', {-> !empty(ale#engine#GetLoclist(bufnr('')))})
  let l:severities = {'E': 1, 'W': 2, 'I': 3}
  return map(copy(ale#engine#GetLoclist(bufnr(''))), {_, one -> {
  \ 'line': one.lnum - 1,
  \ 'severity': l:severities[one.type],
  \ 'message': one.text,
  \}})
endfunction

function! s:PreviewWindow() abort
  return get(filter(range(1, winnr('$')), {_, number -> getwinvar(number, '&previewwindow')}), 0)
endfunction

function! s:Hover() abort
  call s:Go(s:questions.hover)
  ALEHover
  call s:Await('the hover', {-> s:PreviewWindow() > 0})
  let l:lines = getbufline(winbufnr(s:PreviewWindow()), 1, '$')
  pclose
  return join(l:lines, "\n")
endfunction

" Looks at the menu while Vim waits for the next key.
function! s:Menu(timer) abort
  if pumvisible()
    call timer_stop(a:timer)
    let s:labels = map(complete_info(['items']).items, {_, item -> item.abbr !=# '' ? item.abbr : item.word})
    call feedkeys("\<C-y>\<Esc>", 'n')
  endif
endfunction

function! s:Complete() abort
  let l:timer = timer_start(50, function('s:Menu'), {'repeat': s:wait_seconds * 20})
  call feedkeys("a\<C-x>\<C-o>", 'x!')
  call timer_stop(l:timer)
endfunction

function! s:Completed() abort
  let l:place = s:questions.completion
  call s:Go({'line': l:place.line, 'character': l:place.character - 1})
  return s:Changed('completion', function('s:Complete'))
endfunction

" Answers for the person: the first action of the menu, and the new name.
runtime autoload/ale/util.vim
function! ale#util#Input(message, value, ...) abort
  if a:message !~# '^Code Fixes'
    return s:questions.rename.to
  endif
  let s:title = matchstr(a:message, '\n1) \zs[^\n]*')
  return '1'
endfunction

function! s:Fixed() abort
  call s:Go(s:questions.fix)
  return s:Changed('the quick fix', {-> execute('ALECodeAction', '')})
endfunction

function! s:Renamed() abort
  call s:Go(s:questions.rename)
  return s:Changed('renaming', {-> execute('ALERename', '')})
endfunction

function! s:Look(...) abort
  try
    let s:seen.diagnostics = s:Diagnostics()
    let s:seen.hover = s:Hover()
    let s:seen.fixed = s:Fixed()
    let s:seen.fix = s:title
    let s:seen.completed = s:Completed()
    let s:seen.completion = s:labels
    let s:seen.renamed = s:Renamed()
  catch
    let s:seen = {'error': v:throwpoint . ': ' . v:exception}
  endtry
  call writefile([json_encode(s:seen)], $XLCFG_SEEN . '.part')
  call rename($XLCFG_SEEN . '.part', $XLCFG_SEEN)
endfunction

set hidden
if v:vim_did_enter
  call s:Look()
else
  autocmd VimEnter * call s:Look()
endif
