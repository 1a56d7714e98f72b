import { hover } from '@xlcfg/shared';
import { type Hover, type HoverParams, HoverRequest } from 'vscode-languageserver';
import { adaptHover } from '../adapt.ts';
import { isPosition } from '../params.ts';
import { aboutDocument } from './handler.ts';

export const hoverHandler = aboutDocument<HoverParams, Hover | null>({
  listen: (connection, answer) => connection.onRequest(HoverRequest.type, answer),
  capability: { hoverProvider: true },
  none: null,
  fits: ({ position }) => isPosition(position),
  whenChanged: 'answer',
  answer: (document, { position }, { client, host }) =>
    // In plain text a link leads nowhere.
    adaptHover(hover(document, position, client.markdownHover ? host.docsUrl : undefined), client),
});
