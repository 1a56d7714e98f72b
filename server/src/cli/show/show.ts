/** `xlcfg show`: what xl would make of a file. */
import { configurationText, type Settings } from '@xlcfg/shared';
import { analyse, type CheckedFile } from '../check/inspect.ts';
import { type Failure, failure } from '../common/failure.ts';
import { read } from '../common/targets.ts';

export type Shown =
  | { readonly kind: 'configuration'; readonly json: string; readonly annotated: string }
  /** The file with the problems for which xl does not take it. */
  | { readonly kind: 'refused'; readonly file: CheckedFile }
  | { readonly kind: 'failure'; readonly failure: Failure };

/** Works out the configuration of one file, or of standard input. */
export const show = async (path: string, settings: Settings): Promise<Shown> => {
  try {
    const content = await read({ path, named: true });
    const document = analyse(path, content?.text ?? '', settings);
    if (document.kind.name !== 'guest') {
      const message = `no guest's configuration, it looks like ${document.kind.name}`;
      return { kind: 'failure', failure: { path, message } };
    }
    const { json, annotated, refused } = configurationText(document);
    if (refused.length > 0)
      return { kind: 'refused', file: { path, text: document.text, problems: refused } };
    return { kind: 'configuration', json, annotated };
  } catch (error) {
    return { kind: 'failure', failure: failure(path, error) };
  }
};
