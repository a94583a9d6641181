declare module 'negotiator' {
  /** Negotiates the encoding. The published types lack the option for the server's preference. */
  export default class Negotiator {
    constructor(request: { headers: NodeJS.Dict<string | string[]> });
    encoding(
      available: readonly string[],
      options: { preferred: readonly string[] },
    ): string | undefined;
  }
}
