/** Generates the major mode for Emacs. Strings are highlighted field by field. */

import type { SpecVocabulary, Vocabulary } from './vocabulary.ts';
import { wrapWords } from './wrapWords.ts';

// As a Lisp string. Matches comments and closed strings, and both ends of an unclosed string.
const TOKENS_AND_UNCLOSED = String.raw`#.*\\|\"\\(?:[^\"\\\n]\\|\\\\.\\)*\"\\|'\\(?:[^'\\\n]\\|\\\\.\\)*'\\|\\([\"']\\).*\\(\n\\)`;
/** The inside of a bracket expression: characters that neither end a word nor start another token. */
const WORD = String.raw`^] \t\r\n\"'#;,=[`;
/** An invalid value of at least two characters: xl ignores a single one at the end of the file. */
const BAD_VALUE = String.raw`[=[,][ \t]*\\([${WORD}0-9][${WORD}]+\\|[0-9][0-9a-fx]*[${WORD}0-9a-fx][${WORD}]+\\)`;

const lisp = (words: readonly string[]): string =>
  `'(${wrapWords(words.map((word) => `"${word}"`)).join('\n    ')})`;

const constant = (name: string, words: readonly string[], about: string): string =>
  `(defconst xlcfg--${name}\n  ${lisp(words)}\n  "${about}")\n`;

const specRow = ({ options, keys, flags, separator }: SpecVocabulary): string => {
  const words = [...keys.current, ...keys.deprecated, ...flags];
  return `    (${lisp(options).slice(1)}\n     "${separator}"\n     ${lisp(words).slice(1)})`;
};

/** The files for which Emacs chooses the mode. */
export const AUTO_MODES: readonly string[] = [
  `(add-to-list 'auto-mode-alist '("/xen/\\\\(?:auto/\\\\)?[^/]*\\\\.\\\\(?:cfg\\\\|pvh?\\\\)\\\\'" . xlcfg-mode))`,
  `(add-to-list 'auto-mode-alist '("\\\\.\\\\(?:hvm\\\\|pvlinux\\\\|pvhlinux\\\\)\\\\'" . xlcfg-mode))`,
];

/** The content of the file. */
export const emacsMode = ({
  options,
  disk,
  specs,
}: Vocabulary): string => `;;; xlcfg-mode.el --- Guest configuration files of Xen's xl -*- lexical-binding: t; -*-

;; SPDX-License-Identifier: MIT
;; Package-Requires: ((emacs "26.1"))
;; Keywords: languages

;;; Commentary:

;; Colours for the files in /etc/xen: options that xl knows and those that
;; are deprecated, the fields of disks, the keys of other devices.
;; Generated from the schema by \`npm run sync'.

;;; Code:

${constant('options', options.current, 'Options that xl reads.')}
${constant('deprecated-options', options.deprecated, 'Options that there is something better for.')}
${constant('disk-prefixes', disk.prefixes, "Deprecated prefixes of a disk's target.")}
${constant('disk-flags', disk.flags, 'Words that stand alone in a disk.')}
${constant('disk-keys', [disk.target, ...disk.keys], 'Keys of a disk.')}
${constant('disk-formats', disk.values.get('format') ?? [], 'Formats of a disk.')}
${constant('disk-accesses', [...(disk.values.get('access') ?? []), 'w!'], 'Ways to access a disk.')}
(defconst xlcfg--specs
  '(
${specs.map(specRow).join('\n')})
  "Options, separator and words of the strings of other devices.")

(defconst xlcfg--assignment "[ \\t]*\\\\+?=\\\\(?:[^=]\\\\|$\\\\)"
  "What stands behind the name of an option.")

(defun xlcfg--option-regexp (names)
  "Return a regexp for a setting of one of NAMES, which is its first group."
  (concat "\\\\(?:^\\\\|;\\\\)[ \\t]*\\\\(" (regexp-opt names) "\\\\)" xlcfg--assignment))

(defun xlcfg--in-string-p ()
  "Return the start of the string that point is in, or nil."
  (let ((state (syntax-ppss)))
    (and (nth 3 state) (nth 8 state))))

(defun xlcfg--option-of-string (start)
  "Return the name of the option whose value the string at START is in, or nil."
  (save-excursion
    (goto-char start)
    (let ((list-start (car (last (nth 9 (syntax-ppss))))))
      (goto-char (or (car (nth 9 (syntax-ppss))) list-start start))
      (skip-chars-backward " \\t")
      (when (eq (char-before) ?=)
        (backward-char)
        (when (eq (char-before) ?+) (backward-char))
        (skip-chars-backward " \\t")
        (let ((end (point)))
          (skip-chars-backward "a-z0-9_.")
          (buffer-substring-no-properties (point) end))))))

(defun xlcfg--is-list (start)
  "Return non-nil if the string at START is in a list."
  (> (car (syntax-ppss start)) 0))

(defun xlcfg--face-of-disk-word (word position)
  "Return the face of the field WORD of a disk at POSITION among the unnamed ones."
  (cond ((member word xlcfg--disk-flags) 'font-lock-keyword-face)
        ((eq position 0) nil)
        ((member word xlcfg--disk-formats) 'font-lock-constant-face)
        ((member word xlcfg--disk-accesses) 'font-lock-builtin-face)
        ((not (string= word "")) 'font-lock-type-face)))

(defun xlcfg--put (start end face)
  "Give the text from START to END the FACE, if there is one."
  (when (and face (< start end))
    (put-text-property start end 'face face)))

(defun xlcfg--fontify-disk (start end)
  "Colour the disk from START to END, quotes excluded."
  (let ((position 0))
    (goto-char start)
    (while (< (point) end)
      (skip-chars-forward " \\t" end)
      (while (looking-at (concat (regexp-opt xlcfg--disk-prefixes) ":"))
        (xlcfg--put (point) (match-end 0) 'font-lock-preprocessor-face)
        (goto-char (match-end 0)))
      (let* ((field (point))
             (comma (progn (skip-chars-forward "^," end) (point)))
             (text (buffer-substring-no-properties field comma)))
        (cond
         ((string-match "\\\\\`\\\\([a-z][-a-z0-9_]*\\\\)=" text)
          (let* ((key (match-string 1 text))
                 (value (+ field (match-end 0)))
                 (word (buffer-substring-no-properties value comma)))
            (when (member key xlcfg--disk-keys)
              (xlcfg--put field (+ field (length key)) 'font-lock-variable-name-face))
            (cond ((string= key "${disk.target}") (setq comma end))
                  ((string= key "vdev") (xlcfg--put value comma 'font-lock-type-face))
                  ((member key '("format" "access"))
                   (xlcfg--put value comma (xlcfg--face-of-disk-word word 1))))))
         (t
          (let ((colon (and (> position 0) (string-match ":\\\\(?:cdrom\\\\|disk\\\\)\\\\'" text)
                            (+ field (match-beginning 0)))))
            (xlcfg--put field (or colon comma)
                        (if colon 'font-lock-type-face
                          (xlcfg--face-of-disk-word text position)))
            (when colon
              (xlcfg--put (1+ colon) comma 'font-lock-constant-face)))
          (unless (member text xlcfg--disk-flags)
            (setq position (1+ position)))))
        (goto-char (min end (1+ comma)))))))

(defun xlcfg--fontify-spec (start end spec)
  "Colour the keys of SPEC in the string from START to END, quotes excluded."
  (let ((separator (nth 1 spec))
        (words (nth 2 spec)))
    (goto-char start)
    (while (< (point) end)
      (skip-chars-forward " \\t" end)
      (let ((field (point)))
        (skip-chars-forward "a-zA-Z0-9_-" end)
        (let* ((word-end (point))
               (word (buffer-substring-no-properties field word-end)))
          (skip-chars-forward " \\t" end)
          (when (member word words)
            (cond ((eq (char-after) ?=)
                   (xlcfg--put field word-end 'font-lock-variable-name-face))
                  ((or (= (point) end) (looking-at "[,:]"))
                   (xlcfg--put field word-end 'font-lock-keyword-face)))))
        (if (string= separator "")
            (goto-char end)
          (skip-chars-forward (concat "^" separator) end)
          (unless (= (point) end) (forward-char)))))))

(defconst xlcfg--syntax-propertize
  (syntax-propertize-rules
   ;; Comments and closed strings are passed over; a string without its
   ;; quote ends with the line.
   ("${TOKENS_AND_UNCLOSED}"
    (1 "|") (2 "|")))
  "Function for \`syntax-propertize-function'.")

(defun xlcfg--fontify-strings (limit)
  "Colour the insides of all strings up to LIMIT; for \`font-lock-keywords'."
  (while (re-search-forward "[\\"']" limit t)
    (let ((start (xlcfg--in-string-p)))
      (when (and start (= (1+ start) (point)))
        (when (get-text-property start 'syntax-table)
          (xlcfg--put start (1+ start) 'font-lock-warning-face))
        (let ((end (save-excursion
                     (goto-char start)
                     (condition-case nil
                         (progn (forward-sexp) (1- (point)))
                       (scan-error (line-end-position)))))
              (option (xlcfg--option-of-string start)))
          (save-excursion
            (if (equal option "disk")
                (when (xlcfg--is-list start)
                  (xlcfg--fontify-disk (1+ start) end))
              (let ((spec (seq-find (lambda (one) (member option (car one))) xlcfg--specs)))
                (when spec (xlcfg--fontify-spec (1+ start) end spec)))))
          (goto-char (max (point) end))))))
  nil)

(defconst xlcfg-font-lock-keywords
  \`((,(xlcfg--option-regexp xlcfg--options) 1 font-lock-function-name-face)
    (,(xlcfg--option-regexp xlcfg--deprecated-options) 1 font-lock-preprocessor-face)
    ("\\\\(?:^\\\\|;\\\\)[ \\t]*\\\\([A-Z_][A-Za-z0-9_.-]*\\\\|[a-z][a-z0-9_.]*[A-Z-][A-Za-z0-9_.-]*\\\\)[ \\t]*\\\\+?="
     1 font-lock-warning-face)
    ("[=[,][ \\t]*\\\\([0-9][0-9a-fx]*\\\\)[ \\t]*\\\\(?:$\\\\|[],;#]\\\\)" 1 font-lock-constant-face)
    ("${BAD_VALUE}"
     1 font-lock-warning-face)
    (xlcfg--fontify-strings))
  "Colours of \`xlcfg-mode', beside those of strings and comments.")

(defvar xlcfg-mode-syntax-table
  (let ((table (make-syntax-table)))
    (modify-syntax-entry ?# "<" table)
    (modify-syntax-entry ?\\n ">" table)
    (modify-syntax-entry ?\\" "\\"" table)
    (modify-syntax-entry ?' "\\"" table)
    (modify-syntax-entry ?\\\\ "\\\\" table)
    (modify-syntax-entry ?_ "_" table)
    (modify-syntax-entry ?. "_" table)
    (modify-syntax-entry ?- "_" table)
    table)
  "Syntax of \`xlcfg-mode'.")

;;;###autoload
(define-derived-mode xlcfg-mode prog-mode "xlcfg"
  "Major mode for the guest configuration files of Xen's xl."
  (setq-local comment-start "# ")
  (setq-local comment-start-skip "#+[ \\t]*")
  (setq-local syntax-propertize-function xlcfg--syntax-propertize)
  (setq-local font-lock-defaults '(xlcfg-font-lock-keywords)))

;; Eglot starts this server in buffers of \`xlcfg-mode'.
(defvar eglot-server-programs)
(with-eval-after-load 'eglot
  (add-to-list 'eglot-server-programs
               '(xlcfg-mode "xlcfg-language-server" "--stdio")))

${AUTO_MODES.map(
  (entry) => `;;;###autoload
${entry}
`,
).join('')}
(provide 'xlcfg-mode)
;;; xlcfg-mode.el ends here
`;
