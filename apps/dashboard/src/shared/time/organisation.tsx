import { createContext, useContext } from 'react';

/** The zone in which the organisation reads its clocks, and in which every time of the product is shown. */
const TimeZoneContext = createContext('Asia/Shanghai');

export const TimeZoneProvider = TimeZoneContext.Provider;
export const useTimeZone = (): string => useContext(TimeZoneContext);
