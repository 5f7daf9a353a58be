import { common } from './zh-cn/common.js';
import { frame } from './zh-cn/frame.js';
import { errors } from './zh-cn/errors.js';
import { login } from './zh-cn/login.js';
import { overview } from './zh-cn/overview.js';
import { server } from './zh-cn/server.js';
import { systemPage } from './zh-cn/system-page.js';
import { faults } from './zh-cn/faults.js';
import { wall } from './zh-cn/wall.js';
import { evaluation } from './zh-cn/evaluation.js';
import { inventory } from './zh-cn/inventory.js';
import { prometheus } from './zh-cn/prometheus.js';
import { faultRules } from './zh-cn/fault-rules.js';
import { probes } from './zh-cn/probes.js';
import { notifications } from './zh-cn/notifications.js';
import { incoming } from './zh-cn/incoming.js';
import { accounts } from './zh-cn/accounts.js';
import { personal } from './zh-cn/personal.js';
import { audit } from './zh-cn/audit.js';
import { storage } from './zh-cn/storage.js';
import { backups } from './zh-cn/backups.js';
import { helpTopics } from './zh-cn/help-topics.js';

/** Every word of the page in Chinese; the English files have the same keys. */
export const zhCN = {
  ...common,
  ...frame,
  ...errors,
  ...login,
  ...overview,
  ...server,
  ...systemPage,
  ...faults,
  ...wall,
  ...evaluation,
  ...inventory,
  ...prometheus,
  ...faultRules,
  ...probes,
  ...notifications,
  ...incoming,
  ...accounts,
  ...personal,
  ...audit,
  ...backups,
  ...storage,
  ...helpTopics,
};
