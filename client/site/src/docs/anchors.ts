/** Anchors that the pages have in addition to those of their headings. */
import { anchorOf } from '@xlcfg/shared/src/prose/anchors.ts';

/** The anchor of a message of xl, which the words in braces are part of. */
export const messageAnchor = (message: string): string => `message-${anchorOf(message)}`;

/** The anchor of a key of an option's strings. */
export const keyAnchor = (option: string, key: string): string => `${anchorOf(option)}-${anchorOf(key)}`;
