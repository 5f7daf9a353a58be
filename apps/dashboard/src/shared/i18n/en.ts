import type { zhCN } from './zh-cn.js';
import { common } from './en/common.js';
import { frame } from './en/frame.js';
import { errors } from './en/errors.js';
import { login } from './en/login.js';
import { overview } from './en/overview.js';
import { server } from './en/server.js';
import { systemPage } from './en/system-page.js';
import { faults } from './en/faults.js';
import { wall } from './en/wall.js';
import { evaluation } from './en/evaluation.js';
import { inventory } from './en/inventory.js';
import { prometheus } from './en/prometheus.js';
import { faultRules } from './en/fault-rules.js';
import { probes } from './en/probes.js';
import { notifications } from './en/notifications.js';
import { incoming } from './en/incoming.js';
import { accounts } from './en/accounts.js';
import { personal } from './en/personal.js';
import { audit } from './en/audit.js';
import { storage } from './en/storage.js';
import { backups } from './en/backups.js';
import { helpTopics } from './en/help-topics.js';

/** Every word of the page in English. */
export const en: typeof zhCN = {
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
