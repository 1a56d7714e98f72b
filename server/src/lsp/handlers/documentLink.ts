import { documentLinks, type FoundLink } from '@xlcfg/shared';
import { type DocumentLink, type DocumentLinkParams, DocumentLinkRequest } from 'vscode-languageserver';
import type { HostFiles } from '../hostFiles.ts';
import { documentRequest } from './feature.ts';

/** How many files are looked for at a time: a slow file system is not to hold up all that Node does with files. */
const AT_A_TIME = 4;

export const documentLinkHandler = documentRequest<DocumentLinkParams, DocumentLink[]>({
  listen: (connection, answer) => connection.onRequest(DocumentLinkRequest.type, answer),
  capability: { documentLinkProvider: { resolveProvider: false } },
  emptyAnswer: [],
  ifStale: 'answer',
  answer: (document, _, { host }) => followable(documentLinks(document), host.files),
});

/** The links that lead somewhere: those to files that are there, and those to pages. */
const followable = async (
  links: readonly FoundLink[],
  files: HostFiles | undefined,
): Promise<DocumentLink[]> => {
  const wanted = new Set(files ? links.flatMap(({ link, toFile }) => (toFile ? [link.target] : [])) : []);
  const present = new Set<string>();
  const waiting = wanted.values();
  const look = async (): Promise<void> => {
    for (const uri of waiting) if (await files?.exists(uri)) present.add(uri);
  };
  await Promise.all(Array.from({ length: Math.min(AT_A_TIME, wanted.size) }, look));
  return links.flatMap(({ link, toFile }) => (!toFile || present.has(link.target) ? [link] : []));
};
