import { isObject } from '../../guards.ts';
import { APPLY_EDIT } from '../adapt.ts';
import { type Command, invalidArguments } from './command.ts';

/** `[edit]`: has the client apply the edit of a code action, for clients that know no code actions but commands. */
export const applyEditCommand: Command = {
  name: APPLY_EDIT,
  isFor: ({ actionLiterals, appliesEdits }) => appliesEdits && !actionLiterals,
  run: async ([edit], { applyEdit }) => {
    if (!isObject(edit)) throw invalidArguments(`${APPLY_EDIT} takes an edit.`);
    await applyEdit(edit);
    return null;
  },
};
