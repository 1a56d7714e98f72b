/** What the schema of the disk spec knows beyond the general shape. */

import type { ParameterSchema, PrefixSchema } from '../../../schema/types.ts';
import type { DiskFieldName } from '../fields.ts';

/** A flag says what it sets its field to. */
export type DiskParameterSchema = DiskParameter &
  ({ readonly form: 'value' } | { readonly form: 'flag'; readonly sets: boolean });

interface DiskParameter extends ParameterSchema {
  readonly field: DiskFieldName;
}

/**
 * What a prefix was for. `blockDevice` and `access` are the 2011 document's block-dev-type and access-type; today's
 * xl drops both. `format` and `script` still set a field.
 */
export type PrefixGroup = 'blockDevice' | 'access' | 'format' | 'script';

export interface DiskPrefixSchema extends PrefixSchema {
  readonly group: PrefixGroup;
  readonly field?: DiskFieldName;
  readonly history: string;
}
