import type { OfferedAction } from '@xlcfg/shared';
import { describe, expect, it } from 'vitest';
import type { CodeAction, CompletionItem, SignatureHelp } from 'vscode-languageserver-types';
import {
  adaptCodeActions,
  adaptCompletion,
  adaptHover,
  adaptResolvedItem,
  adaptSignatureHelp,
} from '../../server/src/lsp/adapt.ts';
import { pathOfUri } from '../../server/src/lsp/uris.ts';

const URI = 'file:///a.cfg';

const at = (line: number, start: number, end: number) => ({
  start: { line, character: start },
  end: { line, character: end },
});

const action = (code: string, edits: CodeAction['edit']): CodeAction => ({
  title: `Fix ${code}`,
  kind: 'quickfix',
  isPreferred: true,
  diagnostics: [{ code, message: '', range: at(0, 0, 1) }],
  ...(edits && { edit: edits }),
});

const REAL = { range: at(1, 0, 3), newText: '' };
const NOTHING = { range: at(0, 5, 5), newText: '' };
const INSERTION = { range: at(0, 5, 5), newText: 'x' };

const lineEnds: OfferedAction = {
  ...action('carriage-return', { changes: { [URI]: [NOTHING] } }),
  changesLineEndings: true,
};
const other = action('bad-value', { changes: { [URI]: [REAL] } });
const all: CodeAction = {
  title: 'Fix all',
  kind: 'source.fixAll.xlcfg',
  edit: { changes: { [URI]: [NOTHING, REAL, INSERTION] } },
};

describe('code actions', () => {
  it('about line ends become the command of a client that has it', () => {
    const { edit: _edit, changesLineEndings: _flag, ...rest } = lineEnds;
    expect(adaptCodeActions([lineEnds, other], URI, { setsLineEndings: true })).toEqual([
      {
        ...rest,
        command: { title: lineEnds.title, command: 'xlcfg.setLineEndings', arguments: [URI] },
      },
      other,
    ]);
  });

  it('about line ends are one command', () => {
    const [one, ...rest] = adaptCodeActions([lineEnds, other, lineEnds], URI, { setsLineEndings: true });
    expect(one?.diagnostics).toHaveLength(2);
    expect(rest).toEqual([other]);
  });

  it('about line ends are left out for another client', () => {
    expect(adaptCodeActions([lineEnds, other], URI, { setsLineEndings: false })).toEqual([other]);
  });

  it('lose the edits that change nothing, and go if none is left', () => {
    const none: CodeAction = { title: 'Fix all', edit: { changes: { [URI]: [NOTHING] } } };
    expect(adaptCodeActions([all, none], URI, { setsLineEndings: false })).toEqual([
      { ...all, edit: { changes: { [URI]: [REAL, INSERTION] } } },
    ]);
  });

  it('stay as they are where they have no edit or no diagnostics', () => {
    const command: CodeAction = { title: 'Do', command: { title: 'Do', command: 'x' }, diagnostics: [] };
    expect(adaptCodeActions([command], URI, { setsLineEndings: true })).toEqual([command]);
  });
});

describe('snippets for a client that has none', () => {
  const items: CompletionItem[] = [
    { label: 'a', insertText: 'a = $' + '{1:x}', insertTextFormat: 2 },
    { label: 'b', textEdit: { range: at(0, 0, 1), newText: 'b = "$1"' }, insertTextFormat: 2 },
    { label: 'c', insertText: 'costs $1' },
  ];

  it('are made of items with a format', () => {
    expect(adaptCompletion(items, { insertsSnippets: false })).toEqual([
      { label: 'a', insertText: 'a = x', insertTextFormat: 1 },
      { label: 'b', textEdit: { range: at(0, 0, 1), newText: 'b = ""' }, insertTextFormat: 1 },
      items[2],
    ]);
    expect(adaptCompletion(items, { insertsSnippets: true })).toEqual(items);
  });
});

describe('hovers', () => {
  const markdown =
    '**`vcpus`** number\n\nHow many *virtual* CPUs, see [the manual](https://x/y).\n\n```xlcfg\nvcpus = 2\n```\n\n- `1` one\\_more';

  it('lose the marks of Markdown for a client that shows plain text', () => {
    expect(adaptHover({ contents: { kind: 'markdown', value: markdown } }, { markdownHover: false })).toEqual(
      {
        contents: {
          kind: 'plaintext',
          value: 'vcpus number\n\nHow many *virtual* CPUs, see the manual.\n\nvcpus = 2\n\n- 1 one_more',
        },
      },
    );
  });

  it('stay as they are for a client that shows Markdown', () => {
    const hover = { contents: { kind: 'markdown' as const, value: markdown } };
    expect(adaptHover(hover, { markdownHover: true })).toEqual(hover);
    expect(adaptHover(null, { markdownHover: false })).toBeNull();
  });
});

describe('the documentation of a completion item', () => {
  const item: CompletionItem = { label: 'vcpus', documentation: { kind: 'markdown', value: '**x** `y`' } };

  it('loses the marks of Markdown for a client that shows plain text', () => {
    expect(adaptResolvedItem(item, { markdownDocumentation: false }).documentation).toEqual({
      kind: 'plaintext',
      value: 'x y',
    });
  });

  it('stays as it is for a client that shows Markdown, and where there is none', () => {
    expect(adaptResolvedItem(item, { markdownDocumentation: true })).toEqual(item);
    expect(adaptResolvedItem({ label: 'x' }, { markdownDocumentation: false })).toEqual({ label: 'x' });
  });
});

describe('the path of a URI', () => {
  it.each([
    ['file:///etc/xen/web.cfg', '/etc/xen/web.cfg'],
    ['file:///etc/xen/my%20guest%231.cfg', '/etc/xen/my guest#1.cfg'],
    ['vscode-remote://ssh-remote%2Bhost/etc/xen/web.cfg', '/etc/xen/web.cfg'],
    ['untitled:Untitled-1', 'Untitled-1'],
    ['file:///bad%zz.cfg', 'file:///bad%zz.cfg'],
    ['no uri', 'no uri'],
  ])('%s', (uri, expected) => {
    expect(pathOfUri(uri)).toBe(expected);
  });
});

describe('signature help', () => {
  const everything = { parameterOffsets: true, markdownSignatures: true, noActiveParameter: true };
  const markdown = (value: string) => ({ kind: 'markdown' as const, value });
  const help = (activeParameter: number | null): SignatureHelp => ({
    signatures: [
      {
        label: 'target, vdev',
        documentation: markdown('The `disk`.'),
        parameters: [
          { label: [0, 6], documentation: markdown('`target`: a file.') },
          { label: [8, 12], documentation: markdown('`vdev`: a **name**.') },
        ],
      },
    ],
    activeSignature: 0,
    activeParameter,
  });

  it('stays as it is for a client that knows it all', () => {
    expect(adaptSignatureHelp(help(null), everything)).toEqual(help(null));
    expect(adaptSignatureHelp(null, everything)).toBeNull();
  });

  it('has the texts of the parameters for a client that knows no offsets', () => {
    const adapted = adaptSignatureHelp(help(1), { ...everything, parameterOffsets: false });
    expect(adapted?.signatures[0]?.parameters?.map(({ label }) => label)).toEqual(['target', 'vdev']);
    expect(adapted?.activeParameter).toBe(1);
  });

  it('is plain text for a client that shows no Markdown', () => {
    const [signature] =
      adaptSignatureHelp(help(1), { ...everything, markdownSignatures: false })?.signatures ?? [];
    expect(signature?.documentation).toEqual({ kind: 'plaintext', value: 'The disk.' });
    expect(signature?.parameters?.[1]).toEqual({
      label: [8, 12],
      documentation: { kind: 'plaintext', value: 'vdev: a name.' },
    });
  });

  it('names a parameter that is not there, where the client cannot be told that it is none', () => {
    const adapted = adaptSignatureHelp(help(null), { ...everything, noActiveParameter: false });
    expect(adapted?.activeParameter).toBe(2);
  });
});
