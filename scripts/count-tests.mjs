// Prints `N passed, N failed` from the reports that the test runs left; plain JavaScript, for any Node.
import { readdirSync, readFileSync } from 'node:fs';

const folder = new URL('../node_modules/.vitest/', import.meta.url);
const reports = readdirSync(folder).filter((name) => /^report.*\.json$/.test(name));

const count = { passed: 0, failed: 0 };
for (const name of reports) {
  const report = JSON.parse(readFileSync(new URL(name, folder), 'utf8'));
  count.passed += report.numPassedTests;
  // A file that could not run has failed suites and no failed test.
  const brokenFiles = report.testResults.filter(
    ({ status, assertionResults }) =>
      status === 'failed' && !assertionResults.some((test) => test.status === 'failed'),
  );
  count.failed += report.numFailedTests + brokenFiles.length;
}

console.log(`${count.passed} passed, ${count.failed} failed`);
process.exitCode = count.failed > 0 || count.passed === 0 ? 1 : 0;
