/** For Neovim: nvim-lspconfig and mason. */
import { homepage, license, name, version } from '../../package.json';
import { DESCRIPTION, type RegistryFile, repositoryFile, SERVER_COMMAND } from './registry.ts';

/** The file of the runtime folder, with the head that the documentation of nvim-lspconfig is generated from. */
const lspconfig = (): string => {
  const runtime = repositoryFile('client/editors/vim/lsp/xlcfg.lua');
  return `---@brief
---
--- ${homepage}
---
--- ${DESCRIPTION}. It can be installed with npm:
---
--- \`\`\`sh
--- npm install --global ${name}
--- \`\`\`

${runtime.slice(runtime.indexOf('---@type'))}`;
};

const mason = (): string => `---
name: ${name}
description: ${DESCRIPTION}.
homepage: ${homepage}
licenses:
  - ${license}
languages:
  - xl.cfg
categories:
  - LSP
  - Linter
  - Formatter

source:
  id: pkg:npm/${name}@${version}

bin:
  ${SERVER_COMMAND[0]}: npm:${SERVER_COMMAND[0]}
  ${name}: npm:${name}

neovim:
  lspconfig: xlcfg
`;

export const neovimFiles = (): RegistryFile[] => [
  { path: 'nvim-lspconfig/lsp/xlcfg.lua', text: lspconfig() },
  { path: `mason-registry/packages/${name}/package.yaml`, text: mason() },
];
