import type { CreatedAlertSource } from '@opsgauge/contract';
import { zabbixParameters, zabbixScript } from './zabbix-script.js';

/** As the media type is saved. */
export const zabbixMediaTypeFile = 'opsgauge-zabbix-media-type.yaml';

const quoted = (text: string): string => `'${text.replaceAll("'", "''")}'`;

const template = (mode: 'PROBLEM' | 'RECOVERY'): string => `        - event_source: TRIGGERS
          operation_mode: ${mode}
          subject: '{EVENT.NAME}'
          message: '{EVENT.NAME}'
`;

/** A media type as Zabbix (6.0 and later) imports it. */
export function zabbixMediaType({ url, token }: Pick<CreatedAlertSource, 'url' | 'token'>): string {
  const parameters = Object.entries({ url, token, ...zabbixParameters })
    .map(([name, value]) => `        - name: ${name}\n          value: ${quoted(value)}\n`)
    .join('');
  const script = zabbixScript
    .trimEnd()
    .split('\n')
    .map((line) => `        ${line}\n`)
    .join('');
  return `zabbix_export:
  version: '6.0'
  media_types:
    - name: OpsGauge
      type: WEBHOOK
      parameters:
${parameters}      script: |
${script}      message_templates:
${template('PROBLEM')}${template('RECOVERY')}`;
}
