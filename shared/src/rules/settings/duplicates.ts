import { removeSetting } from '../../edits/removeSetting.ts';
import { spanOf } from '../../span.ts';
import { EVERY_KIND, type Rule } from '../rule.ts';

export const duplicateSetting: Rule = {
  code: 'duplicate-setting',
  source: 'libxlu_cfg.c:xlu__cfg_set_store',
  kinds: EVERY_KIND,
  severity: 'warning',
  summary: 'An option that is set again later in the file.',
  details:
    'Of several settings of one name the last counts, even if its value is of no use; xl does not tell. `+=` adds to ' +
    'what is there instead.\n\n```\nvif = [ "bridge=br0" ]\nvif = [ "bridge=br1" ]     # the guest has one interface\n```',
  *check({ options, file, kind }) {
    // Of an option that xl does not read, no setting counts, and other rules say so.
    for (const {
      setting: { name, overridden, parts },
    } of options.read) {
      const last = parts[0];
      if (!last || overridden.length === 0) continue;
      for (const setting of overridden) {
        const { start, end } = setting;
        // Removing the setting would remove them, too.
        const hasComments =
          setting.value?.kind === 'list' &&
          file.text.slice(start, end).includes('#') &&
          file.comments.some((comment) => start < comment.start && comment.start < end);
        const isList = setting.value?.kind === 'list' || kind.optionByName.get(name)?.kind === 'list';
        yield {
          span: spanOf(setting.name),
          message: `\`${name}\` is set again below, and the last one wins: xl ignores this one. Remove it${isList ? ', or use `+=` below' : ''}.`,
          tag: 'unnecessary',
          related: [{ span: spanOf(last.name), message: 'This one is used.' }],
          fixes: [
            {
              title: `Remove this ${name} setting${hasComments ? ' and its comments' : ''}`,
              preferred: !hasComments,
              edits: [removeSetting(file.text, start, end)],
            },
          ],
        };
      }
    }
  },
};
