/** Vim and Neovim without a screen, with the runtime files of this project and nothing else of the user's. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { WAIT_MS } from '../../support/limits.ts';

const RUNTIME = path.resolve(import.meta.dirname, '../../../client/editors/vim');
const SCRIPT = path.join(import.meta.dirname, 'read.vim');

/** How each is started for a script, quietly. */
export const EDITORS = {
  vim: ['-es', '-N'],
  nvim: ['--headless'],
} as const;

export type Editor = keyof typeof EDITORS;

export interface Source {
  /** From the root of a file system made for it. */
  readonly path: string;
  readonly text: string;
  /** Whether the colours are wanted, whatever xl accepts the file for. */
  readonly coloured: boolean;
}

export interface Rendered {
  readonly filetype: string;
  readonly commentstring: string;
  readonly iskeyword: string;
  /** By line and byte: names of groups, outermost first, then what the innermost links to; empty where there is none. */
  readonly groups: readonly (readonly string[])[];
}

/** Opens the files in the editor and reads back what it makes of them. Throws what the editor prints if it fails. */
export function render(editor: Editor, sources: readonly Source[]): readonly Rendered[] {
  const folder = mkdtempSync(path.join(tmpdir(), 'xlcfg-vim-'));
  const at = (name: string): string => path.join(folder, name);
  try {
    const files = sources.map((source) => ({ ...source, path: at(`root/${source.path}`) }));
    for (const file of files) {
      mkdirSync(path.dirname(file.path), { recursive: true });
      writeFileSync(file.path, file.text);
    }
    writeFileSync(
      at('files.json'),
      JSON.stringify(files.map(({ path: file, coloured }) => ({ path: file, coloured }))),
    );
    execFileSync(
      editor,
      [...EDITORS[editor], '-u', 'NONE', '-i', 'NONE', '--cmd', `set runtimepath^=${RUNTIME}`, '-S', SCRIPT],
      {
        env: {
          PATH: process.env.PATH,
          HOME: folder,
          TERM: 'dumb',
          XLCFG_FILES: at('files.json'),
          XLCFG_RESULT: at('result.json'),
        },
        stdio: ['ignore', 'pipe', 'pipe'],
        timeout: WAIT_MS,
      },
    );
    return JSON.parse(readFileSync(at('result.json'), 'utf8'));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
