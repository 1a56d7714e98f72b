/** Tokenizes with the TextMate grammar, like VS Code. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { createOnigScanner, createOnigString, loadWASM } from 'vscode-oniguruma';
import { INITIAL, parseRawGrammar, Registry } from 'vscode-textmate';

export interface Token {
  readonly text: string;
  /** Outermost first, without the scope of the language and without the ending `.xlcfg` of each. */
  readonly scopes: readonly string[];
}

const FILE = new URL('../../../client/syntaxes/xlcfg.tmLanguage.json', import.meta.url);

const loadGrammar = async () => {
  await loadWASM(readFileSync(createRequire(import.meta.url).resolve('vscode-oniguruma/release/onig.wasm')));
  const registry = new Registry({
    onigLib: Promise.resolve({ createOnigScanner, createOnigString }),
    loadGrammar: async () => parseRawGrammar(readFileSync(FILE, 'utf8'), FILE.pathname),
  });
  const grammar = await registry.loadGrammar('source.xlcfg');
  if (grammar === null) throw new Error('The grammar has another scope name.');
  return grammar;
};

const grammar = await loadGrammar();

/** The tokens of each line of a text. */
export const tokenize = (text: string): Token[][] => {
  let state = INITIAL;
  return text.split('\n').map((line) => {
    const { tokens, ruleStack } = grammar.tokenizeLine(line, state);
    state = ruleStack;
    return tokens.map(({ startIndex, endIndex, scopes }) => ({
      text: line.slice(startIndex, endIndex),
      scopes: scopes.slice(1).map((scope) => scope.replace('.xlcfg', '')),
    }));
  });
};
