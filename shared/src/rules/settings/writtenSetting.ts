import { parseConfig, type Setting } from '../../syntax/index.ts';

const parsed = new Map<string, Setting | undefined>();

/** The setting that a text of the schema consists of, such as `type = "hvm"`; undefined where it is none. Read once. */
export function writtenSetting(text: string): Setting | undefined {
  if (!parsed.has(text)) parsed.set(text, parseConfig(text).settings[0]);
  return parsed.get(text);
}
