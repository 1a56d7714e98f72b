/** For Vim: ALE and vim-lsp-settings. */
import { homepage, name } from '../../package.json';
import { DESCRIPTION, json, type RegistryFile, repositoryFile, SERVER_COMMAND } from './registry.ts';

const [PROGRAM, ...ARGUMENTS] = SERVER_COMMAND;
const LINTER = 'ale_linters/xlcfg/xlcfg.vim';

const aleDoc = `===============================================================================
ALE xlcfg Integration                                       *ale-xlcfg-options*


===============================================================================
xlcfg                                                               *ale-xlcfg*

${DESCRIPTION}:
${homepage}

Install it with npm: >

  npm install --global ${name}
<
Settings of the section "xlcfg" go into |g:xlcfg|: >

  let g:xlcfg = {'xenVersion': '4.17'}
<
===============================================================================
  vim:tw=78:ts=2:sts=2:sw=2:ft=help:norl:
`;

/** The keys of vim-lsp's registration that users can set, and what they are without. */
const OVERRIDABLE = {
  root_uri: `{server_info->lsp_settings#get('${PROGRAM}', 'root_uri', lsp_settings#root_uri('${PROGRAM}'))}`,
  initialization_options: `lsp_settings#get('${PROGRAM}', 'initialization_options', v:null)`,
  allowlist: `lsp_settings#get('${PROGRAM}', 'allowlist', ['xlcfg'])`,
  blocklist: `lsp_settings#get('${PROGRAM}', 'blocklist', [])`,
  config: `lsp_settings#get('${PROGRAM}', 'config', lsp_settings#server_config('${PROGRAM}'))`,
  workspace_config: `lsp_settings#get('${PROGRAM}', 'workspace_config', {})`,
  semantic_highlight: `lsp_settings#get('${PROGRAM}', 'semantic_highlight', {})`,
};

const command = `[lsp_settings#exec_path('${PROGRAM}')]+lsp_settings#get('${PROGRAM}', 'args', ['${ARGUMENTS.join("', '")}'])`;

const lspSettings = `augroup vim_lsp_settings_${PROGRAM.replaceAll('-', '_')}
  au!
  LspRegisterServer {
      \\ 'name': '${PROGRAM}',
      \\ 'cmd': {server_info->lsp_settings#get('${PROGRAM}', 'cmd', ${command})},
${Object.entries(OVERRIDABLE)
  .map(([key, value]) => `      \\ '${key}': ${value},\n`)
  .join('')}      \\ }
augroup END
`;

export const vimFiles = (): RegistryFile[] => [
  { path: `ale/${LINTER}`, text: repositoryFile(`client/editors/vim/${LINTER}`) },
  { path: 'ale/doc/ale-xlcfg.txt', text: aleDoc },
  { path: `vim-lsp-settings/settings/${PROGRAM}.vim`, text: lspSettings },
  {
    path: `vim-lsp-settings/installer/install-${PROGRAM}.sh`,
    text: `#!/bin/sh\n\nset -e\n\n"$(dirname "$0")"/npm_install.sh ${PROGRAM} ${name}\n`,
  },
  {
    path: `vim-lsp-settings/installer/install-${PROGRAM}.cmd`,
    text: `@echo off\r\n\r\ncall "%~dp0\\npm_install.cmd" ${PROGRAM} ${name}\r\n`,
  },
  {
    path: 'vim-lsp-settings/settings.json',
    text: json({
      xlcfg: [{ command: PROGRAM, url: homepage, description: DESCRIPTION, requires: ['npm'] }],
    }),
  },
];
