/** What a contract promises that promises nothing. */
export const noPromises = {
  responseMinutesMax: null,
  repairHoursMax: null,
  availabilityPercentMin: null,
  inspectionReportsPerYear: null,
  dataUpdatesPerYear: null,
  backupsPerYear: null,
  staffCount: null,
};
