#!/usr/bin/env bash
# What the action runs first: installs the released package of the version that the action has, into its own folder.
set -euo pipefail

folder=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
version=$(node -p 'require(process.argv[1]).version' "$folder/server/package.json")
npm install --prefix "$folder/installed" --ignore-scripts --no-audit --no-fund "xlcfg@$version"
