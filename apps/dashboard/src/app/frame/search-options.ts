import type { ActualsResponse, Fault, Server, System } from '@opsgauge/contract';

export interface SearchEntry {
  /** The page it leads to. */
  path: string;
  name: string;
  detail: string;
}
export interface SearchResults {
  servers: SearchEntry[];
  systems: SearchEntry[];
  faults: SearchEntry[];
  indicators: SearchEntry[];
}

export const limit = 8;

interface FaultWords {
  titleOf: (title: Fault['title']) => string;
  timeOf: (instant: string) => string;
}

/** The faults that the hub found by the whole text, in its order. */
export const faultEntries = (faults: readonly Fault[], { titleOf, timeOf }: FaultWords): SearchEntry[] =>
  faults.slice(0, limit).map(({ id, number, title, startAt, serverName, systemName }) => ({
    path: `/faults/${id}`,
    name: `${number} ${titleOf(title)}`,
    detail: [timeOf(startAt), serverName ?? systemName].join(' · '),
  }));

/** What matches every word of `text`, at most eight of each kind; nothing for an empty text. */
export function searchEntries(
  text: string,
  servers: readonly Server[],
  systems: readonly System[],
  actuals: readonly ActualsResponse[],
): Omit<SearchResults, 'faults'> {
  const words = text.trim().toLocaleLowerCase().split(/\s+/).filter(Boolean);
  const matching = (entries: (SearchEntry & { text: string })[]): SearchEntry[] =>
    words.length
      ? entries
          .filter((entry) => words.every((word) => entry.text.toLocaleLowerCase().includes(word)))
          .slice(0, limit)
          .map(({ path, name, detail }) => ({ path, name, detail }))
      : [];
  return {
    servers: matching(
      servers.map((server) => ({
        path: `/servers/${server.id}`,
        name: server.name,
        detail: [server.address, server.systemName].filter(Boolean).join(' · '),
        text: `${server.name} ${server.hostname} ${server.address ?? ''} ${server.systemName ?? ''}`,
      })),
    ),
    systems: matching(
      systems.map((system) => ({
        path: `/systems/${system.id}`,
        name: system.shortName,
        detail: system.name,
        text: `${system.name} ${system.shortName}`,
      })),
    ),
    indicators: matching(
      actuals.flatMap(({ evaluation, items }) =>
        items.map((item) => ({
          path: `/evaluations/${evaluation.id}?indicator=${encodeURIComponent(item.key)}`,
          name: item.name,
          detail: `${evaluation.projectName} · ${evaluation.name}`,
          text: `${item.name} ${item.key} ${evaluation.projectName}`,
        })),
      ),
    ),
  };
}
