const oldestMajor = 20;
const oldestMinor = 19;

/**
 * Says in one line that this Node is too old.
 *
 * @param {string} version as in `process.versions.node`
 * @returns {string} empty when the version will do
 */
export function describeOldNode(version) {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  if (major > oldestMajor || (major === oldestMajor && minor >= oldestMinor)) return '';
  const oldest = oldestMajor + '.' + oldestMinor;
  return (
    '✗ Node.js 版本过低：当前 ' +
    version +
    '，需要 ' +
    oldest +
    ' 或更高' +
    ' · Node.js ' +
    version +
    ' is too old, ' +
    oldest +
    ' or newer is needed'
  );
}
