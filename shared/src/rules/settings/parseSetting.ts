import { memoizeByText } from '../../memoize.ts';
import { parseConfig, type Setting } from '../../syntax/index.ts';

/** The setting that a text of the schema consists of, such as `type = "hvm"`; null where it is not a setting. */
export const parseSetting = memoizeByText(
  (text: string): Setting | null => parseConfig(text).settings[0] ?? null,
);
