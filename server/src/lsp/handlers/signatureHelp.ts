import { signatureHelp } from '@xlcfg/shared';
import { SIGNATURE_RETRIGGERS, SIGNATURE_TRIGGERS } from '@xlcfg/shared/start';
import { type SignatureHelp, type SignatureHelpParams, SignatureHelpRequest } from 'vscode-languageserver';
import { adaptSignatureHelp } from '../adapt.ts';
import { isPosition } from '../params.ts';
import { aboutDocument } from './handler.ts';

export const signatureHelpHandler = aboutDocument<SignatureHelpParams, SignatureHelp | null>({
  listen: (connection, answer) => connection.onRequest(SignatureHelpRequest.type, answer),
  capability: {
    signatureHelpProvider: {
      triggerCharacters: [...SIGNATURE_TRIGGERS],
      retriggerCharacters: [...SIGNATURE_RETRIGGERS],
    },
  },
  none: null,
  fits: ({ position }) => isPosition(position),
  whenChanged: 'answer',
  answer: (document, { position }, { client }) =>
    adaptSignatureHelp(signatureHelp(document, position), client),
});
