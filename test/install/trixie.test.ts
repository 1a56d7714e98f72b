/** Debian 13, with Node 20 and an Emacs that has eglot. */
import { expect, test } from 'vitest';
import { PROBLEM_LINES, seenBy, testDebian } from './support/testDebian.ts';

interface SeenByEmacs {
  readonly mode: string;
  readonly diagnostics: readonly { readonly line: number }[];
}

testDebian({
  suite: 'trixie',
  packages: ['emacs-nox'],
  more: (debian, guest) => {
    test('Emacs has the mode, and eglot shows the diagnostics of the server', () => {
      const seen = seenBy(debian(), 'diagnostics.el', [
        'emacs',
        '--batch',
        guest,
        '--load',
        '/root/diagnostics.el',
      ]) as SeenByEmacs;
      expect(seen.mode).toBe('xlcfg-mode');
      expect(seen.diagnostics.map(({ line }) => line).sort()).toEqual(PROBLEM_LINES);
    });
  },
});
