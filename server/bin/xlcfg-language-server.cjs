#!/usr/bin/env node
require('./start.cjs')('xlcfg-language-server', 'server.cjs');
