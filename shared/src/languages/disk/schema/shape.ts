/** What the schema of the disk spec knows beyond the general shape. */

import { bothSources } from '../../../schema/source.ts';
import type { ParameterEntry, ParameterSchema, PrefixSchema } from '../../../schema/types.ts';
import type { XenVersion } from '../../../schema/xenVersions.ts';
import type { DiskFieldName } from '../fields.ts';

/** A flag says what it sets its field to. */
export type DiskParameterSchema =
  | (DiskParameter & { readonly form: 'value' })
  | (DiskParameter & { readonly form: 'flag'; readonly sets: boolean });

/** Parameters from their entries. An entry without `since` is as old as most of them. */
export const diskParameters = (
  since: XenVersion,
  source: string,
  entries: readonly ParameterEntry<DiskParameterSchema>[],
): readonly DiskParameterSchema[] =>
  entries.map((entry) =>
    'sets' in entry
      ? { ...entry, form: 'flag', since: entry.since ?? since, source: bothSources(source, entry.source) }
      : { ...entry, form: 'value', since: entry.since ?? since, source: bothSources(source, entry.source) },
  );

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
