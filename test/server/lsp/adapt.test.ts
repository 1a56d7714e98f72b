import type { OfferedAction } from '@xlcfg/shared';
import { describe, expect, it } from 'vitest';
import type { CodeAction, CompletionItem, SignatureHelp } from 'vscode-languageserver-types';
import {
  adaptCodeActions,
  adaptCompletion,
  adaptHover,
  adaptResolvedItem,
  adaptSignatureHelp,
} from '../../../server/src/lsp/adapt.ts';

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

const DELETION = { range: at(1, 0, 3), newText: '' };
const WITHOUT_EFFECT = { range: at(0, 5, 5), newText: '' };
const INSERTION = { range: at(0, 5, 5), newText: 'x' };

const lineEndings: OfferedAction = {
  ...action('carriage-return', { changes: { [URI]: [WITHOUT_EFFECT] } }),
  changesLineEndings: true,
};
const other = action('bad-value', { changes: { [URI]: [DELETION] } });
const all: CodeAction = {
  title: 'Fix all',
  kind: 'source.fixAll.xlcfg',
  edit: { changes: { [URI]: [WITHOUT_EFFECT, DELETION, INSERTION] } },
};

describe('adaptCodeActions', () => {
  it('replaces edits of line endings by the command of the client', () => {
    const { edit: _edit, changesLineEndings: _flag, ...rest } = lineEndings;
    expect(adaptCodeActions([lineEndings, other], URI, { setsLineEndings: true })).toEqual([
      {
        ...rest,
        command: { title: lineEndings.title, command: 'xlcfg.setLineEndings', arguments: [URI] },
      },
      other,
    ]);
  });

  it('merges actions that change line endings', () => {
    const [one, ...rest] = adaptCodeActions([lineEndings, other, lineEndings], URI, {
      setsLineEndings: true,
    });
    expect(one?.diagnostics).toHaveLength(2);
    expect(rest).toEqual([other]);
  });

  it('drops actions that change line endings if the client has no such command', () => {
    expect(adaptCodeActions([lineEndings, other], URI, { setsLineEndings: false })).toEqual([other]);
  });

  it('removes edits without effect, and actions without edits', () => {
    const none: CodeAction = { title: 'Fix all', edit: { changes: { [URI]: [WITHOUT_EFFECT] } } };
    expect(adaptCodeActions([all, none], URI, { setsLineEndings: false })).toEqual([
      { ...all, edit: { changes: { [URI]: [DELETION, INSERTION] } } },
    ]);
  });

  it('keeps an action without an edit', () => {
    const command: CodeAction = { title: 'Do', command: { title: 'Do', command: 'x' }, diagnostics: [] };
    expect(adaptCodeActions([command], URI, { setsLineEndings: true })).toEqual([command]);
  });
});

const KNOWS_ITEMS = { allCompletionKinds: true, completionTags: true };

describe('adaptCompletion', () => {
  const items: CompletionItem[] = [
    { label: 'a', insertText: 'a = $' + '{1:x}', insertTextFormat: 2 },
    { label: 'b', textEdit: { range: at(0, 0, 1), newText: 'b = "$1"' }, insertTextFormat: 2 },
    { label: 'c', insertText: 'costs $1' },
  ];

  it('converts snippets to plain text for a client without snippet support', () => {
    expect(
      adaptCompletion({ isIncomplete: true, items }, { insertsSnippets: false, ...KNOWS_ITEMS }),
    ).toEqual({
      isIncomplete: true,
      items: [
        { label: 'a', insertText: 'a = x', insertTextFormat: 1 },
        { label: 'b', textEdit: { range: at(0, 0, 1), newText: 'b = ""' }, insertTextFormat: 1 },
        items[2],
      ],
    });
    const list = { isIncomplete: false, items };
    expect(adaptCompletion(list, { insertsSnippets: true, ...KNOWS_ITEMS })).toEqual(list);
  });
});

describe('adaptHover', () => {
  const markdown =
    '**`vcpus`** number\n\nHow many *virtual* CPUs, see [the manual](https://x/y).\n\n```xlcfg\nvcpus = 2\n```\n\n- `1` one\\_more';

  it('removes Markdown markup for a client that renders plain text', () => {
    expect(adaptHover({ contents: { kind: 'markdown', value: markdown } }, { markdownHover: false })).toEqual(
      {
        contents: {
          kind: 'plaintext',
          value: 'vcpus number\n\nHow many *virtual* CPUs, see the manual.\n\nvcpus = 2\n\n- 1 one_more',
        },
      },
    );
  });

  it('keeps Markdown for a client that renders it', () => {
    const hover = { contents: { kind: 'markdown' as const, value: markdown } };
    expect(adaptHover(hover, { markdownHover: true })).toEqual(hover);
    expect(adaptHover(null, { markdownHover: false })).toBeNull();
  });
});

describe('adaptResolvedItem', () => {
  const item: CompletionItem = { label: 'vcpus', documentation: { kind: 'markdown', value: '**x** `y`' } };

  it('removes Markdown markup for a client that renders plain text', () => {
    expect(adaptResolvedItem(item, { markdownDocumentation: false }).documentation).toEqual({
      kind: 'plaintext',
      value: 'x y',
    });
  });

  it('keeps Markdown for a client that renders it, and an item without documentation', () => {
    expect(adaptResolvedItem(item, { markdownDocumentation: true })).toEqual(item);
    expect(adaptResolvedItem({ label: 'x' }, { markdownDocumentation: false })).toEqual({ label: 'x' });
  });
});

describe('adaptSignatureHelp', () => {
  const supportsEverything = { parameterOffsets: true, markdownSignatures: true, noActiveParameter: true };
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

  it('keeps the answer for a client that supports everything', () => {
    expect(adaptSignatureHelp(help(null), supportsEverything)).toEqual(help(null));
    expect(adaptSignatureHelp(null, supportsEverything)).toBeNull();
  });

  it('uses text labels for a client without label offsets', () => {
    const adapted = adaptSignatureHelp(help(1), { ...supportsEverything, parameterOffsets: false });
    expect(adapted?.signatures[0]?.parameters?.map(({ label }) => label)).toEqual(['target', 'vdev']);
    expect(adapted?.activeParameter).toBe(1);
  });

  it('removes Markdown markup for a client that renders plain text', () => {
    const [signature] =
      adaptSignatureHelp(help(1), { ...supportsEverything, markdownSignatures: false })?.signatures ?? [];
    expect(signature?.documentation).toEqual({ kind: 'plaintext', value: 'The disk.' });
    expect(signature?.parameters?.[1]).toEqual({
      label: [8, 12],
      documentation: { kind: 'plaintext', value: 'vdev: a name.' },
    });
  });

  it('uses an index out of range for a client that accepts no null', () => {
    const adapted = adaptSignatureHelp(help(null), { ...supportsEverything, noActiveParameter: false });
    expect(adapted?.activeParameter).toBe(2);
  });
});
