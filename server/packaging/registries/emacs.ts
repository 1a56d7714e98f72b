/** For Emacs: lsp-mode. */
import { homepage } from '../../package.json';
import { DESCRIPTION, json, type RegistryFile, SERVER_COMMAND } from './registry.ts';

const lspMode = `;;; lsp-xlcfg.el --- lsp-mode client for xlcfg -*- lexical-binding: t; -*-

;; SPDX-License-Identifier: MIT
;; Keywords: languages, lsp

;;; Commentary:

;; ${DESCRIPTION}:
;; ${homepage}

;;; Code:

(require 'lsp-mode)

(defgroup lsp-xlcfg nil
  "Settings of the xlcfg language server."
  :group 'lsp-mode
  :link '(url-link "${homepage}"))

(defcustom lsp-xlcfg-server-command '(${SERVER_COMMAND.map((word) => `"${word}"`).join(' ')})
  "The command that starts the server."
  :type '(repeat string)
  :group 'lsp-xlcfg)

(defcustom lsp-xlcfg-xen-version nil
  "The version of Xen to validate against, such as \\"4.17\\"; nil for the newest."
  :type '(choice (const :tag "Newest" nil) string)
  :group 'lsp-xlcfg)

(lsp-register-custom-settings '(("xlcfg.xenVersion" lsp-xlcfg-xen-version)))

(add-to-list 'lsp-language-id-configuration '(xlcfg-mode . "xlcfg"))

(lsp-register-client
 (make-lsp-client
  :new-connection (lsp-stdio-connection (lambda () lsp-xlcfg-server-command))
  :activation-fn (lsp-activate-on "xlcfg")
  :initialized-fn (lambda (workspace)
                    (with-lsp-workspace workspace
                      (lsp--set-configuration (lsp-configuration-section "xlcfg"))))
  :server-id 'xlcfg))

(lsp-consistency-check lsp-xlcfg)

(provide 'lsp-xlcfg)
;;; lsp-xlcfg.el ends here
`;

export const emacsFiles = (): RegistryFile[] => [
  { path: 'lsp-mode/clients/lsp-xlcfg.el', text: lspMode },
  {
    path: 'lsp-mode/docs/lsp-clients.json',
    text: json({
      name: 'xlcfg',
      'full-name': 'Xen xl config files',
      'server-name': SERVER_COMMAND[0],
      'server-url': homepage,
      installation: 'npm install --global xlcfg',
      debugger: 'Not available',
    }),
  },
];
