#!/usr/bin/env node
const { start } = require('../build/start.cjs');

start(process.argv.slice(2));
