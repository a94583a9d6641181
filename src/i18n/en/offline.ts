export const offline = {
  title: 'Use without a network',
  works:
    'On this device, this page now works without a network. So does every guide that you open from now on.',
  keep: (size: string) => `Save the whole site on this device (${size})`,
  keeping: (part: string, whole: string) => `${part} of ${whole}`,
  stop: 'Stop',
  kept: (size: string) => `All pages in English are saved on this device (${size}).`,
  remove: 'Remove them from this device',
  failed:
    'Not all pages could be saved. Try again when the network is back: the pages saved so far are kept.',
};
