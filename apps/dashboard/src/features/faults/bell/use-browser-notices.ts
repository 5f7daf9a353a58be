import { useState } from 'react';

const storageKey = 'opsgauge.faultNotices';

export type NoticeState = 'on' | 'off' | 'denied' | 'unsupported';

/** Browsers offer notifications on https and localhost only. */
const isSupported = (): boolean => 'Notification' in window && window.isSecureContext;

function current(): NoticeState {
  if (!isSupported()) return 'unsupported';
  if (Notification.permission === 'denied') return 'denied';
  return Notification.permission === 'granted' && localStorage.getItem(storageKey) === 'on' ? 'on' : 'off';
}

/** Whether this browser shows notifications. It is asked for its permission only when somebody turns them on. */
export function useBrowserNotices() {
  const [state, setState] = useState(current);
  const turn = async (isOn: boolean) => {
    if (isOn) await Notification.requestPermission();
    localStorage.setItem(storageKey, isOn ? 'on' : 'off');
    setState(current());
  };
  return { state, turn };
}
