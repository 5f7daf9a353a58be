/** Alerts that come in from other monitors. */
export const incoming = {
  incoming: {
    sources: 'Alert sources',
    add: 'Add a source',
    name: 'Name',
    nameHint: 'By which it is recognised, such as its machine room or vendor.',
    kind: 'Kind',
    lastReceived: 'Last received',
    refused: 'Not readable',
    firing: 'Firing',
    firingCount: '{{value}}',
    unassigned: 'Unassigned alerts',
    unassignedCount: '{{value}}',
    rules: 'Rules',
    setup: 'Set-up',
    deleteText:
      'Its token is worth nothing at once; its rules and unassigned alerts are deleted. Its faults stay, and those that are open end now. This cannot be undone.',
    none: 'No other monitor yet',
    noneText:
      'Whoever has an Alertmanager or a Zabbix can keep it: add it as a source, and its alerts become faults that end when it says so.',
    tokenPlace: 'TOKEN-SHOWN-AT-CREATION',
    tokenOnce: 'The token is shown this once: use it now, or keep it safely.',
    tokenGone: 'The token was shown once, at creation. If it is lost, delete the source and add it again.',
    localOnly: 'Only a monitor on this machine can send',
    rulesOf: 'Rules of {{name}}',
    assignments: 'Whose alerts are',
    assignmentsHint:
      'Alerts with such a label and value belong to that system or server; the first that fits decides. Other alerts are matched by host name, server name or address.',
    label: 'Label',
    value: 'Value',
    target: 'System or server',
    addAssignment: 'Add a rule',
    severities: 'How bad alerts are',
    severitiesHint:
      'The usual words (critical, warning, 0 to 5 of Zabbix and so on) are known; any other word counts as minor.',
    word: 'Word of the source',
    severity: 'Severity',
    ignored: 'No fault',
    addSeverity: 'Add a word',
    alert: 'Alert',
    labels: 'Labels',
    source: 'Source',
    since: 'Since',
    on: 'Firing',
    over: 'Over',
    assign: 'Assign',
    assignTitle: 'Whose alert is this?',
    byLabel: 'By its label',
    byLabelHint: 'Alerts with this label and value belong there from now on, and those that wait as well.',
    dismiss: 'Dismiss',
    dismissTitle: 'Dismiss this alert?',
    dismissText: 'It is listed no more and is no fault; when it happens again it is listed again.',
    dismissed: 'Dismissed',
    noneUnassigned: 'No unassigned alerts.',
  },
  alertSourceKind: { alertmanager: 'Alertmanager', zabbix: 'Zabbix' },
  alertSourceSetup: {
    alertmanager: {
      title: 'Into alertmanager.yml',
      text: 'Merge these lines into alertmanager.yml and reload Alertmanager. Whoever was told before still is:',
      certificateText:
        'The platform shows a certificate of its own. Save it beside alertmanager.yml: Alertmanager checks the platform against it. Do not switch the check off.',
    },
    zabbix: {
      title: 'Set up Zabbix',
      import:
        'Download the media type and import it in Zabbix (6.0 or later) under Alerts › Media types. Address and token are among its parameters.',
      user: 'Give the media to a user who sees the hosts in question; "Send to" may be any text.',
      action:
        'In a trigger action, send problem and recovery to that user, one step each, without repetition.',
      download: 'Download the media type',
      script: 'Show the script',
      certificateText:
        "The platform shows a certificate of its own. Save it and add it to the trusted root certificates of the Zabbix server's operating system.",
    },
  },
};
