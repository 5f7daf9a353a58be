/** The measures whose definition the language files carry under `measure`. */
export const measureKeys = { 'up-hours@1': 'upHours', 'availability@1': 'availability' } as const;
export type MeasureKey = (typeof measureKeys)[keyof typeof measureKeys];

export const measureKeyOf = (measure: string): MeasureKey | null =>
  measure in measureKeys ? measureKeys[measure as keyof typeof measureKeys] : null;
