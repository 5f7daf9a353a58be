/** Written in by Vite from package.json; absent where the sources run unbundled (tests). */
declare const AGENT_VERSION: string | undefined;
