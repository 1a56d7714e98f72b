;; -*- lexical-binding: t; -*-
;; Shows each text of the list in $XLCFG_TEXTS in `xlcfg-mode' and writes to $XLCFG_RESULT, as JSON, for each the
;; stretches of one face: start, end, face.
(require 'json)

(defun xlcfg-test-stretches ()
  "Return the stretches of the buffer that have a face."
  (let ((at (point-min)) stretches)
    (while (< at (point-max))
      (let ((end (next-single-property-change at 'face nil (point-max)))
            (face (get-text-property at 'face)))
        (when face (push (vector (1- at) (1- end) (format "%s" face)) stretches))
        (setq at end)))
    (vconcat (nreverse stretches))))

(let ((texts (with-temp-buffer
               (insert-file-contents (getenv "XLCFG_TEXTS"))
               (json-parse-buffer))))
  (with-temp-file (getenv "XLCFG_RESULT")
    (set-buffer-file-coding-system 'utf-8)
    (insert (json-serialize
             (vconcat (mapcar (lambda (text)
                                (with-temp-buffer
                                  (insert text)
                                  (xlcfg-mode)
                                  (font-lock-ensure)
                                  (xlcfg-test-stretches)))
                              texts))))))
