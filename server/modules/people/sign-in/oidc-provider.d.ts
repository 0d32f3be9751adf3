/** What the test of the identity provider uses of the npm package oidc-provider, which brings no types. */
declare module 'oidc-provider' {
  import type { IncomingMessage, ServerResponse } from 'node:http';
  export class Provider {
    constructor(
      issuer: string,
      configuration: {
        clients: readonly object[];
        findAccount: (context: unknown, id: string) => { accountId: string; claims: () => Promise<{ sub: string } & object> };
      } & Record<string, unknown>,
    );
    callback(): (request: IncomingMessage, response: ServerResponse) => void;
  }
}
