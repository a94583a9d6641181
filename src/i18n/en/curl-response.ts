export const probe = {
  title: 'What the curl response shows',
  meaning: {
    good: () =>
      'The network and the key are fine. The name in the response is the organization of the key: check that it is the one you are looking at.',
    unauthorized: (_status: number | null, backend: string, nameInText: string) =>
      `${backend} responds, so the network is fine. If the request was sent with the key none, this is the expected response. If it was sent with ${nameInText}'s own key, that key is rejected. If a variable in the command was empty, no key was sent.`,
    forbidden: (_status: number | null, backend: string) =>
      `${backend} refuses this request: check the source IP address first, then the permissions of the key.`,
    'not-found': (_status: number | null, backend: string) =>
      `${backend} responds, so the network is fine. The path does not exist: check the URL of the request, and apibase if it came from there.`,
    outage: (status: number | null, backend: string) =>
      `The response is ${status}: ${backend}, or something in between, cannot respond now.`,
    other: (status: number | null, backend: string) =>
      `${backend}'s API does not return ${status} here: something in between may have sent it.`,
    dns: (_status: number | null, backend: string) =>
      `This host cannot resolve the name of ${backend}.`,
    proxy: () => 'The proxy does not let the request through.',
    'proxy-login': () => 'The proxy requires a login (407).',
    refused: () =>
      'The connection cannot be opened: something refuses it, or there is no route out.',
    timeout: () => 'There is no response in time: a firewall may be dropping the packets.',
    cut: () => 'The connection is cut while it is being opened or used.',
    certificate: () => 'This host does not trust the certificate that it received.',
    failed: () => 'curl exited before it received a response.',
  },
  /** The verdict if the API path does not exist, which no guide covers. */
  noPath: (backend: string) => `${backend} responds that the path does not exist.`,
  /** Label of curl's own message. */
  said: 'Output of curl',
};
