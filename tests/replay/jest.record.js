const config = require('../../jest.config.js');

/** `npm run record-histories`: plays each scenario once on the real server and keeps what Temporal wrote down. */
module.exports = { ...config, rootDir: '../..', testMatch: ['**/replay/record.ts'] };
