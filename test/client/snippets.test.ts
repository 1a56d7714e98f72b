import { openDocument } from '@xlcfg/shared/src/document/openDocument.ts';
import { DEFAULT_SETTINGS } from '@xlcfg/shared/src/settings.ts';
import { describe, expect, test } from 'vitest';
import { TextDocument } from 'vscode-languageserver-textdocument';
import snippets from '../../client/snippets/xlcfg.json' with { type: 'json' };

/** The text of a snippet if the user accepts all defaults. */
const expand = (body: readonly string[]): string =>
  body
    .join('\n')
    .replace(/\$\{RANDOM_HEX\/.*?\/\}/g, 'a1:b2:c3')
    .replace(/\$\{\d+\|([^,|]*)[^|]*\|\}/g, '$1')
    .replace(/\$\{\d+:([^}]*)\}/g, '$1')
    .replace(/\$\d+/g, '');

/** Completes a partial guest. */
const inGuest = (prefix: string, text: string): string => {
  const guest = (part: string): string => `name = "a"\ntype = "hvm"\nmemory = 512\n${part}\n`;
  return guest(prefix === 'vif-entry' ? `vif = [\n${text}\n]` : text);
};

describe.each(Object.entries(snippets))('%s', (_, { prefix, body }) => {
  test('has a default for each tab stop, and a final one', () => {
    expect(expand(body)).not.toMatch(/[$|{}]/);
    expect(body.join('\n').match(/\$0/g)).toHaveLength(1);
  });

  test('has no problems', () => {
    const text = TextDocument.create('file:///a.cfg', 'xlcfg', 1, inGuest(prefix, expand(body)));
    expect(openDocument(text, DEFAULT_SETTINGS).problems).toEqual([]);
  });
});
