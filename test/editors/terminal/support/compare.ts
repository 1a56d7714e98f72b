/** The tests that every editor is put to: it shows what the server says. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Answers, askServer, inOrder } from './answers.ts';
import { GUEST } from './guest.ts';
import { type Home, makeHome } from './home.ts';
import { words } from './words.ts';

export interface Editor {
  readonly name: string;
  /** What the editor has; nothing else may be in what it shows. */
  readonly keys: readonly (keyof Answers)[];
  /** Writes the editor's files into its home folder, starts it on the guest, and looks. */
  readonly look: (home: Home) => Promise<Partial<Answers>>;
  /** The release of Xen that the page sets. */
  readonly xenVersion?: string;
  /** What becomes of the server's answers where the editor makes fewer distinctions. */
  readonly coarse?: (said: Answers) => Answers;
}

/** An empty answer, or a text in which nothing has changed, would be the same everywhere. */
const isNothing = (answer: unknown): boolean =>
  answer === '' || answer === GUEST || (Array.isArray(answer) && answer.length === 0);

export const showsWhatTheServerSays = (editor: Editor): void => {
  const { name, keys, look, xenVersion, coarse = (said) => said } = editor;
  describe(name, () => {
    let home: Home;
    let seen: Partial<Answers>;
    let said: Answers;
    beforeAll(async () => {
      home = makeHome();
      const { hover, diagnostics, ...rest } = await look(home);
      seen = {
        ...rest,
        ...(hover !== undefined && { hover: words(hover) }),
        ...(diagnostics && { diagnostics: inOrder(diagnostics) }),
      };
      said = coarse(await askServer(home));
    });
    afterAll(() => home.remove());

    test.each(keys)('%s', (key) => {
      expect(isNothing(said[key])).toBe(false);
      expect(seen[key]).toEqual(said[key]);
    });

    test('and nothing is left untested', () => {
      expect(Object.keys(seen).sort()).toEqual([...keys].sort());
    });

    if (xenVersion === undefined) return;
    test(`takes the setting of the page: Xen ${xenVersion}`, () => {
      expect(seen.diagnostics?.map(({ message }) => message).join('\n')).toContain(`the xl of ${xenVersion}`);
    });
  });
};
