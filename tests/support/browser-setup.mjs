import { prepareBrowser } from './browser-binary.mjs';

/** Makes the browser ready before any test file starts, and hands it to the processes that run them. */
export default async function globalSetup() {
  process.env.OPSGAUGE_TEST_BROWSER = JSON.stringify(await prepareBrowser());
}
