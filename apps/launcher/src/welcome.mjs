import { toLocalUrl } from './hub-address.mjs';

/** @typedef {{ url: string, adminUsername: string, isFirstRun: boolean, firstRunPassword?: string }} Ready */

/**
 * Says where the hub is and, after a first run, how to get in.
 *
 * @param {import('./screen.mjs').Screen} screen
 * @param {Ready} ready
 */
export const welcome = (screen, { url, adminUsername, isFirstRun, firstRunPassword }) => {
  const address = toLocalUrl(url);
  const isOpen = new URL(address).host !== new URL(url).host;
  const reach = isOpen ? '  （监听所有网卡 · on all interfaces）' : '';
  const generated = [
    '',
    '首次运行：管理员账号，密码只显示这一次',
    'First run: the admin account; the password is shown this once',
    `用户名 · User name   ${adminUsername}`,
    `密码   · Password    ${firstRunPassword}`,
  ];
  const given = [
    '',
    `首次运行：账号 ${adminUsername} · 密码为 OPSGAUGE_ADMIN_PASSWORD 所设`,
    `First run: account ${adminUsername} · password as set in OPSGAUGE_ADMIN_PASSWORD`,
  ];
  const account = firstRunPassword ? generated : given;
  screen.panel([`地址   · Address     ${address}${reach}`, ...(isFirstRun ? account : [])]);
  screen.line('Ctrl-C 停止', 'Ctrl-C stops');
};
