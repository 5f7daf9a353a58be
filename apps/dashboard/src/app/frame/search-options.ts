import type { ActualsResponse, Server, System } from '@opsgauge/contract';

export interface SearchEntry {
  /** The page it leads to. */
  path: string;
  name: string;
  detail: string;
}
export interface SearchResults {
  servers: SearchEntry[];
  systems: SearchEntry[];
  indicators: SearchEntry[];
}

const limit = 8;

/** What matches every word of `text`, at most eight of each kind; nothing for an empty text. */
export function searchEntries(
  text: string,
  servers: readonly Server[],
  systems: readonly System[],
  actuals: readonly ActualsResponse[],
): SearchResults {
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
