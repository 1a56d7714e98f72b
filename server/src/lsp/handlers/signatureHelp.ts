import { signatureHelp } from '@xlcfg/shared';
import { SIGNATURE_RETRIGGERS, SIGNATURE_TRIGGERS } from '@xlcfg/shared/start';
import { type SignatureHelp, type SignatureHelpParams, SignatureHelpRequest } from 'vscode-languageserver';
import { adaptSignatureHelp } from '../adapt.ts';
import { isPosition } from '../params.ts';
import { documentRequest } from './feature.ts';

export const signatureHelpHandler = documentRequest<SignatureHelpParams, SignatureHelp | null>({
  listen: (connection, answer) => connection.onRequest(SignatureHelpRequest.type, answer),
  capability: {
    signatureHelpProvider: {
      triggerCharacters: [...SIGNATURE_TRIGGERS],
      retriggerCharacters: [...SIGNATURE_RETRIGGERS],
    },
  },
  emptyAnswer: null,
  validate: ({ position }) => isPosition(position),
  ifStale: 'answer',
  answer: (document, { position }, { client }) =>
    adaptSignatureHelp(signatureHelp(document, position), client),
});
