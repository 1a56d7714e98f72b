/** Opening, naming, closing and saving files. */
import { byId, create } from '../common/dom.ts';
import { EXAMPLES, type Example } from './examples.ts';
import { EMPTY_FILE, type Files } from './files.ts';
import { readFiles } from './readFiles.ts';

const download = (name: string, text: string): void => {
  const url = URL.createObjectURL(new Blob([text], { type: 'text/plain;charset=utf-8' }));
  create('a', { href: url, download: name }).click();
  URL.revokeObjectURL(url);
};

const installRename = (files: Files): void => {
  const dialog = byId('nameDialog', HTMLDialogElement);
  const input = byId('fileName', HTMLInputElement);
  byId('renameFile', HTMLButtonElement).addEventListener('click', () => {
    input.value = files.current().name;
    dialog.returnValue = '';
    dialog.showModal();
    input.select();
  });
  dialog.addEventListener('close', () => {
    if (dialog.returnValue === 'rename') files.rename(input.value);
  });
};

/** @param onStatus shows a sentence to the user */
export const installFileToolbar = (
  files: Files,
  onExample: (example: Example) => void,
  onStatus: (text: string) => void,
): void => {
  const examples = byId('example', HTMLSelectElement);
  examples.append(...EXAMPLES.map(({ title }, at) => create('option', { value: String(at) }, title)));
  examples.addEventListener('change', () => {
    const example = EXAMPLES[Number(examples.value)];
    if (examples.value !== '' && example !== undefined) onExample(example);
    examples.value = '';
  });

  const addFiles = async (list: Iterable<File>): Promise<void> => {
    const read = await readFiles(list);
    const current = files.current();
    const isUntouched = files.all().length === 1 && current.view.state.doc.length === 0;
    if (isUntouched && read.files.length > 0) files.replace(read.files);
    else files.add(read.files);
    onStatus(read.notices.join(' ') || `${read.files.length === 1 ? 'File' : 'Files'} opened.`);
  };

  const input = byId('files', HTMLInputElement);
  byId('open', HTMLButtonElement).addEventListener('click', () => input.click());
  input.addEventListener('change', async () => {
    await addFiles([...(input.files ?? [])]);
    // The same file can be opened again.
    input.value = '';
  });

  // Before CodeMirror, which would insert the text of a dropped file.
  const onDrop = (event: DragEvent): void => {
    const dropped = [...(event.dataTransfer?.files ?? [])];
    if (dropped.length === 0) return;
    event.preventDefault();
    event.stopPropagation();
    void addFiles(dropped);
  };
  document.addEventListener('drop', onDrop, { capture: true });
  document.addEventListener('dragover', (event) => {
    if (event.dataTransfer?.types.includes('Files')) event.preventDefault();
  });

  byId('newFile', HTMLButtonElement).addEventListener('click', () => {
    files.add([EMPTY_FILE]);
    files.current().view.focus();
  });
  byId('closeFile', HTMLButtonElement).addEventListener('click', files.close);
  byId('download', HTMLButtonElement).addEventListener('click', () => {
    const { name, view } = files.current();
    download(name, view.state.doc.toString());
    onStatus(`${name} downloaded.`);
  });
  installRename(files);
};
