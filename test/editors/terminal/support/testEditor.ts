/** The tests of every editor: it shows what the server answers. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Answers, askServer, sortProblems } from './answers.ts';
import { GUEST } from './guest.ts';
import { type Home, makeHome } from './home.ts';
import { wordsOf } from './words.ts';

export interface Editor {
  readonly name: string;
  /** The answers that the editor shows, and no others. */
  readonly keys: readonly (keyof Answers)[];
  /** Configures the editor in its home folder, opens the guest, and returns what it shows. */
  readonly look: (home: Home) => Promise<Partial<Answers>>;
  /** The release of Xen that the page sets. */
  readonly xenVersion?: string;
  /** Adapts the server's answers to an editor that makes fewer distinctions. */
  readonly coarse?: (said: Answers) => Answers;
}

/** Empty answers and unchanged texts would make the comparison meaningless. */
const isNothing = (answer: unknown): boolean =>
  answer === '' || answer === GUEST || (Array.isArray(answer) && answer.length === 0);

export const testEditor = (editor: Editor): void => {
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
        ...(hover !== undefined && { hover: wordsOf(hover) }),
        ...(diagnostics && { diagnostics: sortProblems(diagnostics) }),
      };
      said = coarse(await askServer(home));
    });
    afterAll(() => home.remove());

    test.each(keys)('%s', (key) => {
      expect(isNothing(said[key])).toBe(false);
      expect(seen[key]).toEqual(said[key]);
    });

    test('shows all answers that it supports', () => {
      expect(Object.keys(seen).sort()).toEqual([...keys].sort());
    });

    if (xenVersion === undefined) return;
    test(`applies the documented setting: Xen ${xenVersion}`, () => {
      expect(seen.diagnostics?.map(({ message }) => message).join('\n')).toContain(
        `Xen ${xenVersion} silently ignores it`,
      );
    });
  });
};
