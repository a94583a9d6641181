declare module 'negotiator' {
  /** Reads what a client accepts; the published types lack the option for the server's own order. */
  export default class Negotiator {
    constructor(request: { headers: NodeJS.Dict<string | string[]> });
    encoding(
      available: readonly string[],
      options: { preferred: readonly string[] },
    ): string | undefined;
  }
}
