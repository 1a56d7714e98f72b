/** Anchors of the reference pages. Imports nothing: pages of the website use it too. */

/** The anchor that readers of Markdown make of a heading. */
export const anchorOf = (heading: string): string =>
  heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N}_ -]/gu, '')
    .replace(/ /g, '-');
