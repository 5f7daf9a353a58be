import type { Server } from '@opsgauge/contract';
import { groupServers, type ServerGroup } from './group-servers.js';

/** A line of the card view: a system's name, or as many of its cards as fit beside each other. */
export type CardLine =
  { key: string; kind: 'heading'; group: ServerGroup } | { key: string; kind: 'cards'; servers: Server[] };

/** System by system, each with its heading and its cards in lines of `columns`. */
export function cardLines(servers: readonly Server[], columns: number): CardLine[] {
  return groupServers(servers).flatMap((group): CardLine[] => {
    const key = group.systemId ?? '';
    const lines = Array.from({ length: Math.ceil(group.servers.length / columns) }, (_, line): CardLine => {
      const first = line * columns;
      return { key: `${key}:${first}`, kind: 'cards', servers: group.servers.slice(first, first + columns) };
    });
    return [{ key, kind: 'heading', group }, ...lines];
  });
}

const leastCardWidth = 180;
const gap = 8;

/** How many cards fit beside each other. */
export const cardColumns = (width: number): number =>
  Math.max(1, Math.floor((width + gap) / (leastCardWidth + gap)));
