import { knownCollector, problemCause } from './problem-cause.js';

test.each([
  ['runs in a container: only the processes within it are counted', 'container'],
  ['/proc is mounted with hidepid: only own processes are counted', 'hidden'],
  ["EACCES: permission denied, open '/proc/diskstats'", 'denied'],
  ["ENOENT: no such file or directory, open '/proc/net/snmp'", 'absent'],
  ['Unexpected token in /proc/stat', 'failed'],
])('%s: %s', (reason, cause) => expect(problemCause(reason)).toBe(cause));

test('a collector of a newer agent is not known', () => {
  expect(knownCollector('disks')).toBe('disks');
  expect(knownCollector('gpu')).toBeNull();
});
