/** The cursor marks what belongs to its line in the other editor. */
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { fakeServer } from './support/fakeServer.ts';

type Listener<E> = (event: E) => void;

interface FakeRange {
  readonly lines: readonly [first: number, last: number];
}

interface FakeUri {
  readonly scheme: string;
  readonly query: string;
  readonly toString: () => string;
}

interface FakeEditor {
  readonly document: { readonly uri: FakeUri };
  readonly selection: { readonly active: { line: number } };
  readonly setDecorations: (type: object, ranges: readonly FakeRange[]) => void;
  readonly revealRange: (range: FakeRange) => void;
  marked: readonly FakeRange[];
  revealed: FakeRange | undefined;
}

const editor = vi.hoisted(() => ({
  active: undefined as FakeEditor | undefined,
  visible: [] as FakeEditor[],
  selected: undefined as Listener<{ textEditor: FakeEditor }> | undefined,
  disposed: 0,
}));

vi.mock('vscode', () => {
  const disposable = () => ({ dispose: () => editor.disposed++ });
  return {
    Range: class {
      readonly start: number;
      readonly lines: readonly number[];
      constructor(first: number, ...rest: readonly number[]) {
        this.start = first;
        this.lines = [first, rest[1] ?? first];
      }
    },
    TextEditorRevealType: { InCenterIfOutsideViewport: 2 },
    ThemeColor: class {},
    window: {
      createTextEditorDecorationType: disposable,
      get activeTextEditor() {
        return editor.active;
      },
      get visibleTextEditors() {
        return editor.visible;
      },
      onDidChangeTextEditorSelection: (listener: Listener<{ textEditor: FakeEditor }>) => {
        editor.selected = listener;
        return disposable();
      },
      onDidChangeActiveTextEditor: disposable,
      onDidChangeVisibleTextEditors: disposable,
    },
    workspace: { onDidChangeTextDocument: disposable },
  };
});

// Another test file may have loaded the module with its own mock of the editor.
vi.resetModules();
const { syncEffectiveConfig } = await import('../../client/src/effectiveConfigSync.ts');

const makeEditor = (scheme: string, path: string, query = ''): FakeEditor => {
  const made: FakeEditor = {
    document: { uri: { scheme, query, toString: () => `${scheme}://${path}` } },
    selection: { active: { line: 0 } },
    setDecorations: (_, ranges) => {
      made.marked = ranges;
    },
    revealRange: (range) => {
      made.revealed = range;
    },
    marked: [],
    revealed: undefined,
  };
  return made;
};

const range = (first: number, last = first) => ({
  start: { line: first, character: 0 },
  end: { line: last, character: 9 },
});

/** Line 5 comes from line 1, lines 8 and 9 come from lines 3 and 4. */
const LINES = [
  { line: 5, sources: [range(1)] },
  { line: 8, sources: [range(3, 4)] },
  { line: 9, sources: [range(3, 4)] },
];

const asked: unknown[] = [];
let answer: () => unknown = () => LINES;
const server = fakeServer(() => answer(), asked);

const source = makeEditor('file', '/web.cfg');
const effective = makeEditor('xlcfg-effective', '/web.cfg', 'file:///web.cfg');
const other = makeEditor('file', '/db.cfg');

/** Puts the cursor on a line, and waits until the other editor is up to date. */
const moveTo = async (active: FakeEditor, line: number): Promise<void> => {
  active.selection.active.line = line;
  editor.active = active;
  editor.selected?.({ textEditor: active });
  await vi.advanceTimersByTimeAsync(1000);
};

const linesOf = (shown: FakeEditor) => shown.marked.map(({ lines }) => lines);

let sync: { dispose: () => unknown };
beforeEach(() => {
  vi.useFakeTimers();
  for (const one of [source, effective, other]) Object.assign(one, { marked: [], revealed: undefined });
  Object.assign(editor, { visible: [source, effective, other], disposed: 0 });
  asked.length = 0;
  answer = () => LINES;
  sync = syncEffectiveConfig(server);
});
afterEach(() => {
  sync.dispose();
  vi.useRealTimers();
});

describe('the cursor', () => {
  test('in the source marks and shows what comes of its line', async () => {
    await moveTo(source, 4);
    expect(asked).toEqual([['xlcfg.effectiveConfigurationLines', 'file:///web.cfg']]);
    expect(linesOf(effective)).toEqual([
      [8, 8],
      [9, 9],
    ]);
    expect(effective.revealed?.lines).toEqual([8, 8]);
    expect(other.marked).toEqual([]);
  });

  test('in the effective configuration marks and shows the place in the source', async () => {
    await moveTo(source, 4);
    await moveTo(effective, 5);
    expect(linesOf(source)).toEqual([[1, 1]]);
    expect(source.revealed?.lines).toEqual([1, 1]);
    expect(effective.marked).toEqual([]);
  });

  test('marks nothing on a line that nothing comes of', async () => {
    await moveTo(source, 4);
    await moveTo(source, 7);
    expect(effective.marked).toEqual([]);
  });
});

test.each([
  ['the cursor is in another file', () => moveTo(other, 4)],
  [
    'the source is not visible',
    () => {
      editor.visible = [effective];
      return moveTo(effective, 5);
    },
  ],
])('the server is not asked if %s', async (_, move) => {
  await move();
  expect(asked).toEqual([]);
});

test('the marks go when the server fails', async () => {
  await moveTo(source, 4);
  answer = () => {
    throw new Error('It ended.');
  };
  await moveTo(source, 1);
  expect(effective.marked).toEqual([]);
});

test('its listeners are disposed', () => {
  sync.dispose();
  expect(editor.disposed).toBe(5);
});
