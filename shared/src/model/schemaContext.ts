import type { SchemaContext } from '../schema/options/matching.ts';
import type { Platform } from '../schema/platform.ts';
import type { Guest } from './guest.ts';

/** The context in which the schema is asked about the options of this guest. */
export const schemaContext = (
  { type, architecture }: Guest,
  { xenVersion }: Pick<Platform, 'xenVersion'>,
): SchemaContext => ({ guestType: type, xenVersion, architecture });
