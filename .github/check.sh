#!/usr/bin/env bash
# What the action runs: annotations for the job, and a SARIF report where one is asked for. The job fails as `xlcfg check`
# does. Everything that the workflow says comes in variables, so that none of it is taken for a command.
set -euo pipefail

mapfile -t paths < <(grep -v '^[[:space:]]*$' <<<"${INPUT_PATHS:-.}")
options=()
[[ -z ${INPUT_XEN:-} ]] || options+=(--xen "$INPUT_XEN")
[[ -z ${INPUT_ARCH:-} ]] || options+=(--arch "$INPUT_ARCH")
[[ -z ${INPUT_MAX_WARNINGS:-} ]] || options+=(--max-warnings "$INPUT_MAX_WARNINGS")

xlcfg() { "$(dirname "${BASH_SOURCE[0]}")/../installed/node_modules/.bin/xlcfg" "$@"; }

if [[ -n ${INPUT_SARIF:-} ]]; then
  # The findings fail the job below, with annotations; only a call that went wrong does it here.
  xlcfg check --format sarif "${options[@]}" -- "${paths[@]}" >"$INPUT_SARIF" || [[ $? == 1 ]]
fi
xlcfg check --format github "${options[@]}" -- "${paths[@]}"
