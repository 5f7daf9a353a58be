/** As the hub's certificate is saved, and looked for by whoever is given it. */
export const certificateFile = 'opsgauge.pem';
