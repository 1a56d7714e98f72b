/** The open files, each with an editor of its own: those of hidden tabs stay open at the server. */
import { LSPPlugin, Workspace, type WorkspaceFile } from '@codemirror/lsp-client';
import type { ChangeSet, Text } from '@codemirror/state';
import type { EditorView } from '@codemirror/view';

interface OpenFile extends WorkspaceFile {
  readonly view: EditorView;
}

export class TabbedWorkspace extends Workspace {
  files: OpenFile[] = [];
  /** Versions of a URI increase even after its file was closed. */
  readonly #versions = new Map<string, number>();
  /** Shows the tab of a file. */
  show: (uri: string) => void = () => {};

  #nextVersion(uri: string): number {
    const version = (this.#versions.get(uri) ?? -1) + 1;
    this.#versions.set(uri, version);
    return version;
  }

  syncFiles(): readonly { file: WorkspaceFile; prevDoc: Text; changes: ChangeSet }[] {
    return this.files.flatMap((file) => {
      const plugin = LSPPlugin.get(file.view);
      if (plugin === null || plugin.unsyncedChanges.empty) return [];
      const update = { file, prevDoc: file.doc, changes: plugin.unsyncedChanges };
      file.doc = file.view.state.doc;
      file.version = this.#nextVersion(file.uri);
      plugin.clear();
      return [update];
    });
  }

  openFile(uri: string, languageId: string, view: EditorView): void {
    const version = this.#nextVersion(uri);
    const file: OpenFile = { uri, languageId, version, doc: view.state.doc, view, getView: () => view };
    this.files.push(file);
    this.client.didOpen(file);
  }

  closeFile(uri: string): void {
    this.files = this.files.filter((file) => file.uri !== uri);
    this.client.didClose(uri);
  }

  override displayFile(uri: string): Promise<EditorView | null> {
    const view = this.getFile(uri)?.getView() ?? null;
    if (view !== null) this.show(uri);
    return Promise.resolve(view);
  }
}
