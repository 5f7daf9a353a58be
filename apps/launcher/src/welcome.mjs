import { toLocalUrl } from './hub-address.mjs';

/** @typedef {{ url: string, adminUsername: string, firstRunPassword?: string }} Ready */

/**
 * Says where the hub is and, after a first run, how to get in.
 *
 * @param {import('./screen.mjs').Screen} screen
 * @param {Ready} ready
 */
export const welcome = (screen, { url, adminUsername, firstRunPassword }) => {
  const address = toLocalUrl(url);
  const isOpen = new URL(address).host !== new URL(url).host;
  const reach = isOpen ? '  （监听所有网卡 · on all interfaces）' : '';
  const account = [
    '',
    '首次运行：管理员账号，密码只显示这一次',
    'First run: the admin account; the password is shown this once',
    `用户名 · User name   ${adminUsername}`,
    `密码   · Password    ${firstRunPassword}`,
  ];
  screen.panel([`地址   · Address     ${address}${reach}`, ...(firstRunPassword ? account : [])]);
  screen.line('Ctrl-C 停止', 'Ctrl-C stops');
};
