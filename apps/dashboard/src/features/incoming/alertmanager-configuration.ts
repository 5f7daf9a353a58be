import type { CreatedAlertSource } from '@opsgauge/contract';
import { certificateFile } from '../../shared/files/certificate-file.js';

const trust = `          tls_config:
            ca_file: ${certificateFile}
`;

/**
 * What goes into alertmanager.yml. The route comes first and goes on, so that whoever was told before still is; no alert
 * is left out, and what is over is told.
 */
export const alertmanagerConfiguration = ({
  url,
  token,
  certificate,
}: Pick<CreatedAlertSource, 'url' | 'token' | 'certificate'>): string => `route:
  routes:
    - receiver: opsgauge
      continue: true
receivers:
  - name: opsgauge
    webhook_configs:
      - url: ${url}
        send_resolved: true
        max_alerts: 0
        http_config:
          authorization:
            credentials: ${token}
${certificate === null ? '' : trust}`;
