const { writeFileSync } = require('node:fs');

/** Writes how a run of jest came out, for the test command, which tells it after everything else. */
module.exports = class TallyReporter {
  onRunComplete(_contexts, results) {
    const file = process.env.UPSTAIRS_TEST_TALLY;
    if (!file) return;
    const tally = {
      passed: results.numPassedTests,
      // A file that could not even be loaded counts as one failed test.
      failed: results.numFailedTests + results.numRuntimeErrorTestSuites,
      skipped: results.numPendingTests + results.numTodoTests,
    };
    writeFileSync(file, JSON.stringify(tally));
  }
};
