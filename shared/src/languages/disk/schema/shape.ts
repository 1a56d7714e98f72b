/** What the schema of the disk spec knows beyond the general shape. */

import type { ParameterSchema, PrefixSchema } from '../../../schema/types.ts';
import type { DiskFieldName } from '../fields.ts';

/** A flag says what it sets its field to. */
export type DiskParameterSchema = DiskParameter &
  ({ readonly form: 'value' } | { readonly form: 'flag'; readonly sets: boolean });

interface DiskParameter extends ParameterSchema {
  /** Two parameters that fill the same field either repeat or contradict each other. */
  readonly field: DiskFieldName;
  /** Place among the parameters without a name, from 1. Absent: it has to be named. */
  readonly position?: 1 | 2 | 3 | 4;
  /** What makes it mandatory, or spares it, in words that follow "yes" or "no". */
  readonly condition?: string;
  /** Other spellings that xl still takes, and what to write instead. Markdown. */
  readonly deprecatedForms?: string;
  /** How the disk document of 2011 (xl of Xen 4.1) had it. Markdown. */
  readonly history?: string;
}

/**
 * What a prefix was for. `blockDevice` and `access` are the 2011 document's block-dev-type and access-type; today's
 * xl drops both. `format` and `script` still set a field.
 */
export type PrefixGroup = 'blockDevice' | 'access' | 'format' | 'script';

export interface DiskPrefixSchema extends PrefixSchema {
  readonly group: PrefixGroup;
  /** What it meant to the xl of 2011, or to xend. Markdown. */
  readonly history: string;
}
