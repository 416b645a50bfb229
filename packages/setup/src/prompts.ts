import { confirm, isCancel, password, progress, text } from '@clack/prompts';
import type { Prompts } from './io.ts';

/** Questions at a terminal. */
export const terminalPrompts: Prompts = {
  confirm: async (message) => {
    const answer = await confirm({ message, initialValue: false });
    return isCancel(answer) ? undefined : answer;
  },
  text: async (message, placeholder) => {
    const answer = await text({ message, placeholder });
    return isCancel(answer) ? undefined : answer;
  },
  secret: async (message) => {
    const answer = await password({ message });
    return isCancel(answer) ? undefined : answer;
  },
  progress: (max, message) => {
    const bar = progress({ max: Math.max(max, 1) });
    bar.start(message);
    return bar;
  },
};
