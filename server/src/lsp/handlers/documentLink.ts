import { documentLinks, type FoundLink } from '@xlcfg/shared';
import { type DocumentLink, DocumentLinkRequest } from 'vscode-languageserver';
import { adaptDocumentLinks } from '../adapt.ts';
import type { HostFiles } from '../hostFiles.ts';
import { documentRequest, type Handler } from './handler.ts';

/** Concurrent checks for existence. Node does all file I/O in four threads, which a slow file system could occupy. */
const MAX_CONCURRENT_CHECKS = 4;

export const documentLinkHandler: Handler<'documentLinkProvider'> = {
  capability: () => ({ resolveProvider: false }),
  requests: [
    documentRequest(DocumentLinkRequest.type, {
      emptyAnswer: [],
      ifStale: 'answer',
      answer: async (document, _, { client, host }) =>
        adaptDocumentLinks(await withExistingTargets(documentLinks(document), host.files), client),
    }),
  ],
};

/** The links to pages, and those to files that exist. */
const withExistingTargets = async (
  links: readonly FoundLink[],
  files: HostFiles | undefined,
): Promise<DocumentLink[]> => {
  const targets = new Set(files ? links.flatMap(({ link, toFile }) => (toFile ? [link.target] : [])) : []);
  const existing = new Set<string>();
  const queue = targets.values();
  const check = async (): Promise<void> => {
    for (const uri of queue) if (await files?.exists(uri)) existing.add(uri);
  };
  await Promise.all(Array.from({ length: Math.min(MAX_CONCURRENT_CHECKS, targets.size) }, check));
  return links.flatMap(({ link, toFile }) => (!toFile || existing.has(link.target) ? [link] : []));
};
