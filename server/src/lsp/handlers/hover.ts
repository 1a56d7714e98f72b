import { hover } from '@xlcfg/shared';
import { type Hover, type HoverParams, HoverRequest } from 'vscode-languageserver';
import { adaptHover } from '../adapt.ts';
import { isPosition } from '../params.ts';
import { documentRequest } from './feature.ts';

export const hoverHandler = documentRequest<HoverParams, Hover | null>({
  listen: (connection, answer) => connection.onRequest(HoverRequest.type, answer),
  capability: { hoverProvider: true },
  emptyAnswer: null,
  validate: ({ position }) => isPosition(position),
  ifStale: 'answer',
  answer: (document, { position }, { client, host }) =>
    // In plain text a link leads nowhere.
    adaptHover(hover(document, position, client.markdownHover ? host.docsUrl : undefined), client),
});
