import { useQueryClient } from '@tanstack/react-query';
import {
  createContext,
  useCallback,
  useContext,
  useEffect,
  useMemo,
  useRef,
  useState,
  type ReactNode,
} from 'react';
import { hubNow } from '../time/clock.js';
import { applyLiveEvent } from './apply-event.js';
import { Invalidations } from './invalidations.js';
import { openLive, type LiveConnection, type LiveState } from './socket.js';

export interface Live {
  /** Null until the first connection stands or fails. */
  state: LiveState | null;
  /** When the connection was lost, on the hub's clock: what is on screen is of that time. */
  lostAt: number | null;
  reconnect: () => void;
  /** Says which server is in sight, or none. */
  watch: (serverId: string | null) => void;
}

const LiveContext = createContext<Live>({
  state: null,
  lostAt: null,
  reconnect: () => undefined,
  watch: () => undefined,
});
export const useLive = (): Live => useContext(LiveContext);

/** Keeps the socket open while somebody is logged in; after a reconnection everything on screen is read again. */
export function LiveProvider({ children }: { children: ReactNode }) {
  const client = useQueryClient();
  const connection = useRef<LiveConnection>(null);
  // A page that is opened first says what it shows before there is a connection.
  const watched = useRef<string | null>(null);
  const [state, setState] = useState<LiveState | null>(null);
  const [lostAt, setLostAt] = useState<number | null>(null);
  useEffect(() => {
    let wasLost = false;
    const invalidations = new Invalidations(client);
    const opened = openLive({
      onState: (next) => {
        setState(next);
        if (next.isConnected && wasLost) void client.invalidateQueries();
        if (next.isConnected) setLostAt(null);
        else if (!wasLost) setLostAt(hubNow());
        wasLost = !next.isConnected;
      },
      onEvent: (name, payload) => applyLiveEvent({ client, invalidations }, name, payload),
    });
    connection.current = opened;
    opened.watch(watched.current);
    return () => {
      opened.close();
      invalidations.end();
    };
  }, [client]);
  const watch = useCallback((serverId: string | null) => {
    watched.current = serverId;
    connection.current?.watch(serverId);
  }, []);
  const value = useMemo(
    () => ({ state, lostAt, reconnect: () => connection.current?.reconnect(), watch }),
    [state, lostAt, watch],
  );
  return <LiveContext value={value}>{children}</LiveContext>;
}
