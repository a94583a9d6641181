import type { ProbeText } from '../probe.ts';

export const probe: ProbeText = {
  title: "What curl's request tells",
  meaning: {
    good: () =>
      'Network and key are right. The name in the answer is the organization of the key: is it the one that you look at?',
    unauthorized: () =>
      "Mackerel answers, so the network is right. If the request was sent with the key none, this is the good answer. If it was sent with the agent's own key, that key is refused.",
    forbidden: () =>
      'Mackerel answers, so the network is right. It refuses this request: look at the source IP address first, then at the permission of the key.',
    'not-found': () =>
      'Mackerel answers, so the network is right. It knows no such path: look at the address of the request, and at apibase if it came from there.',
    outage: (status) =>
      `The answer is ${status}: Mackerel, or something on the way, cannot answer now.`,
    other: (status) =>
      `The answer ${status} is not one that Mackerel's API gives here: something on the way may have sent it.`,
    dns: () => 'The name of Mackerel is not resolved on this host.',
    proxy: () => 'The proxy on the way does not let the request pass.',
    refused: () => 'No connection can be opened: something refuses it, or there is no way out.',
    timeout: () => 'Nothing answers in time: a firewall may drop the packets.',
    cut: () => 'The connection is cut while it is being opened or used.',
    certificate: () => 'The certificate that came is not trusted on this host.',
    failed: () => 'curl ended before any answer came.',
  },
  noPath: 'Mackerel answers that there is no such path.',
  said: 'In the words of curl',
};
