/** Text from a file cannot inject Markdown, comments or snippet syntax into what is shown to the user. */

import {
  completion,
  DEFAULT_SETTINGS,
  effectiveConfigText,
  hover,
  inlayHints,
  newGuests,
  openDocument,
  resolveCompletion,
  signatureHelp,
  type XlDocument,
} from '@xlcfg/shared';
import { describe, expect, it } from 'vitest';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { MarkupContent } from 'vscode-languageserver-types';

/** Each contains EVIL, by which it is recognized in the output. */
const PAYLOADS = [
  '[EVIL](command:EVIL)',
  '![EVIL](http://EVIL/x.png)',
  '<img src=EVIL onerror=EVIL>',
  '<a href="command:EVIL">',
  '`[EVIL](command:EVIL)',
  '``[EVIL](command:EVIL)``',
  '```\n[EVIL](command:EVIL)\n```',
  '\n\n[EVIL](command:EVIL)\n\n',
  '**EVIL**',
  '# EVIL',
  '\\[EVIL](command:EVIL)',
  '[EVIL]: command:EVIL',
  '<command:EVIL>',
  'http://EVIL',
  '$(EVIL)',
  '&lt;EVIL&#62;',
  '\u202eEVIL\u2066',
  '| EVIL | --- |',
];

/** As a string literal of xl, with quotes and line feeds escaped. */
const inString = (text: string): string =>
  `"${text.replace(/\\/g, '\\\\').replace(/"/g, '\\x22').replace(/\n/g, '\\n')}"`;

const guestWith = (payload: string): string => {
  const text = inString(payload);
  const piece = text.slice(1, -1);
  return [
    `name = ${text}`,
    'type = "hvm"',
    `kernel = ${text}`,
    `memory = ${text}`,
    `vcpus = ${text}`,
    `on_crash = ${text}`,
    `${payload.replace(/\s/g, '')} = 1`,
    `disk = [ ${text}, "/dev/x,raw,${piece},rw", "${piece},raw,xvda,rw", "vdev=xvdb,format=${piece},target=${piece}", "vdev=xvdc,${piece}=${piece}", "backend=${piece},vdev=xvdd,target=/x", "phy:${piece},xvde,w", "${piece}:/x,xvdf,w" ]`,
    `vif = [ ${text}, "mac=${piece},bridge=${piece}", "${piece}=1", "rate=${piece}", "model=${piece},type=${piece}" ]`,
    `pci = [ ${text}, "01:00.0,${piece}=1", "${piece}@1" ]`,
    `usbdev = [ ${text}, "type=${piece}" ]`,
    `vfb = [ "vnclisten=${piece},keymap=${piece}" ]`,
    `cpus = ${text}`,
    `cpuid = ${text}`,
    `p9 = [ "tag=${piece},path=${piece}" ]`,
    `extra = ${text}`,
    `vnuma = [ [ "pnode=${piece}", ${text} ] ]`,
    `a = ${payload.replace(/\n/g, ' ')}`,
    `# ${payload.replace(/\n/g, ' ')} xlcfg-disable-line ${payload.replace(/\n/g, ' ')}`,
    '',
  ].join('\n');
};

/** Without code blocks and code spans. */
const withoutCode = (markdown: string): string =>
  markdown
    .replace(/^(`{3,})[^`\n]*\n[\s\S]*?\n\1`*[ \t]*$/gm, '')
    .replace(/(?<!`)(`+)(?!`)[\s\S]*?(?<!`)\1(?!`)/g, '');

const MARKED = /\]\s*\(|<[a-z/!]|\]:|\*\*EVIL|^#+ EVIL|https?:\/\/EVIL|\$\(EVIL|\u202e|\u2066/m;

/** The lines in which a payload has become markup. */
const injected = (markdown: string): string[] =>
  withoutCode(markdown)
    .split('\n')
    .filter((line) => line.includes('EVIL'))
    .filter((line) => MARKED.test(line.replace(/\\[!-/:-@[-`{-~]/g, '')));

const markdownIn = (content: unknown): string[] => {
  if (typeof content !== 'object' || content === null) return [];
  const { kind, value }: Partial<MarkupContent> = content;
  return kind === 'markdown' && value !== undefined ? [value] : [];
};

/** All Markdown that is shown for a document. */
function markdownOf(doc: XlDocument): string[] {
  const length = doc.text.getText().length;
  const shown: string[] = [];
  for (let at = 0; at <= length; at += 3) {
    const position = doc.text.positionAt(at);
    shown.push(...markdownIn(hover(doc, position, 'file:///docs')?.contents));
    for (const { documentation, parameters = [] } of signatureHelp(doc, position)?.signatures ?? [])
      shown.push(...markdownIn(documentation), ...parameters.flatMap((one) => markdownIn(one.documentation)));
    for (const item of at % 9 === 0 ? completion(doc, position).items : [])
      shown.push(...markdownIn(item.documentation), ...markdownIn(resolveCompletion(item).documentation));
  }
  const everything = { start: { line: 0, character: 0 }, end: doc.text.positionAt(length) };
  shown.push(...inlayHints(doc, everything).flatMap(({ tooltip }) => markdownIn(tooltip)));
  return shown;
}

const open = (text: string, uri = 'file:///etc/xen/web1.cfg'): XlDocument =>
  openDocument(TextDocument.create(uri, 'xlcfg', 1, text), DEFAULT_SETTINGS, 'guest');

describe('Markdown', () => {
  it.each(PAYLOADS)('shows %j as text', (payload) => {
    const shown = markdownOf(open(guestWith(payload)));
    // Without this, the test would pass if the payload weren't shown.
    expect(shown.some((markdown) => markdown.includes('EVIL'))).toBe(true);
    expect([...new Set(shown.flatMap(injected))]).toEqual([]);
  });

  it.each([
    '[EVIL](command:EVIL)',
    'a `code` [EVIL](command:EVIL)',
    '`` ` `` <img src=EVIL>',
    '`[EVIL](command:EVIL)',
    '```\ncode\n```\n**EVIL**',
  ])('would be detected with %j as markup', (markdown) => expect(injected(markdown)).not.toEqual([]));
});

describe('the annotated effective configuration', () => {
  it.each(PAYLOADS)('stays valid JSON with comments for %j', (payload) => {
    const { annotated } = effectiveConfigText(open(guestWith(payload)));
    const json = annotated
      .split('\n')
      .map((line) =>
        line
          .replace(/^\/\/.*$/, '')
          .replace(/ \/\/ [^"]*(?:"[^"]*"?)*$/, (comment) => (isComment(line, comment) ? '' : comment)),
      )
      .join('\n');
    expect(() => JSON.parse(json)).not.toThrow();
    expect(annotated).not.toMatch(/[\u202a-\u202e\u2066-\u2069\u2028\u2029]/);
  });

  /** Whether the text before it is a complete JSON value, so that it isn't part of a string. */
  const isComment = (line: string, comment: string): boolean => {
    const before = line
      .slice(0, line.length - comment.length)
      .trim()
      .replace(/,$/, '');
    if (/[[{]$/.test(before)) return true;
    try {
      JSON.parse(before.startsWith('"') && before.includes('": ') ? `{${before}}` : before);
      return true;
    } catch {
      return false;
    }
  };
});

describe('a template', () => {
  it.each(PAYLOADS)('has no tab stop or line from a file named %j', (payload) => {
    for (const { snippet } of newGuests(
      { xenVersion: '4.17', architecture: 'auto' },
      `file:///etc/xen/${encodeURIComponent(payload)}.cfg`,
    )) {
      const [line = ''] = snippet.split('\n').filter((one) => one.startsWith('name'));
      expect(line).toMatch(/^name += "/);
      expect(snippet).not.toMatch(/\$\{?EVIL|\$\(EVIL/);
    }
  });
});
