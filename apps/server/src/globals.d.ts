/** Set by the build from package.json; absent when tests run the sources. */
declare const SERVER_VERSION: string | undefined;
