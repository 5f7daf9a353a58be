import {
  liveEventSchemas,
  livePath,
  type ClientToServerEvents,
  type LiveEventName,
  type LiveEvents,
} from '@opsgauge/contract';
import { io, type Socket } from 'socket.io-client';

export interface LiveState {
  isConnected: boolean;
  /** Attempts to reconnect since the connection was lost; 0 before it ever was. */
  attempt: number;
}

export interface LiveHandlers {
  onState: (state: LiveState) => void;
  onEvent: <Name extends LiveEventName>(name: Name, payload: LiveEvents[Name]) => void;
}

export interface LiveConnection {
  reconnect: () => void;
  /** Tells the hub which server is in sight, or none: its agent then samples faster. Said again after a reconnection. */
  watch: (serverId: string | null) => void;
  close: () => void;
}

const eventNames = Object.keys(liveEventSchemas) as LiveEventName[];

/** Opens the hub's socket. An event that is not what the contract says is left out: it is only a hint. */
export function openLive({ onState, onEvent }: LiveHandlers): LiveConnection {
  const socket: Socket<Record<string, (payload: unknown) => void>, ClientToServerEvents> = io({
    path: livePath,
    reconnectionDelayMax: 10_000,
  });
  let attempt = 0;
  let watched: string | null = null;
  const tellWatched = () => socket.emit('server.watched', { serverId: watched });
  const lost = () => onState({ isConnected: false, attempt: Math.max(1, attempt) });
  socket.on('connect', () => {
    attempt = 0;
    if (watched !== null) tellWatched();
    onState({ isConnected: true, attempt });
  });
  socket.on('disconnect', (reason) => {
    lost();
    // The hub closed on purpose, e.g. while restarting; socket.io then does not come back by itself.
    if (reason === 'io server disconnect') socket.connect();
  });
  socket.on('connect_error', lost);
  socket.io.on('reconnect_attempt', (count) => {
    attempt = count;
    lost();
  });
  for (const name of eventNames) {
    socket.on(name, (payload: unknown) => {
      const parsed = liveEventSchemas[name].safeParse(payload);
      if (parsed.success) onEvent(name, parsed.data as LiveEvents[typeof name]);
    });
  }
  return {
    watch: (serverId) => {
      watched = serverId;
      // What is said while the connection is lost is said once it stands.
      if (socket.connected) tellWatched();
    },
    reconnect: () => {
      socket.disconnect();
      socket.connect();
    },
    close: () => {
      socket.removeAllListeners();
      socket.io.removeAllListeners();
      socket.disconnect();
    },
  };
}
