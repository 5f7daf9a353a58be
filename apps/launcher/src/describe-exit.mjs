/**
 * Says how a child ended and when it comes back.
 *
 * @param {import('./supervised-process.mjs').Exit} exit
 * @param {number} delayMs
 */
export const describeExit = ({ code, signal }, delayMs) => {
  const seconds = delayMs / 1000;
  return {
    chinese: `已退出（${signal ?? code ?? '无法启动'}），${seconds} 秒后重新启动`,
    english: `has ended (${signal ?? code ?? 'could not start'}), starting again in ${seconds} s`,
  };
};
