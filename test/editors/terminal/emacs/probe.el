;;; probe.el --- Asks Emacs what it shows of the guest  -*- lexical-binding: t -*-

;; By the functions that eglot puts behind the commands and keys of Emacs.

(require 'cl-lib)

(defconst probe-questions
  (json-parse-string (getenv "XLCFG_QUESTIONS") :object-type 'alist :array-type 'list))

(defconst probe-wait 180 "Seconds.")

(defun probe-await (what holds)
  "Wait until HOLDS gives something, and give it; WHAT is said where it never does."
  (let ((end (+ (float-time) probe-wait)) found)
    (while (not (setq found (funcall holds)))
      (when (> (float-time) end) (error "Waited in vain for %s" what))
      (accept-process-output nil 0.05))
    found))

(defun probe-go (question)
  (let ((place (alist-get question probe-questions)))
    (goto-char (point-min))
    (forward-line (alist-get 'line place))
    (forward-char (alist-get 'character place))
    place))

(defun probe-text () (buffer-substring-no-properties (point-min) (point-max)))

(defun probe-changed (what change)
  "What the text becomes by CHANGE; the buffer is as before afterwards."
  (let ((before (probe-text)))
    (undo-boundary)
    (funcall change)
    (probe-await what (lambda () (not (equal before (probe-text)))))
    (undo-boundary)
    (prog1 (probe-text)
      (let (last-command) (undo))
      (unless (equal before (probe-text)) (error "Undo brings back something else after %s" what))
      ;; eglot sends changes when Emacs is idle, which it never is while this runs.
      (eglot--signal-textDocument/didChange))))

(defun probe-diagnostics ()
  "The problems that Flymake has: eglot puts the source and the code before the message."
  (vconcat
   (mapcar
    (lambda (problem)
      `((line . ,(1- (line-number-at-pos (flymake-diagnostic-beg problem))))
        (severity . ,(pcase (flymake-diagnostic-type problem)
                       ('eglot-error 1) ('eglot-warning 2) ('eglot-note 3)))
        (message . ,(replace-regexp-in-string
                     "\\`xlcfg \\(?:\\[[^]]+\\]\\)?: ?" "" (flymake-diagnostic-text problem)))))
    (flymake-diagnostics))))

(defun probe-hover ()
  (probe-go 'hover)
  (let (shown)
    (eglot-hover-eldoc-function (lambda (text &rest _) (setq shown text)))
    (substring-no-properties (probe-await "the hover" (lambda () shown)))))

(defun probe-completion ()
  "The candidates in the order in which they are shown, and the text after the first was taken."
  (probe-go 'completion)
  (pcase-let* ((`(,begin ,end ,table . ,properties) (eglot-completion-at-point))
               (typed (buffer-substring-no-properties begin end))
               (metadata (completion-metadata typed table nil))
               (found (completion-all-completions typed table nil (length typed) metadata))
               (order (or (completion-metadata-get metadata 'display-sort-function) #'identity)))
    (setcdr (last found) nil)
    (let ((candidates (funcall order found)))
      (cons
       (vconcat (mapcar #'substring-no-properties candidates))
       (probe-changed
        "completion"
        (lambda ()
          (delete-region begin end)
          (goto-char begin)
          (insert (car candidates))
          (funcall (plist-get properties :exit-function) (car candidates) 'finished)))))))

(defun probe-fix ()
  (probe-go 'fix)
  (let ((actions (eglot-code-actions (point) (point) "quickfix")))
    (cons (plist-get (car actions) :title)
          (probe-changed
           "the quick fix"
           (lambda ()
             ;; Eglot asks which one; an empty answer takes its default, the preferred action.
             (let ((last-nonmenu-event ?\r)
                   (completing-read-function (lambda (&rest arguments) (nth 6 arguments))))
               (eglot-code-actions (point) (point) "quickfix" t)))))))

(defun probe-look ()
  (let* ((diagnostics (probe-diagnostics))
         (hover (probe-hover))
         (fix (probe-fix))
         (all (probe-changed
               "Fix All"
               (lambda () (eglot-code-actions (point-min) (point-max) "source.fixAll.xlcfg" t))))
         (completion (probe-completion))
         (formatted (probe-changed "formatting" #'eglot-format-buffer))
         (renamed (probe-changed
                   "renaming"
                   (lambda () (eglot-rename (alist-get 'to (probe-go 'rename)))))))
    `((diagnostics . ,diagnostics)
      (hover . ,hover)
      (fix . ,(car fix))
      (fixed . ,(cdr fix))
      (fixedAll . ,all)
      (completion . ,(car completion))
      (completed . ,(cdr completion))
      (formatted . ,formatted)
      (renamed . ,renamed))))

(defun probe-seen ()
  "What there is to write, or why there is nothing."
  (condition-case reason
      (json-serialize (probe-look))
    (error (json-serialize `((error . ,(format "%S" reason)))))))

(defun probe-write ()
  (let* ((file (getenv "XLCFG_SEEN"))
         (part (concat file ".part"))
         (seen (probe-seen)))
    ;; The bytes of UTF-8, as they are.
    (with-temp-file part
      (set-buffer-multibyte nil)
      (setq buffer-file-coding-system 'no-conversion)
      (insert seen))
    (rename-file part file)))

;; Not before eglot is done connecting: it waits for that with a catch, and a throw would end this as well.
(let ((guest (current-buffer)) timer)
  (setq timer
        (run-with-timer
         0.1 0.1
         (lambda ()
           (with-current-buffer guest
             (when (and (bound-and-true-p eglot--managed-mode) (flymake-diagnostics))
               (cancel-timer timer)
               (probe-write)))))))

;;; probe.el ends here
