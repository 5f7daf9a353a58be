import type { Scenario } from './scenario.js';

/*
 * Samples are due every 10 s, so that the soft-miss limit is 30 s. Instants in seconds; "A/1" is boot A, run 1;
 * "20@130" was taken at 20 and received at 130; "-/-" is a source that tells neither boot nor run.
 */

export const tails: Scenario[] = [
  {
    name: 'nothing missed yet',
    samples: ['A/1: 0 10'],
    now: 29,
    reads: ['0–29 up (up, samples)'],
  },
  {
    name: 'exactly at the soft-miss limit: up',
    samples: ['A/1: 0 10'],
    now: 40,
    reads: ['0–10 up (up, samples)', '10–40 up (up, soft-miss)'],
  },
  {
    name: 'one millisecond past it: down, back-dated to the first missed sample',
    samples: ['A/1: 0 10'],
    now: 40.001,
    reads: ['0–20 up (up, samples)', '20–40.001 down (down, silence)'],
  },
  {
    name: 'back-dated to one ordinary interval, not to the limit',
    samples: ['A/1: 0'],
    intervalSeconds: 60,
    now: 181,
    reads: ['0–60 up (up, samples)', '60–181 down (down, silence)'],
  },
  {
    name: 'a sample ahead of now',
    samples: ['A/1: 0 10 20'],
    now: 15,
    reads: ['0–15 up (up, samples)'],
  },
  {
    name: 'within the limit nothing is missing, even while the hub was out',
    samples: ['A/1: 0'],
    hubOut: ['5–12'],
    now: 15,
    reads: ['0–15 up (up, samples)'],
  },
  {
    name: 'a hub outage begins within the limit: silence of 20 s is not yet silence',
    samples: ['A/1: 0'],
    hubOut: ['20–60'],
    now: 60,
    reads: ['0–20 up (up, soft-miss)', '20–60 unknown (unknown, hub-outage)'],
  },
  {
    name: 'a hub outage, and the limit once more after it: still unknown',
    samples: ['A/1: 0'],
    hubOut: ['5–60'],
    now: 90,
    reads: ['0–5 up (up, samples)', '5–90 unknown (unknown, hub-outage)'],
  },
  {
    name: 'a hub outage, then silence: down from the first sample missed after it',
    samples: ['A/1: 0'],
    hubOut: ['5–60'],
    now: 90.001,
    reads: ['0–5 up (up, samples)', '5–70 unknown (unknown, hub-outage)', '70–90.001 down (down, silence)'],
  },
  {
    name: 'silence, a hub outage, silence',
    samples: ['A/1: 0'],
    hubOut: ['50–60', '55–70'],
    now: 200,
    reads: [
      '0–10 up (up, samples)',
      '10–50 down (down, silence)',
      '50–80 unknown (unknown, hub-outage)',
      '80–200 down (down, silence)',
    ],
  },
];

export const rereadings: Scenario[] = [
  {
    name: 'first reading: silence',
    samples: ['A/1: 0 10'],
    now: 100,
    reads: ['0–20 up (up, samples)', '20–100 down (down, silence)'],
  },
  {
    name: 'read again when the spool arrives: the network had been cut',
    samples: ['A/1: 0 10 20@100 30@100 40@100 50@100 60@100 70 80 90 100'],
    now: 100,
    reads: ['0–20 up (up, samples)', '20–70 up (up, samples, unreachable)', '70–100 up (up, samples)'],
  },
  {
    name: 'read again when it comes back in a new boot',
    samples: ['A/1: 0 10', 'B/2: 100'],
    now: 100,
    reads: ['0–10 up (up, samples)', '10–100 down (down, boot)'],
  },
  {
    name: 'read again when it comes back in the same run',
    samples: ['A/1: 0 10 100'],
    now: 100,
    reads: ['0–10 up (up, samples)', '10–100 down (down, frozen)'],
  },
  {
    name: 'read again when it comes back in a new run',
    samples: ['A/1: 0 10', 'A/2: 100'],
    now: 100,
    reads: ['0–10 up (up, samples)', '10–100 unknown (unknown, agent-stopped)'],
  },
  {
    name: 'read again when the hub is found to have been out',
    samples: ['A/1: 0 10'],
    hubOut: ['10–100'],
    now: 100,
    reads: ['0–10 up (up, samples)', '10–100 unknown (unknown, hub-outage)'],
  },
  {
    name: 'read again when only part of the spool survived',
    samples: ['A/1: 0 10 20@200 30@200 90@200 100'],
    now: 100,
    reads: [
      '0–20 up (up, samples)',
      '20–30 up (up, samples, unreachable)',
      '30–90 down (down, frozen)',
      '90–100 up (up, samples, unreachable)',
    ],
  },
];

export const clocks: Scenario[] = [
  {
    name: 'set back by an hour in mid-run: placed by the monotonic clock, nothing lost',
    samples: ['A/1: 0 10 20 -3570^30 -3560^40 -3550^50'],
    now: 55,
    reads: ['0–55 up (up, samples)'],
  },
  {
    name: 'set back by a second',
    samples: ['A/1: 0 10 9.5^10.5 19.5^20.5'],
    now: 20,
    reads: ['0–20 up (up, samples)'],
  },
  {
    name: 'set back, then frozen: the freeze is as long as the monotonic clock says',
    samples: ['A/1: 0 10 -3500^100 -3490^110'],
    now: 110,
    reads: ['0–10 up (up, samples)', '10–100 down (down, frozen)', '100–110 up (up, samples)'],
  },
  {
    name: 'set forward in mid-run reads like a machine that was suspended, whose monotonic clock stood still as well',
    samples: ['A/1: 0 10 100^20 110^30'],
    now: 110,
    reads: ['0–10 up (up, samples)', '10–100 down (down, frozen)', '100–110 up (up, samples)'],
  },
  {
    name: 'a later boot whose clock lies before the earlier one is not counted twice',
    samples: ['A/1: 0 10 20 30 40', 'B/2: 15 25 35 45 55'],
    now: 60,
    reads: ['0–60 up (up, samples)'],
  },
  {
    name: 'the tail goes on from the latest sample, not from the latest boot',
    samples: ['A/1: 0 10 20 30 40 50', 'B/2: 15 25'],
    now: 100,
    reads: ['0–60 up (up, samples)', '60–100 down (down, silence)'],
  },
];

export const sourcesThatTellLess: Scenario[] = [
  {
    name: 'no boot: samples and soft misses as ever',
    samples: ['-/-: 0 10 40'],
    now: 40,
    reads: ['0–10 up (up, samples)', '10–40 up (up, soft-miss)'],
  },
  {
    name: 'boot but no run: silence, since frozen and stopped look alike',
    samples: ['A/-: 0 100'],
    now: 100,
    reads: ['0–10 up (up, samples)', '10–100 down (down, silence)'],
  },
  {
    name: 'boot but no run, and a new boot',
    samples: ['A/-: 0 10', 'B/-: 20'],
    now: 20,
    reads: ['0–10 up (up, samples)', '10–20 down (down, boot)'],
  },
  {
    name: 'run but no boot: the same run may be one of another boot',
    samples: ['-/1: 0 100'],
    now: 100,
    reads: ['0–10 up (up, samples)', '10–100 down (down, silence)'],
  },
  {
    name: 'a source without boot gives way to an agent',
    samples: ['-/-: 0 10', 'A/1: 15 25'],
    now: 25,
    reads: ['0–25 up (up, samples)'],
  },
];

export const classes: Scenario[] = [
  {
    name: 'maintenance is laid over any observation, which stays beside it',
    samples: ['A/1: 0 10', 'B/2: 100 110'],
    maintenance: ['5–50', '40–60', '105–500'],
    now: 110,
    reads: [
      '0–5 up (up, samples)',
      '5–10 maintenance (up, samples)',
      '10–60 maintenance (down, boot)',
      '60–100 down (down, boot)',
      '100–105 up (up, samples)',
      '105–110 maintenance (up, samples)',
    ],
  },
  {
    name: 'out of service is laid over maintenance',
    samples: ['A/1: 0 10', 'B/2: 100 110'],
    maintenance: ['0–30'],
    service: ['20–50', '50–105'],
    now: 110,
    reads: [
      '0–10 out-of-service (up, samples)',
      '10–20 out-of-service (down, boot)',
      '20–30 maintenance (down, boot)',
      '30–100 down (down, boot)',
      '100–105 up (up, samples)',
      '105–110 out-of-service (up, samples)',
    ],
  },
  {
    name: 'never in service',
    samples: ['A/1: 0 10'],
    service: [],
    now: 10,
    reads: ['0–10 out-of-service (up, samples)'],
  },
  {
    name: 'in service before it was monitored, some of it in maintenance',
    samples: ['A/1: 50 60'],
    maintenance: ['40–55'],
    now: 60,
    reads: [
      '0–40 unknown (unknown, not-monitored)',
      '40–50 maintenance (unknown, not-monitored)',
      '50–55 maintenance (up, samples)',
      '55–60 up (up, samples)',
    ],
  },
];
