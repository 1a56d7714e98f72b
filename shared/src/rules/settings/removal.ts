import type { Fix } from '../../edits/edit.ts';
import { removeSetting } from '../../edits/removeSetting.ts';
import type { Setting } from '../../syntax/index.ts';

/** A fix that removes a setting. */
export const removal = ({ name, start, end }: Setting, text: string): Fix => ({
  title: `Remove ${name.text}`,
  edits: [removeSetting(text, start, end)],
});
