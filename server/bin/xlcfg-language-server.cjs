#!/usr/bin/env node
require('./start.cjs')('server.cjs');
