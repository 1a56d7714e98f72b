import { parseConfig, type Setting } from '../../syntax/index.ts';

const parsedSettings = new Map<string, Setting | undefined>();

/** The setting that a text of the schema consists of, such as `type = "hvm"`; undefined where it is none. Read once. */
export function parseSetting(text: string): Setting | undefined {
  if (!parsedSettings.has(text)) parsedSettings.set(text, parseConfig(text).settings[0]);
  return parsedSettings.get(text);
}
