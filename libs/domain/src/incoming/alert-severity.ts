import type { AlertSeverity } from './alert.js';

/** Words in use with Prometheus, and Zabbix' own, with its numbers. */
export const usualAlertSeverities: Readonly<Record<string, AlertSeverity>> = {
  critical: 'critical',
  emergency: 'critical',
  page: 'critical',
  disaster: 'critical',
  '5': 'critical',
  error: 'serious',
  major: 'serious',
  high: 'serious',
  '4': 'serious',
  average: 'serious',
  '3': 'serious',
  warning: 'minor',
  '2': 'minor',
  info: 'minor',
  information: 'minor',
  '1': 'minor',
  'not classified': 'minor',
  '0': 'minor',
  // Alerts that fire for ever, to show that alerting works.
  none: 'ignored',
};

/**
 * How bad an alert is.
 * @param own what a source's administrator has said of its words, in small letters
 */
export function alertSeverity(word: string, own: Readonly<Record<string, AlertSeverity>>): AlertSeverity {
  const small = word.trim().toLowerCase();
  for (const words of [own, usualAlertSeverities]) {
    if (Object.hasOwn(words, small)) return words[small]!;
  }
  return 'minor';
}
