/**
 * The colours of semantic tokens. The types are those of the Language Server Protocol, which every theme and every
 * editor knows; the comments say what each means in a guest's file.
 */

export type TokenType =
  /** The name of an option. */
  | 'property'
  /** A key inside a string: `vdev` of `vdev=xvda`. */
  | 'parameter'
  /** The virtual device of a disk. */
  | 'type'
  /** One of the words that an option, a key or a place knows: a format, a card, a guest type. */
  | 'enumMember'
  /** Whether a disk may be written to. */
  | 'modifier'
  /** A word that stands alone inside a string: `cdrom`, `untrusted`, `all`. */
  | 'keyword'
  /** `tap:` and its like in front of a disk's target. */
  | 'namespace'
  /** A target, a path, a name: free text inside a string. */
  | 'string'
  /** A number, a range of them, an address. */
  | 'number'
  | 'operator';

export type TokenModifier =
  /** Works, and there is something to write instead. */
  | 'deprecated'
  /** Not supported by the selected Xen version. */
  | 'unknown';

/** What the numbers of the tokens refer to, in the shape of the protocol. */
export const SEMANTIC_TOKENS_LEGEND: {
  readonly tokenTypes: readonly TokenType[];
  readonly tokenModifiers: readonly TokenModifier[];
} = {
  tokenTypes: [
    'property',
    'parameter',
    'type',
    'enumMember',
    'modifier',
    'keyword',
    'namespace',
    'string',
    'number',
    'operator',
  ],
  tokenModifiers: ['deprecated', 'unknown'],
};
