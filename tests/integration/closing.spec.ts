import http from 'node:http';
import { TestHub } from '../support/test-hub.js';
import { until } from '../support/until.js';

it('a hub stops although several go on asking on connections that are kept', async () => {
  const hub = await TestHub.start();
  const kept = new http.Agent({ keepAlive: true });
  let answered = 0;
  let asking = 5;
  /** Asks again a little after it is answered, as agents do, until there is nobody to ask. */
  const ask = (): void => {
    http
      .get(new URL('/api/v1/health', hub.url), { agent: kept }, (response) => {
        answered++;
        response.resume();
        response.on('close', () => setTimeout(ask, 5));
      })
      .on('error', () => asking--);
  };
  for (let number = asking; number > 0; number--) ask();
  await until('all ask', () => answered > 20);
  await hub.stop();
  await until('nobody is answered any more', () => asking === 0);
  kept.destroy();
});
