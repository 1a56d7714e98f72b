" The language server for ALE, which finds this file by itself.

call ale#linter#Define('xlcfg', {
\   'name': 'xlcfg',
\   'lsp': 'stdio',
\   'executable': 'xlcfg-language-server',
\   'command': '%e --stdio',
\   'project_root': {buffer -> fnamemodify(bufname(buffer), ':p:h')},
\   'lsp_config': {-> {'xlcfg': get(g:, 'xlcfg', {})}},
\})
