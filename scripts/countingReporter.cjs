const { writeFileSync } = require('node:fs');
const { reporters, Runner } = require('mocha');

const { EVENT_RUN_END, EVENT_TEST_FAIL, EVENT_TEST_RETRY } = Runner.constants;

/**
 * The spec reporter; it also writes the counts into the file that MAIL_TRIAGE_COUNTS names, with the titles of what
 * failed and of what was tried again.
 */
module.exports = class CountingReporter extends reporters.Spec {
  /**
   * @param {import('mocha').Runner} runner
   * @param {import('mocha').MochaOptions} options
   */
  constructor(runner, options) {
    super(runner, options);
    /** @type {string[]} */
    const failed = [];
    /** @type {string[]} */
    const retried = [];
    runner.on(EVENT_TEST_FAIL, (test, error) => failed.push(titled(test, error)));
    runner.on(EVENT_TEST_RETRY, (test, error) => retried.push(titled(test, error)));
    runner.once(EVENT_RUN_END, () => {
      const { passes, failures, pending } = runner.stats ?? { passes: 0, failures: 0, pending: 0 };
      const file = process.env.MAIL_TRIAGE_COUNTS;
      if (file) writeFileSync(file, JSON.stringify({ passes, failures, pending, failed, retried }));
    });
  }
};

/**
 * @param {import('mocha').Runnable} test
 * @param {unknown} error
 */
function titled(test, error) {
  // Errors of files that run side by side come as plain objects.
  const message = typeof error === 'object' && error !== null && 'message' in error ? error.message : error;
  const [line = ''] = String(message).split('\n');
  return `${test.fullTitle()}: ${line.slice(0, 200)}`;
}
