import type { helpTopics as chinese } from '../zh-cn/help-topics.js';

export const helpTopics: typeof chinese = {
  helpTopic: {
    probeOutage: {
      term: 'Outages',
      text: 'So many failures in a row as are set make an outage, which begins with the first of them; a single loss is none. A result holds for three intervals; after that the state is unknown.',
    },
    probeTime: {
      term: 'Response time',
      text: 'From the start of the connection to the last byte of the page. A page that is cut off by the time-out counts with that time; one that cannot be reached counts as a failure only. The response time of a system is the P95 within service hours.',
    },
    probeEvidence: {
      term: 'Independent evidence of a host',
      text: "While a server's agent is silent, the probe tells whether the host runs. It has to be run by the hub or by another server's agent, at least every 15 seconds with a time-out of at most 5: anything slower would find faults later.",
    },
    probeCanary: {
      term: 'Canaries',
      text: 'Reliable targets that the hub asks; best two or more, over different lines. While all of them are silent the hub has lost its own network, and the silence of servers reads unknown instead of down. One that never answered has no say.',
    },
    probeRunner: {
      term: 'Who asks',
      text: 'The hub, unless a server\'s agent is chosen to probe an internal system from inside; its results come with its samples, kept while the network is away. "Try now" is always one attempt of the hub.',
    },
    ruleDuration: {
      term: 'Duration',
      text: 'A number has to be bad this long without a break, so that a peak is no fault; the fault then starts when it began. A pause of more than three intervals without samples begins the count anew.',
    },
    ruleRecovery: {
      term: 'Time to be over',
      text: 'A number has to be good again this long; the fault then ended when it became good. Bad again within 60 minutes is the same fault.',
    },
    ruleException: {
      term: 'Set otherwise',
      text: "A system or server may have another threshold, duration or severity, or have the rule off; a server's setting counts before its system's. Administrators and owners set it, and it is in the audit log.",
    },
    ruleTrial: {
      term: 'Trying',
      text: 'Works out from past samples what a rule would have found, and reads only hours in which it may have. Hours whose samples are gone are left out. Rules on probes and on when a disk is full cannot be tried.',
    },
    ruleCause: {
      term: 'One cause, one fault',
      text: 'While a host is silent nothing on it is a fault of its own; nor is its silence while the gateway it is reached through is silent. In maintenance nothing becomes a fault; what is still wrong at its end counts from then.',
    },
    ruleBuiltIn: {
      term: 'Rules the hub comes with',
      text: 'Their numbers can be changed and they can be switched off, but not deleted. A server that is part of no system has no faults.',
    },
    faultClocks: {
      term: 'Response and repair clocks',
      text: 'Response: from the start, or the first moment at which the platform could tell anybody, whichever is later, to the first human answer; suspension never extends it. Repair: from the start to the measured recovery, or to the entered one where nothing is measured, less approved suspensions. Exactly the limit is on time. Under a service calendar only its hours count.',
    },
    faultRates: {
      term: 'Rates',
      text: 'On time ÷ due. What is neither answered (or repaired) nor due yet is in neither. Without faults there is no value, never 0 and never 100. A fault counts in the month of its start.',
    },
    faultStart: {
      term: 'Start of a fault',
      text: 'Of a silent host: the first sample that was missed. Of other rules: when it first went wrong. Entered by a person: the time entered. Once the host reports again its status is read anew by the evidence that came late, and may be down from its last sample on: the outage on the pages of systems and servers is then longer than the fault by one interval at most.',
    },
    faultStates: {
      term: 'States',
      text: 'Unanswered → in progress → repaired → closed. Work in progress may be suspended; what recovers by itself goes straight to repaired. Closing needs a root cause.',
    },
    faultRepeat: {
      term: 'Repeated faults',
      text: "Of the same system, component and root cause, beginning within 30 days of the earlier one's recovery, also across a month's edge.",
    },
    faultMajor: {
      term: 'Major faults',
      text: "A critical service unusable for 30 minutes in 7×24 service, loss of key data, or declared so by the owner. A person's judgement stands beside the rule's and is what counts.",
    },
    faultKeys: {
      term: 'Keyboard',
      text: 'j and k choose, Enter opens, r answers, / searches, ? explains.',
    },
    faultApproval: {
      term: 'Suspension and exclusion',
      text: 'Asked for by the vendor, decided by the owner, with a reason, counting from the moment of asking. What is excluded (test, planned work, force majeure) leaves every measure and stays listed.',
    },
    faultReopen: {
      term: 'Coming back',
      text: 'Back within 60 minutes of its recovery it is the same fault, and the time in between does not count as repair time; later it is a new one. Four changes within 30 minutes are one flapping fault.',
    },
    faultCause: {
      term: 'Read again',
      text: 'When evidence arrives a gap is read again. The fault stays, with its cause (network or agent), and counts until the owner excludes it.',
    },
    faultEvidence: {
      term: 'Evidence',
      text: 'By which rule and by what value the fault was found, since when it was beyond it and when that was judged; the raw samples from five minutes before to five minutes after can be opened. The chart is of what the rule judges: the fault is shaded, the dashed line is the threshold as it was then; where the rule has none the lines are 65 % and 90 %.',
    },
    faultTimeline: {
      term: 'Timeline',
      text: 'It is only added to, never changed: who, when, from which state to which.',
    },
    status: {
      term: 'Status',
      text: 'Up: it reports at its interval. Down: the platform runs and the server does not report, or the host restarted or froze. Unknown: it cannot be judged, for instance because the agent was stopped or the platform itself was out. Maintenance: within a maintenance window of its own or of its system.',
    },
    availability: {
      term: 'Availability',
      text: 'Time up ÷ (time up + time down). Maintenance, unknown and out-of-service time are in neither. Where there was neither, there is no value: not 0 and not 100. Figures are always cut: 99.996 % never shows as 100 %.',
    },
    coverage: {
      term: 'Coverage',
      text: '(Time up + time down) ÷ (period − maintenance − out of service): how much of the time was really observed. Below 95 % there is insufficient data and no score yet; it is scored once coverage reaches 95 %.',
    },
    meters: {
      term: 'CPU, memory, disk',
      text: 'Values of the last sample. Disk is the fullest mount. From 65 % attention, from 90 % abnormal; the notches stand there. Of a server that is not heard of no old values are shown.',
    },
    network: {
      term: 'In, out',
      text: 'Sum of the physical network interfaces, in megabits a second (Mb/s).',
    },
    lastReport: {
      term: 'Last report',
      text: "How long ago the platform last heard of the server, by the platform's clock.",
    },
    charts: {
      term: 'Charts',
      text: "The line is the mean of each stretch of time, the band its minimum to maximum. The dashed lines are 65 % and 90 %. Times are in the organisation's zone.",
    },
    gap: {
      term: 'No data',
      text: 'No sample was received where the plot is hatched; the line breaks there and nothing is filled in. Samples taken during a network outage are delivered afterwards, and the hatch goes.',
    },
    finding: {
      term: 'Finding and exporting',
      text: "Filter by name, host name, IP, system and status; the filter is part of the address, so a view can be sent to a colleague. Of many servers only what is in view is drawn: Ctrl F leads to the list's search, and once more to the browser's own. Export and print have every server that matches.",
    },
    chartRange: {
      term: 'Choosing the time',
      text: 'The last hour up to the last year, or both ends of your own. Drag over a chart to look into a stretch, and all charts follow; a double click goes back. With a chart in focus: + and − zoom, ← and → move, Esc goes back. The time is part of the address, so a view can be sent to a colleague.',
    },
    percentile: {
      term: 'P95',
      text: 'The value that 95 % of the samples are not above. Over a short range it is counted from the samples; over a long one it is read from the distributions of the hours, and the ± behind it is the largest error. Distributions are kept of CPU, memory and disk use only.',
    },
    fromHours: {
      term: 'From hours',
      text: 'Samples are folded every hour into mean, minimum, maximum and distribution. Where the range is long, or its raw samples are no longer kept, charts and figures come from the hours; means weigh by the number of samples and are the same.',
    },
    comparison: {
      term: 'Comparison',
      text: 'Another server over the same time, drawn beside this one and named in the legend. Hatches and marks of outages and maintenance are those of the server of this page.',
    },
    devices: {
      term: 'Charts of devices',
      text: 'The row of a mount, an interface, a disk or a target opens to its charts. Targets are tried once a minute: by ICMP where the agent may, else by the time a TCP connection takes.',
    },
    readings: {
      term: 'Further readings',
      text: "The clock offset is the platform's clock less the server's. Samples dropped by the agent were lost because the platform was away until the agent's spool was full. What the agent cannot read is listed with the reason.",
    },
    folding: {
      term: 'Folding',
      text: 'Samples are stored one by one at first; when an hour is over they are folded into a row of mean, minimum, maximum and distribution, and the raw samples are packed. Days and months are summed up from hours. That is what makes long charts fast.',
    },
    rawRetention: {
      term: 'Retention and budget',
      text: 'Raw samples beyond the budget are let go, the oldest month first; the days that this page names are kept whatever the budget says. Hours, days, months and the figures of evaluations stay.',
    },
    keptSpans: {
      term: 'Kept on purpose',
      text: 'Raw samples that a figure or an outage rests on are not removed, so that it can be checked.',
    },
    lateHours: {
      term: 'To be folded again',
      text: 'Samples delivered after an outage may belong to an hour that was folded; it is folded again, and its figures change.',
    },
    storageJobs: {
      term: 'Jobs',
      text: "Folding, retention and backups run by themselves; where one has not succeeded for long, the platform's log says why.",
    },
    strict: {
      term: 'Availability for comparison',
      text: 'The calculation lists two more figures to compare with: availability with unknown time counted as down, so that stopping the agent never helps; and availability with maintenance not set aside.',
    },
    strip: {
      term: 'Last 30 days',
      text: 'A cell is a day. The red height is the share of time down (a very short outage still shows), a violet top is maintenance, a hatch is coverage below 95 %.',
    },
    inspection: {
      term: 'Inspect now',
      text: 'Asks the agent for a deeper reading (system, hardware, services, processes); afterwards the report can be downloaded as a Word file. An inspection runs a few fixed queries and changes nothing; the platform cannot have other commands run. While the server does not report it is noted, and done once the server is back within 24 hours.',
    },
    actual: {
      term: 'Actual',
      text: 'Counted from monitoring data, not typed in. It is rounded against the target: down where at least so much is asked, up where at most so much is, so that a missed target never prints as met.',
    },
    score: {
      term: 'Score',
      text: 'Full marks where the target is met; else, where at least so much is asked, actual ÷ target × points, rounded half-up to two decimals. The total is the sum of the rows. While the period runs, score and grade are tentative.',
    },
    upHours: {
      term: 'Hours up',
      text: 'Real hours of the period in which the system was up. The target is a share of the hours in service so far and grows with the period.',
    },
    evidence: {
      term: 'Intervals and evidence',
      text: 'Every figure is the sum of status intervals, and the classes add up to the period. Each interval says why it is read as it is; when evidence arrives later it is read again, and both readings stay on record.',
    },
    samples: {
      term: 'Raw samples',
      text: 'What the agent reported: sequence number, when it was observed, when the platform received it, and the values. An unbroken sequence means that none is missing.',
    },
    critical: {
      term: 'Critical component',
      text: 'If any critical component is down, so is the system; if none is down but one is unknown, the system is unknown.',
    },
    group: {
      term: 'Any-of-n group',
      text: 'Redundant servers: the system is up while as many as required are.',
    },
    moving: {
      term: 'Changes of components',
      text: 'A move to another system, another dependence or another group counts from that moment; the past of a system is judged with the components it had then and does not change. The first servers of a system count from the beginning.',
    },
    promises: {
      term: 'Promises',
      text: 'What the contract promises, which the figures are measured against. Time outside the service period does not count.',
    },
    serviceHours: {
      term: 'Service hours',
      text: 'A contract may name working days and hours; holidays are without service, extra working days with it. Time outside the hours is out of service and counts nowhere. Without them service is 7×24.',
    },
    handover: {
      term: 'Handover',
      text: 'A vendor whose contract has ended goes on seeing the system until a contract of another vendor is in force; after that only by a grant of its own.',
    },
    approval: {
      term: 'Approval',
      text: 'A server that has just enrolled is "to approve": its data show, but it is part of no system. An administrator uses Approve under Inventory, Servers, to say that it belongs here and to which system; from then on it counts.',
    },
    retirement: {
      term: 'Retirement',
      text: 'A retired server reports no more and leaves its system; its history and figures stay. It can be restored under Retired, and is then placed in a system again.',
    },
    deletion: {
      term: 'Deletion',
      text: 'Organizations, projects, systems and contracts that something refers to, or that figures were counted with, cannot be deleted; the page says what is in the way.',
    },
    systemStatus: {
      term: 'State of a system',
      text: 'Derived from what it is made of: any critical component down, and the system is down; none down but any unknown, and it is unknown; of a group, enough have to be up. Servers without influence are listed only.',
    },
    systemCalendar: {
      term: 'Calendar of 12 months',
      text: 'A column a month, a cell a day, as in the strip of a server: red is the share of the day down, violet maintenance, hatched too little data, grey out of service. A day opens to its status intervals and their reasons.',
    },
    target: {
      term: 'What the contract promises',
      text: 'The availability that the contract in force in that month promises. Whether it is met is decided on exact numbers; what is printed is rounded down, so that a missed promise never reads as kept.',
    },
    gateway: {
      term: 'Reached through',
      text: 'The server this one is reached through. While it is down, those behind it open no faults of their own.',
    },
    recurrence: {
      term: 'Recurring maintenance',
      text: "By days, weeks or months, on the clocks of the organization's zone, with a number of times or a last date; at most ten years and a thousand times. A single occurrence can be called off and the others stay; once the series is ended, what has passed stays maintenance.",
    },
    lateWindow: {
      term: 'Requests and late entries',
      text: 'The vendor may ask for maintenance, also afterwards, with a reason. It counts once the owner unit has approved it and changes no figure before; a refusal says why. Requests and decisions are in the audit log.',
    },
    window: {
      term: 'Maintenance window',
      text: 'Maintenance that the owner unit or an administrator entered does not count for availability; the figure without the deduction stands beside it. What is entered directly cannot begin in the past; what overlaps counts once.',
    },
    roles: {
      term: 'Roles',
      text: "The role says what one may do, grants say where. No vendor sees another's systems.",
    },
    grants: {
      term: 'Grants',
      text: 'A grant names an organization, a system or a project. Owners and vendors see their own without one.',
    },
    invitation: {
      term: 'Invitation link',
      text: 'A one-time link by which the person chooses a password that no administrator knows.',
    },
    lock: {
      term: 'Lock',
      text: 'Five wrong passwords lock the account, and twenty the address they come from, for 15 minutes.',
    },
    auditScope: {
      term: 'What is recorded',
      text: 'Every change by people and configuration: who, when, from where, before and after, without secrets. Measurements are not part of it.',
    },
    chain: {
      term: 'Hash chain',
      text: 'Each entry holds the hash of the one before, so that a changed or missing entry is found and named.',
    },
    chainHead: {
      term: 'Head',
      text: 'The hash of the last entry. Kept elsewhere, it shows whether the end was cut off.',
    },
    backupContents: {
      term: 'What is in a backup',
      text: 'Everything in the database and the files of the data folder, with the rows and the SHA-256 of each table. The platform works on meanwhile; a backup is as of the moment it began.',
    },
    backupSchedule: {
      term: 'Schedule and retention',
      text: 'Every night at three; the last 14 are kept. This page warns when there is no usable backup of the last 26 hours.',
    },
    backupPlace: {
      term: 'Where it should be',
      text: 'On another disk or another machine, so that it outlives the disk of the platform.',
    },
    backupRestore: {
      term: 'Restoring',
      text: 'Run npm run restore -- FOLDER onto an empty data folder. Rows, SHA-256 and the audit chain are compared; nothing is kept where they differ.',
    },
    passwordRule: { term: 'Password', text: 'At least 12 characters; a change ends your other logins.' },
    secondFactor: {
      term: 'Two-step verification',
      text: 'A login also asks for six digits of an app, each good once. Recovery codes are for a lost phone.',
    },
    sessions: {
      term: 'Logins',
      text: 'A login ends when it is idle for long or has lasted too long. End those you do not know, and change your password.',
    },
    apiTokens: {
      term: 'API tokens',
      text: 'For programs: never more than you may, and only until it expires.',
    },
    channels: {
      term: 'Channels',
      text: 'Group robots of WeCom, DingTalk and Feishu, mail, or JSON to another program. Addresses and secrets are not shown again once saved. Send test sends a message at once and says what became of it. Redirects are not followed, and link-local and metadata addresses never called.',
    },
    receivers: {
      term: 'Who hears what',
      text: 'Which systems, severities and events a channel, or whoever is on duty, is told of. What a vendor asks for is told to the owner and the platform only.',
    },
    grouping: {
      term: 'Grouping and damping',
      text: 'Faults within 15 seconds of each other make one message. A recovery is told once it has lasted 90 seconds; a fault that comes and goes is told three times at the most in half an hour, and again once it keeps still. Maintenance silences messages; what lasts beyond it is told at its end.',
    },
    escalation: {
      term: 'Limits',
      text: 'Told when the response clock comes to half of its limit and all of it, and the repair clock to five sixths and all: 15 and 30 minutes, 20 and 24 hours by default. Suspended time neither counts nor is told of.',
    },
    redelivery: {
      term: 'Sending again',
      text: 'What was not delivered is sent again after pauses that grow to half an hour, and given up after four days. The same message may come more than once, with the same number.',
    },
    incomingMatch: {
      term: 'Whose an alert is',
      text: 'The rules decide first; else the one server with that host name, name or address, and the system it belongs to. What fits nobody waits as unassigned, and becomes a fault from its own start once somebody assigns it.',
    },
    incomingLife: {
      term: 'Alerts and faults',
      text: "Each alert is a fault from the alert's own start, at most 35 days back, until its source says it is over. Back within the hour, it is the same fault. What is sent again changes nothing; the end of an alert that never fired is no fault.",
    },
    incomingTruth: {
      term: 'What it is based on',
      text: "The word of the source stands in the fault's evidence. It does not change how the platform itself judges the availability of servers.",
    },
    duty: {
      term: 'Duty roster',
      text: 'Entered for a system or a whole project, and changed by those who entered it. Whoever has a mail address or a channel there can be told.',
    },
  },
};
