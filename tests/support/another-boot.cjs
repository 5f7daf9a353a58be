/*
 * Loaded before the agent's program: its host's boot is named by the file of BOOT_ID_FILE, so that a test can have the
 * host boot anew.
 */
const fs = require('node:fs');
const { syncBuiltinESMExports } = require('node:module');

const bootId = '/proc/sys/kernel/random/boot_id';
const { openSync } = fs;
fs.openSync = (file, ...rest) => openSync(file === bootId ? process.env.BOOT_ID_FILE : file, ...rest);
syncBuiltinESMExports();
