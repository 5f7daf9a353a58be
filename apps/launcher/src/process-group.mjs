/**
 * Signals every process of the group that a child of ours leads, or led: the group's number stays taken as long as
 * one member lives.
 *
 * @param {number | undefined} leaderPid
 * @param {NodeJS.Signals} signal
 */
export const killGroup = (leaderPid, signal) => {
  if (!leaderPid) return;
  try {
    process.kill(-leaderPid, signal);
  } catch (error) {
    // ESRCH: nothing is left of it. EPERM (macOS): only zombies are.
    const { code } = /** @type {NodeJS.ErrnoException} */ (error);
    if (code !== 'ESRCH' && code !== 'EPERM') throw error;
  }
};
