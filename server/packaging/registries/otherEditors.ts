/** For Helix, Kate, Sublime Text and JetBrains' editors. */
import { homepage, name } from '../../package.json';
import {
  blockBelow,
  json,
  OWN_EXTENSIONS,
  placeholder,
  type RegistryFile,
  SERVER_COMMAND,
} from './registry.ts';

const [PROGRAM, ...ARGUMENTS] = SERVER_COMMAND;
const LSP4IJ = 'lsp4ij/src/main/resources/templates/lsp/xlcfg';

/** The lines of the page for Helix that define server and language. */
const helix = (): string => blockBelow('client/editors/helix.md', 'Configuration', 'toml');

const kate = {
  servers: { xlcfg: { command: SERVER_COMMAND, url: homepage, highlightingModeRegex: '^xlcfg$' } },
};

const sublime = {
  clients: {
    xlcfg: { enabled: true, command: SERVER_COMMAND, selector: 'source.xlcfg', settings: {} },
  },
};

const patterns = ['*/xen/*.cfg', ...OWN_EXTENSIONS.map((extension) => `*.${extension}`)];

const commandLine = (program: string): string => [program, ...ARGUMENTS].join(' ');

const lsp4ij = {
  id: 'xlcfg',
  name: 'xlcfg',
  programArgs: { windows: commandLine(`${PROGRAM}.cmd`), default: commandLine(PROGRAM) },
  fileTypeMappings: [{ fileType: { patterns }, languageId: 'xlcfg' }],
};

const lsp4ijInstaller = {
  id: 'xlcfg',
  name: 'xlcfg',
  executeOnStartServer: false,
  properties: { workingDir: '$USER_HOME$/.lsp4ij/lsp/xlcfg/node_modules' },
  check: { exec: { name: 'Trying current command', command: placeholder('server.command'), timeout: 2000 } },
  run: {
    exec: {
      name: 'Install xlcfg',
      workingDir: placeholder('workingDir'),
      ignoreStderr: true,
      command: { windows: `npm.cmd install ${name}`, default: `npm install ${name}` },
      onSuccess: {
        configureServer: {
          name: 'Configure the command',
          command: {
            windows: commandLine(`\${workingDir}/.bin/${PROGRAM}.cmd`),
            default: commandLine(`\${workingDir}/.bin/${PROGRAM}`),
          },
          update: true,
        },
      },
    },
  },
};

export const otherEditorFiles = (): RegistryFile[] => [
  { path: 'helix/languages.toml', text: helix() },
  { path: 'kate/addons/lspclient/settings.json', text: json(kate) },
  {
    path: 'syntax-highlighting/data/syntax/xlcfg.xml',
    text: blockBelow('client/editors/kate.md', 'The file type', 'xml'),
  },
  { path: 'sublime-lsp/LSP.sublime-settings', text: json(sublime) },
  { path: `${LSP4IJ}/template.json`, text: json(lsp4ij) },
  { path: `${LSP4IJ}/installer.json`, text: json(lsp4ijInstaller) },
];
