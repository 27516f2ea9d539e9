// Names each failed test with its message, then prints `N passed, N failed`, from the reports that the test runs
// left; plain JavaScript, for any Node.
import { readdirSync, readFileSync } from 'node:fs';
import { relative } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../', import.meta.url));
const folder = new URL('../node_modules/.vitest/', import.meta.url);
const reports = readdirSync(folder).filter((name) => /^report.*\.json$/.test(name));

// So many lines of a message tell what was expected and what came; a whole diff would push the others out of sight.
const shownLines = 15;

const count = { passed: 0, failed: 0 };
for (const name of reports) {
  const report = JSON.parse(readFileSync(new URL(name, folder), 'utf8'));
  count.passed += report.numPassedTests;
  for (const file of report.testResults) {
    const failed = file.assertionResults.filter((test) => test.status === 'failed');
    for (const test of failed) tellFailure(name, file, test.fullName, test.failureMessages.join('\n'));
    // A file that could not run has failed suites and no failed test.
    const isBroken = file.status === 'failed' && failed.length === 0;
    if (isBroken) tellFailure(name, file, 'could not run', file.message);
    count.failed += failed.length + (isBroken ? 1 : 0);
  }
}

function tellFailure(report, file, test, message) {
  const lines = message.trimEnd().split('\n').slice(0, shownLines);
  console.log(`Failed (${report}): ${relative(root, file.name)}: ${test}`);
  console.log(lines.map((line) => `  ${line}`).join('\n'));
}

console.log(`${count.passed} passed, ${count.failed} failed`);
process.exitCode = count.failed > 0 || count.passed === 0 ? 1 : 0;
