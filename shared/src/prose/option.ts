/** Hovers on the name and the operator of a setting. */

import type { XlDocument } from '../document/document.ts';
import { architectureAssumption } from '../model/architecture.ts';
import { schemaContext } from '../model/schemaContext.ts';
import { isRejectedOption, onlyArchitecture } from '../schema/options/matching.ts';
import { ARCHITECTURE_NAMES } from '../schema/platform.ts';
import type { OptionSchema, XendOption } from '../schema/types.ts';
import { existsIn } from '../schema/xenVersions.ts';
import type { Operator, Setting } from '../syntax/index.ts';
import { code, paragraphs } from '../text/markdown.ts';
import { listed } from '../text/sentences.ts';
import { optionDocumentation } from './documentation.ts';

/** The documentation of an option, with what this file and this release make of it. Markdown. */
export const optionHover = (doc: XlDocument, option: OptionSchema, setting: Setting): string =>
  optionDocumentation(option, doc.kind.name, [...optionNotes(doc, option), ...settingNotes(doc, setting)]);

/** Why the option does nothing in this file, or ends it; empty where it counts. Markdown. */
export function optionNotes({ kind, guest, settings }: XlDocument, option: OptionSchema): readonly string[] {
  const { guestTypes } = option;
  const forGuests = kind.name === 'guest';
  const only = onlyArchitecture(option);
  const isForOther = forGuests && only !== undefined && only !== guest.architecture;
  const unread = forGuests && !isForOther && !guestTypes.includes(guest.type);
  const refused = forGuests && isRejectedOption(option, schemaContext(guest, settings));
  const ofArchitecture = isForOther
    ? [`**No effect on ${ARCHITECTURE_NAMES[guest.architecture]}**: ${ARCHITECTURE_NAMES[only]} only.`]
    : [];
  const assumption = architectureAssumption(guest);
  const isAssumed = isForOther || ((unread || refused) && !guest.typeSetting);
  return [
    ...ofArchitecture,
    ...(unread
      ? [
          `**Not read for this ${guest.type.toUpperCase()} guest**, only for ${listed(guestTypes.map(code), 'and')}: xl silently ignores it.`,
        ]
      : []),
    ...(refused ? [`**Not for this ${guest.type.toUpperCase()} guest**: xl rejects the file.`] : []),
    ...(isAssumed && assumption !== undefined ? [assumption] : []),
    ...(existsIn(settings.xenVersion, option)
      ? []
      : [`**The xl of ${settings.xenVersion} silently ignores it**: it does not have the option.`]),
  ];
}

function settingNotes({ guest }: XlDocument, setting: Setting): readonly string[] {
  const overridden = guest.settings.get(setting.name.text)?.overridden.includes(setting) ?? false;
  return overridden
    ? [`**This setting does not count**: a later one sets ${code(setting.name.text)} again.`]
    : [];
}

/** An option of xm, which xl has never read. Markdown. */
export const xendOptionHover = ({ name, instead }: XendOption): string =>
  paragraphs([`${code(name)} (option of xm)`, 'xl has never read it and silently ignores it.', instead]);

/** xl reads `+=` since this release (libxlu_cfg_l.l). */
const ADDITION_SINCE = '4.13';

/** What the operator does to the setting's name. Markdown. */
export function operatorHover(doc: XlDocument, operator: Operator, setting: Setting): string {
  const name = code(setting.name.text);
  const notes = settingNotes(doc, setting);
  if (operator.text === '=') {
    return paragraphs([
      `${code('=')} sets ${name}.`,
      ...notes,
      'Where a name is set more than once, the last one counts, and xl reports nothing.',
    ]);
  }
  const known = existsIn(doc.settings.xenVersion, { since: ADDITION_SINCE });
  return paragraphs([
    `${code('+=')} adds to what ${name} was before.`,
    ...notes,
    ...(known ? [] : [`**The xl of ${doc.settings.xenVersion} does not know it** and rejects the file.`]),
    'A list gets more items, a string gets longer. Before any other setting of the name it does the same as `=`.',
    'xl rejects a list and a string together. Nothing can be added to a number: xl warns and ignores the option.',
    `Since ${ADDITION_SINCE}`,
  ]);
}
