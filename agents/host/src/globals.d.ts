/** Written in by Vite from package.json; absent where the sources run unbundled (tests). */
declare const AGENT_VERSION: string | undefined;

/** Its files one by one: each exports its part of what the package exports. */
declare module 'systeminformation/lib/*.js' {
  const part: typeof import('systeminformation');
  export default part;
}
