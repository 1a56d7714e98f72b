#!/usr/bin/env node
require('./start.cjs')('cli.cjs');
