import { prometheusConfiguration } from './prometheus-configuration.js';

const source = { hub: 'https://10.1.2.3:8443', token: 'ogw_1', certificate: null };

test('the address and the token, and nothing but node_exporter’s series', () => {
  expect(prometheusConfiguration(source)).toBe(`remote_write:
  - url: https://10.1.2.3:8443/api/v1/remote-write
    authorization:
      credentials: ogw_1
    write_relabel_configs:
      - source_labels: [__name__]
        regex: node_.*
        action: keep
`);
});

test('a certificate that nobody vouches for is one to trust', () => {
  expect(prometheusConfiguration({ ...source, certificate: 'PEM' })).toContain(`      credentials: ogw_1
    tls_config:
      ca_file: opsgauge.pem
    write_relabel_configs:`);
});
