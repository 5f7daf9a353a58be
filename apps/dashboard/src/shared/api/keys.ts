/** Keys of the query cache. A prefix names everything below it, so that live events can invalidate just that. */
export const keys = {
  session: ['session'],
  health: ['health'],
  servers: ['servers'],
  server: (id: string) => ['server', id],
  samplesOf: (id: string) => ['samples', id],
  samples: (id: string, rangeMs: number) => ['samples', id, rangeMs],
  rawSamples: (id: string, query: object) => ['raw-samples', id, query],
  availabilityOf: (id: string) => ['availability', id],
  availability: (id: string, url: string) => ['availability', id, url],
  systems: ['systems'],
  evaluations: ['evaluations'],
  allActuals: ['actuals'],
  actuals: (id: string) => ['actuals', id],
  inspectionsOf: (serverId: string) => ['inspections', serverId],
  inspection: (id: string) => ['inspection', id],
} as const;
