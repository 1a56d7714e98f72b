import { signatureHelp } from '@xlcfg/shared';
import { SIGNATURE_RETRIGGERS, SIGNATURE_TRIGGERS } from '@xlcfg/shared/start';
import { SignatureHelpRequest } from 'vscode-languageserver';
import { adaptSignatureHelp } from '../adapt.ts';
import { isPosition } from '../params.ts';
import { documentRequest, type Handler } from './handler.ts';

export const signatureHelpHandler: Handler<'signatureHelpProvider'> = {
  capability: () => ({
    triggerCharacters: [...SIGNATURE_TRIGGERS],
    retriggerCharacters: [...SIGNATURE_RETRIGGERS],
  }),
  requests: [
    documentRequest(SignatureHelpRequest.type, {
      emptyAnswer: null,
      validate: ({ position }) => isPosition(position),
      ifStale: 'answer',
      answer: (document, { position }, { client }) =>
        adaptSignatureHelp(signatureHelp(document, position), client),
    }),
  ],
};
