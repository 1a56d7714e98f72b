#!/usr/bin/env node
require('./start.cjs')('xlcfg', 'cli.cjs');
