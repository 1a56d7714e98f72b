/** The values of a parameter that make sense for a guest. */
import type { XlDocument } from '../../document/document.ts';
import { specStrings } from '../../document/specStrings.ts';
import type { OfferedValue, SpecLanguage, ValueContext } from '../../languages/language.ts';
import type { ParameterSchema } from '../../schema/types.ts';
import { existsIn, type XenVersion } from '../../schema/xenVersions.ts';
import type { Setting, StringLiteral } from '../../syntax/index.ts';
import type { KnownValues } from './known.ts';

/** For whom values are offered. */
export interface Audience extends Omit<ValueContext, 'spec'> {
  readonly xenVersion: XenVersion;
  /** What the document and the other files know for a parameter. */
  readonly known: (parameter: ParameterSchema) => readonly OfferedValue[];
}

/** For the string `node`, or for a new one, in the setting at the cursor. */
export const audienceOf = (
  doc: XlDocument,
  setting: Setting,
  known: KnownValues,
  node?: StringLiteral,
): Audience => ({
  known: (parameter) => known.ofParameter(setting.name.text, parameter),
  xenVersion: doc.settings.xenVersion,
  guestType: doc.guest.type,
  // All strings of the document must be read for it, which few values need.
  others: () =>
    specStrings(doc)
      .filter((one) => one.setting.name.text === setting.name.text && one.node.start !== node?.start)
      // The setting at the cursor counts even if another one overrides it.
      .filter((one) => one.counts || one.setting === setting)
      .map(({ spec }) => spec),
});

/** The values that the guest and its version of Xen have, the best first. */
export function valuesFor(
  language: SpecLanguage,
  parameter: ParameterSchema,
  context: Audience & ValueContext,
): readonly OfferedValue[] {
  const values = language.offeredValues?.(parameter, context) ?? parameter.values ?? [];
  return [...values, ...context.known(parameter)].filter(
    (value) =>
      !value.internal &&
      (value.guestTypes?.includes(context.guestType) ?? true) &&
      existsIn(context.xenVersion, value, parameter),
  );
}
