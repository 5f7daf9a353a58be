import { text } from 'node:stream/consumers';
import { ESLint } from 'eslint';

// stdin: [{ file, code }]; stdout: for each, the ids of the rules that its code violates.
const eslint = new ESLint();
const results = [];
for (const { file, code } of JSON.parse(await text(process.stdin))) {
  const [{ messages }] = await eslint.lintText(code, { filePath: file });
  results.push(messages.map(({ ruleId, message }) => ruleId ?? message));
}
process.stdout.write(JSON.stringify(results));
