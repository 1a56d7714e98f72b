import { hover } from '@xlcfg/shared';
import { HoverRequest } from 'vscode-languageserver';
import { adaptHover } from '../adapt.ts';
import { isPosition } from '../params.ts';
import { documentRequest, type Handler } from './handler.ts';

export const hoverHandler: Handler<'hoverProvider'> = {
  capability: () => true,
  requests: [
    documentRequest(HoverRequest.type, {
      emptyAnswer: null,
      validate: ({ position }) => isPosition(position),
      ifStale: 'answer',
      answer: (document, { position }, { client, host }) =>
        // Plain text has no links, so there is no use for the URL.
        adaptHover(hover(document, position, client.markdownHover ? host.docsUrl : undefined), client),
    }),
  ],
};
