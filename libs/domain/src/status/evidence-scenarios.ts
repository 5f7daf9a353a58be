import type { Scenario } from './scenario.js';

/*
 * Samples are due every 10 s, so that the soft-miss limit is 30 s. Instants in seconds; "A/1" is boot A, run 1;
 * "20@130" was taken at 20 and received at 130; "-/-" is a source that tells neither boot nor run.
 */

export const eachEvidence: Scenario[] = [
  {
    name: '1 samples: each follows the one before',
    samples: ['A/1: 0 10 20'],
    now: 25,
    reads: ['0–25 up (up, samples)'],
  },
  {
    name: '1 samples that came late, while the hub heard others: up, the network was at fault',
    samples: ['A/1: 0 10 20@100 30@100 40@100 50'],
    now: 50,
    reads: ['0–20 up (up, samples)', '20–50 up (up, samples, unreachable)'],
  },
  {
    name: '2 boot: down from the last sample to the first after boot',
    samples: ['A/1: 0 10', 'B/2: 100 110'],
    now: 110,
    reads: ['0–10 up (up, samples)', '10–100 down (down, boot)', '100–110 up (up, samples)'],
  },
  {
    name: '2 boot, however short',
    samples: ['A/1: 0 10', 'B/2: 10.001 20'],
    now: 20,
    reads: ['0–10 up (up, samples)', '10–10.001 down (down, boot)', '10.001–20 up (up, samples)'],
  },
  {
    name: '3 soft miss: exactly at the limit is up',
    samples: ['A/1: 0 10 40'],
    now: 40,
    reads: ['0–10 up (up, samples)', '10–40 up (up, soft-miss)'],
  },
  {
    name: '3 soft miss: the limit is three ordinary intervals where that is more than 30 s',
    samples: ['A/1: 0 60 240'],
    intervalSeconds: 60,
    now: 240,
    reads: ['0–60 up (up, samples)', '60–240 up (up, soft-miss)'],
  },
  {
    name: '3 soft miss: the limit is 30 s where three intervals are less',
    samples: ['A/1: 0 30 60.001'],
    intervalSeconds: 1,
    now: 60.001,
    reads: ['0–30 up (up, soft-miss)', '30–60.001 down (down, frozen)'],
  },
  {
    name: '4 run: one millisecond past the limit, same boot and run: the machine was frozen',
    samples: ['A/1: 0 10 40.001'],
    now: 40.001,
    reads: ['0–10 up (up, samples)', '10–40.001 down (down, frozen)'],
  },
  {
    name: '4 run: same boot, new run: the agent was stopped',
    samples: ['A/1: 0 10', 'A/2: 100 110'],
    now: 110,
    reads: ['0–10 up (up, samples)', '10–100 unknown (unknown, agent-stopped)', '100–110 up (up, samples)'],
  },
  {
    name: '5 probe: what it saw, silence where it saw nothing',
    samples: ['-/-: 0 10 100'],
    probes: ['up 10–40', 'down 40–60'],
    now: 100,
    reads: [
      '0–10 up (up, samples)',
      '10–40 up (up, probe)',
      '40–60 down (down, probe)',
      '60–100 down (down, silence)',
    ],
  },
  {
    name: '5 probe: where two disagree, down decides',
    samples: ['-/-: 0 100'],
    probes: ['up 0–100', 'down 30–50', 'up 40–60'],
    now: 100,
    reads: ['0–30 up (up, probe)', '30–50 down (down, probe)', '50–100 up (up, probe)'],
  },
  {
    name: '6 hub outage: unknown',
    samples: ['-/-: 0 10 100'],
    hubOut: ['10–95'],
    now: 100,
    reads: ['0–10 up (up, samples)', '10–100 unknown (unknown, hub-outage)'],
  },
  {
    name: '7 silence between samples: down from the first missed one',
    samples: ['-/-: 0 10 100'],
    now: 100,
    reads: ['0–20 up (up, samples)', '20–100 down (down, silence)'],
  },
  {
    name: '7 a source that tells neither boot nor run: a reboot within the soft-miss limit cannot be seen',
    samples: ['-/-: 0 10 40 50'],
    now: 50,
    reads: ['0–10 up (up, samples)', '10–40 up (up, soft-miss)', '40–50 up (up, samples)'],
  },
  {
    name: '7 such a source one millisecond past the limit: down by silence, neither frozen nor stopped',
    samples: ['-/-: 0 10 40.001'],
    now: 40.001,
    reads: ['0–20 up (up, samples)', '20–40.001 down (down, silence)'],
  },
  {
    name: '7 such a source takes over from an agent, and gives way to one: nothing spans the gap',
    samples: ['A/1: 0 10', '-/-: 100 110', 'A/1: 200'],
    now: 200,
    reads: [
      '0–20 up (up, samples)',
      '20–100 down (down, silence)',
      '100–120 up (up, samples)',
      '120–200 down (down, silence)',
    ],
  },
  {
    name: '7 such a source behind a hub outage: unknown, and silent from the first missed sample after it',
    samples: ['-/-: 0 10 300'],
    hubOut: ['15–100'],
    now: 300,
    reads: ['0–15 up (up, samples)', '15–110 unknown (unknown, hub-outage)', '110–300 down (down, silence)'],
  },
  {
    name: 'before the first sample nothing was monitored',
    samples: ['A/1: 40 50'],
    now: 50,
    reads: ['0–40 unknown (unknown, not-monitored)', '40–50 up (up, samples)'],
  },
  { name: 'without any sample', samples: [], now: 50, reads: ['0–50 unknown (unknown, not-monitored)'] },
];

export const order: Scenario[] = [
  {
    name: '1 before 2: late samples move the start of a reboot',
    samples: ['A/1: 0 10 20@130 30@130', 'B/2: 100'],
    now: 100,
    reads: ['0–20 up (up, samples)', '20–30 up (up, samples, unreachable)', '30–100 down (down, boot)'],
  },
  {
    name: '1 before 6: samples of a hub outage that came after it are up, and nobody was unreachable',
    samples: ['A/1: 0 10 20@100 30@100 40@100 50@100 60@100 70 80'],
    hubOut: ['15–70'],
    now: 80,
    reads: ['0–80 up (up, samples)'],
  },
  {
    name: '1 before 6: unreachable only where the hub was not out',
    samples: ['A/1: 0 10@200 20@200 30@200 40@200 50@200 60'],
    hubOut: ['15–35'],
    now: 60,
    reads: [
      '0–10 up (up, samples)',
      '10–15 up (up, samples, unreachable)',
      '15–35 up (up, samples)',
      '35–60 up (up, samples, unreachable)',
    ],
  },
  {
    name: '2 before 3: a reboot within the soft-miss limit is down',
    samples: ['A/1: 0 10', 'B/2: 35 45'],
    now: 45,
    reads: ['0–10 up (up, samples)', '10–35 down (down, boot)', '35–45 up (up, samples)'],
  },
  {
    name: '2 before 5 and 6: a reboot is down whatever a probe saw and wherever the hub was',
    samples: ['A/1: 0 10', 'B/2: 100'],
    probes: ['up 10–100'],
    hubOut: ['10–100'],
    now: 100,
    reads: ['0–10 up (up, samples)', '10–100 down (down, boot)'],
  },
  {
    name: '3 before 4: an agent restarted within the soft-miss limit is up',
    samples: ['A/1: 0 10', 'A/2: 35 45'],
    now: 45,
    reads: ['0–10 up (up, samples)', '10–35 up (up, soft-miss)', '35–45 up (up, samples)'],
  },
  {
    name: '3 before 5 and 6: neither a probe nor a hub outage unsettles a soft miss',
    samples: ['-/-: 0 10 35'],
    probes: ['down 10–20'],
    hubOut: ['20–35'],
    now: 35,
    reads: ['0–10 up (up, samples)', '10–35 up (up, soft-miss)'],
  },
  {
    name: '4 before 5: a frozen machine that still answers a probe is down',
    samples: ['A/1: 0 10 100'],
    probes: ['up 10–100'],
    now: 100,
    reads: ['0–10 up (up, samples)', '10–100 down (down, frozen)'],
  },
  {
    name: '4 before 5: a stopped agent stays unknown though a probe saw the host down',
    samples: ['A/1: 0 10', 'A/2: 100'],
    probes: ['down 10–100'],
    now: 100,
    reads: ['0–10 up (up, samples)', '10–100 unknown (unknown, agent-stopped)'],
  },
  {
    name: '4 before 6: a hub outage does not excuse a frozen machine',
    samples: ['A/1: 0 10 100'],
    hubOut: ['20–90'],
    now: 100,
    reads: ['0–10 up (up, samples)', '10–100 down (down, frozen)'],
  },
  {
    name: '5 before 6: a probe saw while the hub was out',
    samples: ['-/-: 0 10 100'],
    probes: ['down 20–40', 'up 40–60'],
    hubOut: ['10–95'],
    now: 100,
    reads: [
      '0–10 up (up, samples)',
      '10–20 unknown (unknown, hub-outage)',
      '20–40 down (down, probe)',
      '40–60 up (up, probe)',
      '60–100 unknown (unknown, hub-outage)',
    ],
  },
  {
    name: '5 before 7: a host that answers a probe is not down for its silence',
    samples: ['A/1: 0 10'],
    probes: ['up 10–90'],
    now: 100,
    reads: ['0–10 up (up, samples)', '10–90 up (up, probe)', '90–100 down (down, silence)'],
  },
  {
    name: '6 before 7: what the hub could not hear is no silence',
    samples: ['A/1: 0 10'],
    hubOut: ['60–100'],
    now: 100,
    reads: ['0–20 up (up, samples)', '20–60 down (down, silence)', '60–100 unknown (unknown, hub-outage)'],
  },
];
