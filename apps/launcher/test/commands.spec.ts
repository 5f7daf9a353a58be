import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { createCommands } from '../src/commands.mjs';
import { openDataFolder } from '../src/data-folder.mjs';
import { clearFolder, makeFolder } from './support';

let root: string;
beforeEach(() => {
  root = makeFolder();
});
afterEach(() => clearFolder(root));

it('keeps the one-time token out of the arguments', () => {
  const { enrolAgent } = createCommands(root, openDataFolder(path.join(root, 'data')));
  const { args, environment } = enrolAgent('http://127.0.0.1:8080', 'one-time-token');
  expect(args.join(' ')).toMatch(
    /opsgauge-agent\.js enroll --hub http:\/\/127\.0\.0\.1:8080 --state .*data\/agent --again$/,
  );
  expect(environment.OPSGAUGE_ENROLMENT_TOKEN).toBe('one-time-token');
});

it('gives hub and agent the data folder, absolute', () => {
  const { hub, runAgent } = createCommands(root, openDataFolder(path.join(root, 'data')));
  expect(hub().environment.OPSGAUGE_DATA_DIR).toBe(path.join(root, 'data'));
  expect(runAgent().environment.OPSGAUGE_ENROLMENT_TOKEN).toBeUndefined();
});

it('takes the agent as enrolled at the hub it was enrolled at only, whole file given', () => {
  const folder = openDataFolder(path.join(root, 'data'));
  const { isAgentEnrolled } = createCommands(root, folder);
  expect(isAgentEnrolled('http://127.0.0.1:8080')).toBe(false);
  mkdirSync(folder.agent);
  writeFileSync(path.join(folder.agent, 'enrolment.json'), '{ "hub": "http://127.0.0.1:80');
  expect(isAgentEnrolled('http://127.0.0.1:8080')).toBe(false);
  writeFileSync(path.join(folder.agent, 'enrolment.json'), '{ "hub": "http://127.0.0.1:8080" }');
  expect(isAgentEnrolled('http://127.0.0.1:8080')).toBe(true);
  expect(isAgentEnrolled('http://127.0.0.1:18080')).toBe(false);
});
