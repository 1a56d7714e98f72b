/** The files that make xlcfg known to the registries of editors and to package managers. */
import { emacsFiles } from './emacs.ts';
import { neovimFiles } from './neovim.ts';
import { otherEditorFiles } from './otherEditors.ts';
import type { RegistryFile, ReleasedFile } from './registry.ts';
import { schemaStoreFiles } from './schemaStore.ts';
import { systemFiles } from './systems.ts';
import { vimFiles } from './vim.ts';

/** @param tarball that of the release */
export const registryFiles = (tarball: ReleasedFile): RegistryFile[] => [
  ...neovimFiles(),
  ...vimFiles(),
  ...emacsFiles(),
  ...otherEditorFiles(),
  ...schemaStoreFiles(),
  ...systemFiles(tarball),
];
