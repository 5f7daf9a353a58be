import { execFile } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const root = fileURLToPath(new URL('../..', import.meta.url));
const modules = path.join(root, 'node_modules');
const packageFolder = path.join(modules, '@sparticuz', 'chromium');

/** What the package asks for to bring its own libnss3 and libnspr4, so that a bare machine needs nothing else. */
const packagePlatform = { AWS_LAMBDA_JS_RUNTIME: 'nodejs20.x' };

const unpackProgram = `
const { default: chromium } = await import('@sparticuz/chromium');
await chromium.executablePath();`;

/**
 * Makes a browser ready: the one that npm brought, unpacked once, or the one that `CHROMIUM_PATH` names.
 *
 * @returns {Promise<{ executablePath: string, libraries: string | null, fontConfiguration: string }>} `libraries` is
 *   the folder the browser loads its shared libraries from, null where the system has them
 * @throws Error where the package has no browser for this platform and none is named
 */
export async function prepareBrowser() {
  const folder = path.join(modules, '.cache', 'opsgauge-browser');
  mkdirSync(folder, { recursive: true });
  const fontConfiguration = writeFontConfiguration(folder);
  const named = process.env['CHROMIUM_PATH'];
  if (named) {
    if (!existsSync(named)) throw new Error(`CHROMIUM_PATH names ${named}, which does not exist`);
    return { executablePath: named, libraries: null, fontConfiguration };
  }
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new Error(
      `npm has no Chromium for ${process.platform} ${process.arch}: set CHROMIUM_PATH to an installed Chromium or Chrome`,
    );
  }
  const unpacked = await unpack(folder);
  return {
    executablePath: path.join(unpacked, 'chromium'),
    libraries: path.join(unpacked, 'al2023', 'lib'),
    fontConfiguration,
  };
}

/**
 * The package unpacks into the temporary folder and takes half of a file for a whole one; so it is given a folder of
 * its own, which gets its final name when it is complete. Two test runs at once both unpack, and the later one yields.
 *
 * @param {string} folder
 * @returns {Promise<string>}
 */
async function unpack(folder) {
  const { version } = JSON.parse(readFileSync(path.join(packageFolder, 'package.json'), 'utf8'));
  const unpacked = path.join(folder, `chromium-${version}`);
  if (existsSync(unpacked)) return unpacked;
  const staging = mkdtempSync(path.join(folder, 'unpacking-'));
  try {
    await promisify(execFile)(process.execPath, ['--input-type=module', '--eval', unpackProgram], {
      cwd: root,
      env: { ...process.env, ...packagePlatform, TMPDIR: staging },
    });
    renameSync(staging, unpacked);
  } catch (error) {
    rmSync(staging, { recursive: true, force: true });
    if (!existsSync(unpacked)) throw error;
  }
  return unpacked;
}

/**
 * The browser sees these fonts only, whatever the machine has: pages look alike everywhere.
 *
 * @param {string} folder
 */
function writeFontConfiguration(folder) {
  const fonts = path.join(modules, '@expo-google-fonts', 'noto-sans-sc');
  const file = path.join(folder, 'fonts.conf');
  const text = `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>${path.join(fonts, '400Regular')}</dir>
  <dir>${path.join(fonts, '600SemiBold')}</dir>
  <cachedir>${path.join(folder, 'fonts-cache')}</cachedir>
</fontconfig>
`;
  const staging = `${file}.${process.pid}`;
  writeFileSync(staging, text);
  renameSync(staging, file);
  return file;
}
