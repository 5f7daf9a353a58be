import type { CreatedRemoteWriteSource } from '@opsgauge/contract';
import { certificateFile } from '../../shared/files/certificate-file.js';

const trust = `    tls_config:
      ca_file: ${certificateFile}
`;

/** What goes into prometheus.yml; only node_exporter's series are sent, since no others are read. */
export const prometheusConfiguration = ({
  hub,
  token,
  certificate,
}: Pick<CreatedRemoteWriteSource, 'hub' | 'token' | 'certificate'>): string => `remote_write:
  - url: ${hub}/api/v1/remote-write
    authorization:
      credentials: ${token}
${certificate === null ? '' : trust}    write_relabel_configs:
      - source_labels: [__name__]
        regex: node_.*
        action: keep
`;
