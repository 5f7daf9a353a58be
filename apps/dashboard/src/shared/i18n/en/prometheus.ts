/** Hosts that a Prometheus watches, under the inventory. */
export const prometheus = {
  prometheus: {
    add: 'Add a Prometheus',
    name: 'Name',
    nameHint: 'To tell it by, such as the room it stands in.',
    instance: 'Instance',
    waiting: 'To assign',
    waitingCount: '{{value}} to assign',
    lastSeen: 'Last written',
    assign: 'Assign',
    reassign: 'Change',
    assignTitle: 'Which server is {{name}}?',
    target: 'It is',
    serverHint: "A server with an agent needs its agent's credential revoked first.",
    noneHint: 'What is written of it from now on is refused; what there is stays.',
    noInstances: 'Nothing has come yet. Hosts are listed here once Prometheus has written of them.',
    deleteTitle: 'Delete {{name}}?',
    deleteText:
      'Its token is good for nothing at once, and which instance is which server is forgotten; what was written stays. This cannot be undone.',
    createdTitle: 'For prometheus.yml',
    createdText: 'The token is shown this once. Add these lines to prometheus.yml and reload Prometheus:',
    localOnly: 'Only a Prometheus on this machine can write',
    certificateText:
      'The platform shows a certificate of its own. Save it beside prometheus.yml: Prometheus checks the platform against it. Do not switch the check off.',
    createdNext:
      'Its hosts are listed here within a minute or so. Each is recorded once it is assigned to a server.',
  },
  prometheusTarget: {
    newServer: 'A new server',
    server: 'A server that is there',
    none: 'None',
  },
};
